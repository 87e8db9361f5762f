import type { Report, ReportedOutcome } from '@liangjian/inspect';
import type { Text } from '@liangjian/law';

/** Heaviest first: what is taken without consent, given away, left unprotected; then what is not told and rights not given. */
const WEIGHT = ['K1', 'K2', 'K3', 'K4', 'R', 'K5'];

/** The problems to name first: one of each kind before a second of any, those that a machine sees surely before those that it flags. */
export function worst(report: Report, most: number): ReportedOutcome[] {
  const failed = report.outcomes.filter((one) => one.outcome === 'fail');
  const kinds = [...new Set(failed.map((one) => one.kind))].sort((a, b) => weight(a) - weight(b));
  const queues = kinds.map((kind) =>
    failed.filter((one) => one.kind === kind).sort((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : 0)),
  );
  const order: ReportedOutcome[] = [];
  while (order.length < Math.min(most, failed.length)) for (const queue of queues) order.push(...queue.splice(0, 1));
  return order.slice(0, most);
}

const weight = (kind: string): number => (WEIGHT.includes(kind) ? WEIGHT.indexOf(kind) : WEIGHT.length);

/** What was seen, in one line: the first sentence; the report itself says more, and in which visits. */
export function seen({ message }: ReportedOutcome): Text {
  const short = (text: string, visits: RegExp, end: RegExp, most: number) => {
    const line = text.replace(visits, '').split(end)[0] ?? '';
    return line.length > most ? `${line.slice(0, most - 1)}…` : line;
  };
  return {
    zh: short(message.zh, /^在 \d+ 次独立访问中的 \d+ 次（[^）]*），/, /(?<=。)/, 90),
    en: short(message.en, /^In \d+ of \d+ separate visits \([^)]*\), /, /(?<=[.!?]) (?=[A-Z])/, 170),
  };
}
