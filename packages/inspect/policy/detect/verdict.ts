import type { ClauseVerdict } from '../../facts/fact.ts';
import { templateIn } from '../slots/template.ts';
import type { Outline, Sentence } from '../text/outline.ts';
import type { Detector, Finding } from './detector.ts';
import { isEmptySection } from './find.ts';

export interface Judged {
  readonly verdict: ClauseVerdict;
  readonly sentences: readonly Sentence[];
  readonly template: readonly string[];
}

/**
 * Verdict of one element. What is said certainly counts; what is only touched on never makes it absent; a heading over nothing is empty,
 * a heading over other words is not certain. `bare`: several headings of the text are known to stand over nothing. `absent` needs a text that was read as a whole and no cue anywhere.
 */
export function verdictOf(outline: Outline, detector: Detector, finding: Finding, whole: boolean, bare = false): Judged {
  const { certain, touched, promised, linked } = finding;
  const clean = certain.filter(({ text }) => templateIn(text) === null);
  const remnants = [...certain, ...touched].flatMap(({ text }) => templateIn(text) ?? []);
  const own = clean.filter((sentence) => !linked.includes(sentence));
  if (own.length > 0) return { verdict: 'present', sentences: own, template: [] };
  if (remnants.length > 0) return { verdict: 'empty', sentences: [...certain, ...touched], template: remnants };
  if (linked.length > 0) return { verdict: 'by-link', sentences: linked, template: [] };
  if (touched.length > 0) return { verdict: detector.cueOnly, sentences: touched, template: [] };
  if (promised.length > 0) {
    const isHollow = promised.every((heading) => isEmptySection(outline, heading));
    return { verdict: isHollow && (whole || bare) ? 'empty' : 'unreadable', sentences: promised, template: [] };
  }
  return { verdict: whole ? 'absent' : 'unreadable', sentences: [], template: [] };
}
