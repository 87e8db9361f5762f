import { addDays, daysBetween, isCivilDate } from '../calendar/civil-date.ts';
import { type Clock, type PauseGround, pauseGrounds } from './clock.ts';

/** Days that do not count, both ends included; `to` is null while the pause lasts. */
export interface Pause {
  readonly from: string;
  readonly to: string | null;
  readonly ground: PauseGround;
}

/** Disjoint days, both ends included, in order of time. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Throws a RangeError for a pause that the clock does not know or that ends before it begins. */
export function checkPauses(clock: Clock, pauses: readonly Pause[]): void {
  for (const { from, to, ground } of pauses) {
    if (!clock.notCounted.includes(ground))
      throw new RangeError(`${clock.id}: time for ${pauseGrounds[ground]?.en ?? ground} counts; the rule does not leave it out`);
    if (!isCivilDate(from) || (to !== null && !isCivilDate(to))) throw new RangeError(`${clock.id}: a pause has no calendar days`);
    if (to !== null && to < from) throw new RangeError(`${clock.id}: the pause from ${from} ends on ${to}, before it begins`);
  }
  if (pauses.filter(({ to }) => to === null).length > 1) throw new RangeError(`${clock.id}: two pauses are open`);
}

/**
 * Pauses after the start day as disjoint spans: overlapping and touching ones are joined, so no day is left out twice.
 * An open pause takes at least its first day, the least it can be.
 */
export function spansOf(pauses: readonly Pause[], start: string): readonly Span[] {
  const first = addDays(start, 1);
  const clipped = pauses
    .map(({ from, to }) => ({ from: from < first ? first : from, to: to ?? (from < first ? first : from) }))
    .filter(({ from, to }) => from <= to)
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  const spans: Span[] = [];
  for (const span of clipped) {
    const last = spans.at(-1);
    if (last === undefined || daysBetween(last.to, span.from) > 1) spans.push(span);
    else if (span.to > last.to) spans[spans.length - 1] = { from: last.from, to: span.to };
  }
  return spans;
}
