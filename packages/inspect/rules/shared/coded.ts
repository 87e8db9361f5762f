import type { PiCategory, Text } from '@liangjian/law';
import type { ConsentFlaw, Fact } from '../../facts/fact.ts';
import type { FactView, JudgeContext, Verdict } from '../rule.ts';
import { cannotTell, fail } from '../verdict.ts';
import { distinct, list, quote, text } from './text.ts';

/** A program whose code was read; undefined for everything that was visited. */
export const programOf = (facts: FactView): Fact<'program'> | undefined => facts.of('program')[0];

/** Code was read, and all of it: for what must not be there this is what reaching the end is for a visit. */
export const readWhole = (facts: FactView, context: JudgeContext): boolean =>
  programOf(facts)?.detail.whole === 'yes' && context.coverage.notRead.length === 0;

/** From code or a text, not from a visit. */
export const isCoded = (fact: Fact): boolean => fact.phase === 'static' && !('arms' in fact.detail && fact.detail.arms.length > 0);

/** Faults in asking that code shows, certain ones first. */
export const flawsOf = (facts: FactView, ...kinds: readonly ConsentFlaw[]): readonly Fact<'consent-flaw'>[] =>
  facts
    .of('consent-flaw')
    .filter(({ detail }) => kinds.includes(detail.flaw))
    .toSorted((a, b) => Number(b.detail.answer === 'yes') - Number(a.detail.answer === 'yes'));

export const isCertain = ({ detail }: Fact<'consent-flaw'>): boolean => detail.answer === 'yes';

/** What several faults come to, each reason once, with the words of the control. */
export const flawWords = (flaws: readonly Fact<'consent-flaw'>[]): Text =>
  list(
    distinct(
      flaws.map(({ label, detail: { why } }) =>
        label === '' ? why : text(`${quote(label, 20).zh}：${why.zh}`, `${quote(label, 20).en}: ${why.en}`),
      ),
    ),
    3,
  );

const MARKS: readonly PiCategory[] = ['device-id', 'platform-id', 'ip-address', 'browsing', 'wifi'];

/** Takes more than marks of the device or of the account at the platform, which every program of a platform meets. */
export const takesPersonal = (fact: Fact): boolean => fact.pi.some((category) => !MARKS.includes(category));

const PLACES = 3;

/** 「在代码 pages/login/login.wxml:12」: where facts from code stand; null when none names a file. */
export function codePlaces(facts: readonly Fact[]): Text | null {
  const places = [
    ...new Set(facts.flatMap(({ evidence: [first] }) => (first?.file ? [`${first.file}${first.line ? `:${first.line}` : ''}`] : []))),
  ];
  if (places.length === 0) return null;
  const shown = places.slice(0, PLACES);
  const more = places.length > PLACES;
  return text(
    `在代码 ${shown.join('、')}${more ? ` 等 ${places.length} 处` : ''}`,
    `in the code (${shown.join(', ')}${more ? ` and ${places.length - PLACES} more` : ''})`,
  );
}

/** Answer that faults shown by code give: a lead when certain, a question when the code does not decide; null when there are none. */
export function flawVerdict(facts: FactView, kinds: readonly ConsentFlaw[], officer: Text): Verdict | null {
  const flaws = flawsOf(facts, ...kinds);
  const certain = flaws.filter(isCertain);
  if (certain.length > 0) {
    const where = codePlaces(certain) ?? text('在所读材料中', 'in the material read');
    const words = flawWords(certain);
    return fail(text(`${where.zh}，${words.zh}。`, `${where.en}: ${words.en}.`), certain, officer);
  }
  if (flaws.length === 0) return null;
  const words = flawWords(flaws);
  return cannotTell(
    text(
      `${codePlaces(flaws)?.zh ?? ''}，代码有以下迹象，但不能据此断定：${words.zh}。`,
      `The code shows signs that decide nothing by themselves ${codePlaces(flaws)?.en ?? ''}: ${words.en}.`,
    ),
    flaws,
    officer,
  );
}
