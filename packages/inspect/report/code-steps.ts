import type { Text } from '@liangjian/law';
import type { Fact } from '../facts/fact.ts';

/** One place in source code: what happens there, where, and the line as it stands. */
export interface CodeStep {
  readonly what: Text | null;
  readonly where: string;
  readonly quote: string;
}

const MOST = 6;

/** Where a fact from code stands, then its way from the control to the call; empty for what was seen on a screen. */
export function codeSteps(fact: Fact): CodeStep[] {
  const [first, ...more] = fact.evidence;
  if (first?.file === undefined) return [];
  const own: CodeStep = { what: null, where: place(first.file, first.line), quote: first.span?.quote ?? '' };
  const rest =
    fact.type === 'collects'
      ? (fact.detail.consent?.chain ?? []).map(({ what, en, file, line, quote }) => ({
          what: { zh: what, en: en ?? what },
          where: place(file, line),
          quote: quote ?? '',
        }))
      : more.flatMap(({ file, line, span }) => (file ? [{ what: null, where: place(file, line), quote: span?.quote ?? '' }] : []));
  return [own, ...rest].slice(0, MOST);
}

const place = (file: string, line: number | undefined): string => (line === undefined ? file : `${file}:${line}`);
