import type { Program, TemplateNode, TemplateText } from '../../../collectors/miniprogram/program.ts';
import type { Evidence, Fact } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import { controlRoleOfWords } from '../visit/controls.ts';

/** Only a file that speaks of such things is worth a parse. */
const WORTH =
  /注销|撤回|撤销|收回|删除|清除|更正|修改|编辑|查询|导出|投诉|举报|反馈|个性化|定向|退订|拒收|游客|登录|手动|切换|选择(门店|城市|地区)|人工|服务员/;

/** Controls that serve rights and free choices, by the words of pages that the program has. Whether they work only a run shows. */
export function controlFacts(program: Program): Fact<'control'>[] {
  const pages = new Map(program.config.pages.map((page) => [page.path, page]));
  const found = new Map<string, Fact<'control'>>();
  for (const [path, template] of program.templates) {
    const { file } = template;
    if (file.origin !== 'own' || !WORTH.test(file.text)) continue;
    for (const { text, start } of texts(template.nodes)) {
      const words = text.replaceAll(/\s+/g, ' ').trim();
      const role = words.length > 30 || words.includes('{{') ? null : controlRoleOfWords(words);
      if (!role || found.has(`${role}|${words}`)) continue;
      found.set(`${role}|${words}`, control(role, words, pages.has(path), evidenceAt(file, start)));
    }
  }
  return [...found.values()];
}

const control = (role: Fact<'control'>['detail']['role'], label: string, onPage: boolean, evidence: Evidence): Fact<'control'> =>
  makeFact('control', {
    phase: 'static',
    pi: [],
    party: null,
    label,
    detail: { role, found: 'control', reached: onPage ? 'yes' : 'unknown', conditions: [], state: 'unknown', taps: 1, arms: [] },
    evidence: [evidence],
    stable: [role, 'code'],
  });

function* texts(nodes: readonly (TemplateNode | TemplateText)[]): Generator<TemplateText> {
  for (const node of nodes) {
    if ('text' in node) yield node;
    else yield* texts(node.children);
  }
}

function evidenceAt(file: Program['files'][number], offset: number): Evidence {
  const { text } = file;
  const at = offset + (/^\s*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
  let line = file.startLine;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line += 1;
  return { artefact: file.artefact, file: file.path, line, column: at - text.lastIndexOf('\n', at - 1) };
}
