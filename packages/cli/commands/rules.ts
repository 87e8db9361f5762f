import { RULES } from '@liangjian/inspect';
import {
  findRequirement,
  findScene,
  hookLabel,
  hookStatus,
  type Requirement,
  requirements,
  requirementsFor,
  statusOf,
  violationKind,
} from '@liangjian/law';
import { type Command, Option } from 'commander';
import type { CommandContext } from '../context.ts';
import { Fault } from '../fault.ts';

interface RulesOptions {
  readonly scene?: string;
  readonly format: 'text' | 'json';
}

const BY_ID = new Map(RULES.map((rule) => [rule.requirement, rule]));

/** `liangjian rules`: lists every requirement, or explains one in both languages. */
export function addRules(program: Command, context: CommandContext): void {
  const { t } = context;
  program
    .command('rules')
    .summary(t('列出检查项，或者说明其中一项', 'list the requirements, or explain one'))
    .description(
      t(
        '不带参数时列出全部检查项；带编号时说明这一项（中英文）。',
        'Without an argument lists every requirement; with an id explains it in both languages.',
      ),
    )
    .argument('[id]', t('检查项编号，例如 G13；list 表示全部', 'id of a requirement, for example G13; list means all'))
    .option('--scene <code>', t('只列出某个场景适用的检查项', 'only those that hold for a scene'))
    .addOption(new Option('--format <format>', t('输出格式', 'format')).choices(['text', 'json']).default('text'))
    .action((id: string | undefined, options: RulesOptions) => {
      if (options.scene !== undefined && !findScene(options.scene)) throw new Fault('unknown-scene', options.scene);
      if (id === undefined || id === 'list') {
        const rows = options.scene === undefined ? requirements : requirementsFor(options.scene);
        process.stdout.write(
          options.format === 'json'
            ? rows.map((row) => `${JSON.stringify(plain(row))}\n`).join('')
            : rows.map((row) => listed(row, context)).join(''),
        );
        return;
      }
      const row = findRequirement(id.toUpperCase());
      if (!row) throw new Fault('unknown-requirement', id);
      process.stdout.write(options.format === 'json' ? `${JSON.stringify(plain(row), null, 2)}\n` : explained(row));
    });
}

const plain = (row: Requirement) => ({
  ...row,
  status: statusOf(row),
  rule: BY_ID.has(row.id),
  law: row.law.map((hook) => ({ hook, label: hookLabel(hook), status: hookStatus(hook) })),
});

function listed(row: Requirement, { language, t }: CommandContext): string {
  const by = BY_ID.has(row.id) ? t('规则', 'rule     ') : t('人工', 'checklist');
  const mark = statusOf(row) === 'verified' ? '' : t('〔未核实〕', ' [unverified]');
  return `${row.id.padEnd(4)} ${row.level} ${row.kinds.join('/').padEnd(6)} ${by} ${row.title[language]}${mark}\n`;
}

const LEVELS = {
  A: ['机器可以提出线索，由人确认', 'a machine can raise a lead, a person confirms'],
  B: ['机器提示，由人判断', 'a machine flags, a person judges'],
  C: ['只能查阅资料或者现场核查', 'documents or on-site work only'],
} as const;

/** One requirement in both languages: what must hold, how it is seen, what the three answers mean, and the law. */
function explained(row: Requirement): string {
  const rule = BY_ID.get(row.id);
  const scenes = row.scenes.map((code) => `${code} ${findScene(code)?.label.zh ?? ''}`).join('、') || '全部场景 / every scene';
  const lines = [
    `${row.id}  ${row.title.zh}`,
    `     ${row.title.en}`,
    '',
    `场景 Scene      ${scenes}`,
    `类别 Kind       ${row.kinds.map((kind) => `${kind} ${violationKind(kind).short.zh} / ${violationKind(kind).short.en}`).join('; ')}`,
    `层级 Level      ${row.level} ${LEVELS[row.level][0]} / ${LEVELS[row.level][1]}`,
    `状态 Status     ${statusOf(row) === 'verified' ? '已核对 / verified' : '未核实，须由法制人员确认 / unverified, a lawyer must confirm'}`,
    '',
    '如何观察 How it is observed',
    `  ${row.observe.zh}`,
    `  ${row.observe.en}`,
    '',
    '三种结论 The three answers',
  ];
  if (rule) {
    lines.push(
      `  发现问题：看到了与上述要求相反的事实，并附画面、位置或者请求。读取的事实：${rule.needs.join('、')}`,
      `  Problem found: facts contrary to the requirement were seen, with picture, place or request. Facts read: ${rule.needs.join(', ')}`,
      '  未发现问题：该看的都看到了，没有与要求相反的事实。',
      '  No problem found: all that must be looked at was seen, and nothing contrary to the requirement.',
      '  无法判断：有应看而没有看到的部分，或者存在可能的正当理由；“没看到”不等于“没有”。',
      '  Cannot tell: something that must be seen was not, or a lawful reason is possible; "not seen" is never "not there".',
    );
  } else {
    lines.push('  本项没有自动规则，由执法人员按“如何观察”核查。', '  No automatic rule: an officer checks it as described above.');
  }
  lines.push('', '依据 Law');
  for (const hook of row.law)
    lines.push(
      `  ${hookLabel(hook).zh}${hookStatus(hook) === 'verified' ? '' : '〔未核实〕'}`,
      `  ${hookLabel(hook).en}${hookStatus(hook) === 'verified' ? '' : ' [unverified]'}`,
    );
  return `${lines.join('\n')}\n`;
}
