import { type Text, violationKind } from '@liangjian/law';
import type { Fact } from '../facts/fact.ts';
import type { Outcome } from '../rules/rule.ts';
import { codeSteps } from './code-steps.ts';
import { wrap } from './display-width.ts';
import { type Language, say } from './language.ts';
import { factTitle } from './fact-title.ts';
import { oneLine, showHidden } from './plain.ts';
import type { Report, ReportedOutcome } from './report.ts';
import { ARMS, FACTS, gapWords, KIND_ORDER, kindWords, lawWords, LEADS_ONLY, OUTCOMES, reason, sceneWords, stopWords } from './words.ts';

export interface TextOptions {
  readonly language: Language;
  /** ANSI colours; only for a terminal. */
  readonly colour: boolean;
  /** Columns of the terminal; at most 100 are used. */
  readonly columns?: number;
}

const CODES = { bold: '1', red: '31', yellow: '33', green: '32', dim: '2' } as const;
const MARKS: Readonly<Record<Outcome, string>> = { fail: '✗', 'cannot-tell': '?', pass: '✓' };

/** The report for a terminal: what is wrong, what a person must still check, what could not be seen, then what was in order. */
export function reportText(report: Report, options: TextOptions): string {
  const columns = Math.min(Math.max(options.columns ?? 80, 40), 100);
  const paint = (style: keyof typeof CODES, text: string) => (options.colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
  const words = (text: Text) => showHidden(say(text, options.language));
  const lines: string[] = [];
  const put = (text: string, indent = 0, hang = indent) => {
    const wrapped = wrap(text, columns - Math.max(indent, hang));
    wrapped.forEach((line, index) => lines.push(`${' '.repeat(index === 0 ? indent : hang)}${line}`));
  };
  const heading = (style: keyof typeof CODES, text: string) => lines.push('', paint('bold', paint(style, text)));
  const of = (outcome: Outcome) => report.outcomes.filter((one) => one.outcome === outcome);
  const zh = options.language === 'zh';
  const factById = new Map(report.facts.map((fact) => [fact.id, fact]));

  const failed = of('fail').filter((one) => one.waived !== true);
  const waived = of('fail').filter((one) => one.waived === true);
  // Rows about which code says nothing at all are one line: somebody who develops wants to see what code says.
  const bare = (one: ReportedOutcome): boolean => report.touchpoint.kind === 'miniprogram' && one.facts.length === 0;
  const open = of('cannot-tell').filter((one) => !bare(one));
  const onPhone = of('cannot-tell').filter(bare);
  const passed = of('pass');
  lines.push(paint('bold', oneLine(report.touchpoint.locator, 200)));
  put(
    `${zh ? '场景：' : 'Scene: '}${words(sceneWords(report.touchpoint.scene))}  ${zh ? '时间：' : 'Time: '}${shanghai(report.startedAt)}`,
  );
  put(
    zh
      ? `结论：发现问题 ${failed.length} 项，无法判断 ${open.length + onPhone.length} 项，未发现问题 ${passed.length} 项${waived.length > 0 ? `，已说明理由 ${waived.length} 项` : ''}。`
      : `Result: ${failed.length} problems found, ${open.length + onPhone.length} cannot tell, ${passed.length} without a problem${waived.length > 0 ? `, ${waived.length} set aside with a reason` : ''}.`,
  );
  put(words(LEADS_ONLY));

  if (failed.length > 0) heading('red', `${MARKS.fail} ${words(OUTCOMES.fail)}`);
  for (const kind of KIND_ORDER) {
    const group = failed.filter((one) => one.kind === kind);
    if (group.length === 0) continue;
    put(words(kindWords(kind)), 2, 2);
    for (const one of group) finding(one);
  }
  if (waived.length > 0) heading('dim', zh ? '已由开发者说明理由' : 'Set aside by the developer with a reason');
  for (const one of waived) {
    put(`${one.requirement} ${words(one.title)}`, 2, 6);
    for (const { reason: why, file, line, by } of one.excused ?? [])
      put(`${by === 'comment' ? `${file}:${line} ` : zh ? '已知问题清单 ' : 'baseline '}${oneLine(why, 200)}`, 6, 8);
  }
  if (open.length + onPhone.length > 0) heading('yellow', `${MARKS['cannot-tell']} ${zh ? '须由人工核查' : 'A person must still check'}`);
  for (const one of open) {
    put(`${one.requirement} ${words(one.title)}${unverified(one)}`, 2, 6);
    put(words(one.message), 6);
  }
  if (onPhone.length > 0)
    put(
      `${zh ? '代码看不出、须在真机上核查：' : 'Not to be seen in code, to be checked on a phone: '}${onPhone.map((one) => one.requirement).join(' ')}`,
      2,
      4,
    );
  const gaps = report.coverage.notRead;
  const limits = report.facts.filter((fact): fact is Fact<'limit'> => fact.type === 'limit');
  const incomplete = report.arms.filter((arm) => !arm.complete || arm.completeness.missing > 0);
  const stops = report.arms.map(stopWords).filter((stop) => stop !== null);
  if (gaps.length + limits.length + incomplete.length + stops.length > 0) heading('yellow', zh ? '未能查看' : 'Could not be seen');
  for (const stop of stops) put(words(stop), 2, 4);
  for (const gap of gaps) put(words(gapWords(gap)), 2, 4);
  for (const limit of limits)
    put(`${words(reason(limit.detail.what))}${limit.detail.where ? ` (${oneLine(limit.detail.where, 60)})` : ''}`, 2, 4);
  for (const arm of incomplete) put(`${words(ARMS[arm.arm])}${zh ? '：' : ': '}${oneLine(arm.completeness.stated, 120)}`, 2, 4);

  if (passed.length > 0) {
    heading('green', `${MARKS.pass} ${zh ? `未发现问题 ${passed.length} 项` : `${passed.length} without a problem`}`);
    put(passed.map((one) => one.requirement).join(' '), 2);
  }
  return `${lines.join('\n')}\n`;

  function unverified(one: ReportedOutcome): string {
    return one.status === 'verified' ? '' : zh ? '〔依据未核实〕' : ' [basis unverified]';
  }

  function finding(one: ReportedOutcome): void {
    put(paint('red', `${MARKS.fail} ${one.requirement} ${words(one.title)}${unverified(one)}`), 4, 6);
    put(words(one.message), 6);
    const carried = one.facts.flatMap((id) => factById.get(id) ?? []);
    for (const fact of carried.filter((candidate) => codeSteps(candidate).length > 0).slice(0, 4)) source(fact);
    for (const place of placesOf(carried.filter((fact) => codeSteps(fact).length === 0))) put(paint('dim', `→ ${place}`), 6, 8);
    if (one.law.length > 0) put(`${zh ? '依据：' : 'Law: '}${words(lawWords(one.law))}`, 6, 8);
    put(`${zh ? '下一步：' : 'Next: '}${words(one.officer)}`, 6, 8);
  }

  /** Source lines of a fact: the place itself, then the steps that lead there. */
  function source(fact: Fact): void {
    codeSteps(fact).forEach(({ what, where, quote }, index) => {
      const said = index === 0 ? `→ ${words(FACTS[fact.type])} ` : what ? `${words(what)} ` : '';
      put(paint('dim', `${index === 0 ? '' : '↳ '}${said}${oneLine(where, 200)}`), index === 0 ? 6 : 8, 10);
      if (quote !== '') lines.push(`${' '.repeat(10)}${paint('dim', oneLine(quote, 110))}`);
    });
  }

  function placesOf(facts: readonly Fact[]): string[] {
    const places = facts.flatMap((fact) => {
      const seen = fact.evidence[0];
      if (!seen) return [];
      const where = seen.file
        ? `${seen.file}${seen.line ? `:${seen.line}` : ''}`
        : (seen.selector ?? (seen.request ? `#${seen.request}` : ''));
      const quoted = fact.type === 'transfer' ? words(factTitle(fact)) : fact.label || seen.span?.quote || '';
      const parts = [
        seen.arm ? words(ARMS[seen.arm]) : words(FACTS[fact.type]),
        oneLine(where, 70),
        quoted && `“${oneLine(quoted, 30)}”`,
        seen.artefact.slice(0, 12),
      ];
      return [parts.filter((part) => part !== '').join(' ')];
    });
    return [...new Set(places)].slice(0, 3);
  }
}

/** One line that says how a visit ended, for lists. */
export function reportLine(report: Report, language: Language): string {
  const told = report.outcomes.filter((one) => one.waived !== true);
  const count = (outcome: Outcome) => told.filter((one) => one.outcome === outcome).length;
  const kinds = [...new Set(told.filter((one) => one.outcome === 'fail').map((one) => one.kind))];
  const found = kinds.map((kind) => say(violationKind(kind).short, language)).join(language === 'zh' ? '、' : ', ');
  return language === 'zh'
    ? `发现问题 ${count('fail')}，无法判断 ${count('cannot-tell')}，未发现问题 ${count('pass')}${found ? `（${found}）` : ''}`
    : `${count('fail')} problems, ${count('cannot-tell')} cannot tell, ${count('pass')} without a problem${found ? ` (${found})` : ''}`;
}

/** `2026-11-24 20:26:10 (UTC+8)`. */
export function shanghai(instant: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')} (UTC+8)`;
}
