import { hookLabels } from '../hook.ts';
import type { Requirement } from '../requirement.ts';
import { requirements, statusOf } from '../requirements/index.ts';
import { findScene } from '../scenes.ts';
import type { Text } from '../text.ts';

const GROUPS: readonly (readonly [prefix: string, title: Text])[] = [
  ['G', { zh: '通用检查项', en: 'Common rows' }],
  ['A', { zh: '扫码点餐', en: 'Ordering by code in restaurants' }],
  ['B', { zh: '停车扫码缴费', en: 'Paying for parking by code' }],
  ['C', { zh: '少儿学习培训', en: 'Learning and training of children' }],
  ['D', { zh: '网络理财小贷', en: 'Online wealth management and small loans' }],
  ['E', { zh: '房产中介', en: 'Estate agencies' }],
  ['F', { zh: '租借充电器', en: 'Renting a power bank' }],
  ['H', { zh: '商超购物', en: 'Malls and supermarkets' }],
  ['I', { zh: '汽车4S店', en: 'Car dealers' }],
  ['J', { zh: '无人自动售货机', en: 'Vending machines' }],
  ['P', { zh: '公共场所人脸识别', en: 'Face recognition in public places' }],
  ['Q', { zh: '景点景区购票', en: 'Tickets' }],
  ['V', { zh: 'AI 滥用', en: 'Abuse of AI' }],
  ['X', { zh: '可选场景', en: 'Optional scenes' }],
];

/**
 * The page `docs/requirements.md`. Pure: same rules, same bytes, so that a check can compare.
 * `rulesById` maps a row id to the path of its rule file, relative to the repository root. Throws a RangeError when a rule names an unknown row.
 */
export function renderRequirementsPage(rulesById: ReadonlyMap<string, string>): string {
  const known = new Set(requirements.map((row) => row.id));
  for (const id of rulesById.keys()) if (!known.has(id)) throw new RangeError(`a rule names the unknown requirement ${id}`);
  const withRule = requirements.filter((row) => rulesById.has(row.id)).length;
  const unverified = requirements.filter((row) => statusOf(row) === 'unverified').length;
  return [
    '# Requirements · 检查项',
    '',
    'This page is generated from `packages/law`; change the data, not the page. 本页由 `packages/law` 生成，请修改数据，不要修改本页。',
    '',
    `${requirements.length} rows: ${withRule} with a rule, ${requirements.length - withRule} as an officer checklist, ${unverified} unverified. 共 ${requirements.length} 项：${withRule} 项由规则检查，${requirements.length - withRule} 项由执法人员核查，${unverified} 项有待法制人员核实。`,
    '',
    '- **Kind 类别**: K1–K5 are the five kinds of the campaign, R is a right of the person, `none` is adjacent law. K1–K5 为专项行动五类行为，R 为个人权利，none 为相邻法律。',
    '- **Level 层级**: A a machine can raise a candidate; B a machine flags and a person judges; C only documents or on-site work. A 机器可以提出线索；B 机器提示、人工判断；C 只能查阅资料或者现场核查。',
    '- **Status 状态**: `unverified` rows rest on memory or are uncertain; a lawyer must confirm them. unverified 的内容凭记忆或者存疑，使用前须由法制人员核实。',
    '',
    ...GROUPS.flatMap(([prefix, title]) => group(prefix, title, rulesById)),
  ].join('\n');
}

function group(prefix: string, title: Text, rulesById: ReadonlyMap<string, string>): readonly string[] {
  const rows = requirements.filter((row) => row.id.startsWith(prefix));
  return [
    `## ${prefix} · ${title.zh} · ${title.en}`,
    '',
    '| Id | 要求 | Requirement | Scene 场景 | Kind 类别 | Level 层级 | Law 依据 | Status 状态 | Checked by 检查方式 |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => line(row, rulesById.get(row.id))),
    '',
  ];
}

function line(row: Requirement, rule: string | undefined): string {
  const scenes = row.scenes.map((code) => `${code} ${findScene(code)?.label.zh ?? ''}`.trim()).join('<br>');
  const law = hookLabels(row.law).zh.replaceAll('；', '；<br>');
  const by = rule === undefined ? 'officer checklist 人工核查' : `rule 规则 [${rule.split('/').at(-1)}](../${rule})`;
  const cells = [row.id, row.title.zh, row.title.en, scenes || '—', row.kinds.join(', '), row.level, law, statusOf(row), by];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
