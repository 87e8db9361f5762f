import { type Language, oneLine, OUTCOMES, type Report } from '@liangjian/inspect';
import { requirementById, type Text } from '@liangjian/law';
import { type Command, Option } from 'commander';
import type { CommandContext } from '../context.ts';
import { reportOf } from '../run/load.ts';

type Outcome = Report['outcomes'][number]['outcome'];

export interface Difference {
  readonly outcomes: readonly {
    readonly requirement: string;
    readonly title: Text;
    readonly from: Outcome | null;
    readonly to: Outcome | null;
  }[];
  readonly appeared: Report['facts'];
  readonly disappeared: Report['facts'];
}

/** `liangjian diff`: what changed between two inspections. */
export function addDiff(program: Command, context: CommandContext): void {
  const { t, language } = context;
  program
    .command('diff')
    .summary(t('比较两次检查', 'compare two inspections'))
    .description(
      t(
        '比较两次检查的结论和事实，例如整改前后。退出码 0 相同，1 不同。',
        'Compare outcomes and facts of two inspections, for example before and after correction. Exit status 0 same, 1 different.',
      ),
    )
    .argument('<a>', t('前一次：目录、.wacz 或者 report.json', 'earlier one: folder, .wacz or report.json'))
    .argument('<b>', t('后一次', 'later one'))
    .addOption(new Option('--format <format>', t('输出格式', 'format')).choices(['text', 'json']).default('text'))
    .action(async (a: string, b: string, options: { readonly format: 'text' | 'json' }) => {
      const difference = differenceOf(await reportOf(a), await reportOf(b));
      process.stdout.write(
        options.format === 'json'
          ? `${JSON.stringify({ format: 'liangjian-difference/1', ...difference })}\n`
          : differenceText(difference, language),
      );
      const same = difference.outcomes.length + difference.appeared.length + difference.disappeared.length === 0;
      context.end(same ? 0 : 1);
    });
}

/** Outcomes that changed, and facts that only one of the two has. Facts are the same when their ids are. */
export function differenceOf(a: Report, b: Report): Difference {
  const outcomeIn = (report: Report, id: string): Outcome | null => report.outcomes.find((one) => one.requirement === id)?.outcome ?? null;
  const ids = [...new Set([...a.outcomes, ...b.outcomes].map((one) => one.requirement))];
  const [had, has] = [a, b].map((report) => new Set(report.facts.map((fact) => fact.id))) as [Set<string>, Set<string>];
  return {
    outcomes: ids
      .map((requirement) => ({
        requirement,
        title: requirementById(requirement).title,
        from: outcomeIn(a, requirement),
        to: outcomeIn(b, requirement),
      }))
      .filter(({ from, to }) => from !== to),
    appeared: b.facts.filter((fact) => !had.has(fact.id)),
    disappeared: a.facts.filter((fact) => !has.has(fact.id)),
  };
}

function differenceText({ outcomes, appeared, disappeared }: Difference, language: Language): string {
  const zh = language === 'zh';
  const word = (outcome: Outcome | null) => (outcome === null ? (zh ? '未检查' : 'not judged') : OUTCOMES[outcome][language]);
  if (outcomes.length + appeared.length + disappeared.length === 0) return zh ? '没有差异。\n' : 'No difference.\n';
  const fact = (sign: string) => (one: Report['facts'][number]) =>
    `  ${sign} ${one.type} ${oneLine(one.label, 60)}${one.party ? ` → ${one.party.domain}` : ''}`;
  const lines: string[] = [];
  if (outcomes.length > 0) {
    lines.push(zh ? `结论变化 ${outcomes.length} 项：` : `${outcomes.length} outcomes changed:`);
    for (const one of outcomes) lines.push(`  ${one.requirement} ${one.title[language]}: ${word(one.from)} → ${word(one.to)}`);
  }
  if (appeared.length > 0)
    lines.push(zh ? `新出现的事实 ${appeared.length} 项：` : `${appeared.length} facts appeared:`, ...appeared.map(fact('+')));
  if (disappeared.length > 0)
    lines.push(zh ? `消失的事实 ${disappeared.length} 项：` : `${disappeared.length} facts disappeared:`, ...disappeared.map(fact('-')));
  return `${lines.join('\n')}\n`;
}
