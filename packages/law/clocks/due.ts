import { type Calendar, coverageOf, dayAnswer } from '../calendar/calendar.ts';
import { addDays, daysBetween, weekdayOf } from '../calendar/civil-date.ts';
import { subtractWorkingDays, workingDayFrom, workingDaysWithin, workingDayUpTo } from '../calendar/count.ts';
import type { Text } from '../text.ts';
import { advance } from './advance.ts';
import type { Clock, Limit, Measure } from './clock.ts';
import { governs } from './clock-for.ts';
import * as say from './explain.ts';
import { type Extension, extend } from './extensions.ts';
import { instantOf, shanghaiDay, shanghaiInstant } from './instant.ts';
import { checkPauses, type Pause, spansOf } from './pauses.ts';

export interface DueInput {
  readonly calendar: Calendar;
  readonly pauses?: readonly Pause[];
  readonly extensions?: readonly Extension[];
  /** Day on which the matter was received, when the clock starts later; decides which version may be used. */
  readonly receivedOn?: string;
  /** For a duty without a number: what the office has set itself. */
  readonly target?: Limit;
}

/** When a duty is due, and how that was reckoned. Days are `YYYY-MM-DD`; hour clocks have instants (`+08:00`). */
export interface Due {
  readonly clock: string;
  readonly measure: Measure;
  /** Day or instant from which the clock was counted. */
  readonly start: string;
  /** End of the limit by the strict reading, wherever it falls. */
  readonly earliest: string;
  /** Latest lawful end: rolled over free days, or by the wider reading. Equal to `earliest` when nothing rolls. */
  readonly rolled: string;
  /** Day by which an officer must act to be safe: the last working day not after `earliest`, or the first after it where none is left. */
  readonly working: string;
  /** `rolled` rests on a reading that is disputed. */
  readonly disputed: boolean;
  /** The dates may still change: no notice covers the days, or a pause is still open. */
  readonly provisional: boolean;
  readonly provisionalWhy: readonly Text[];
  /** First day of a pause that has not ended and bears on the limit; null otherwise. */
  readonly pausedFrom: string | null;
  /** Pauses that bore on the limit, both ends included. */
  readonly pauses: readonly Pause[];
  readonly calendarVersion: number;
  readonly steps: readonly say.Step[];
}

/**
 * Reckons when the duty of `clock` is due after the event of `start` (a day, or an instant with its offset).
 * Pure: the same input gives the same answer on every machine and in every time zone.
 * Throws a RangeError when the clock has no end to reckon, when its version does not govern the day of receipt,
 * or when a pause or an extension is not one the rule allows.
 */
export function due(clock: Clock, start: string, input: DueInput): Due {
  const limit = limitOf(clock, input);
  const pauses = input.pauses ?? [];
  const received = input.receivedOn === undefined ? shanghaiDay(start) : shanghaiDay(input.receivedOn);
  if (!governs(clock, received)) throw new RangeError(`${clock.id} does not govern a matter received on ${received}`);
  checkPauses(clock, pauses);
  if (clock.extensions.length === 0 && (input.extensions ?? []).length > 0)
    throw new RangeError(`${clock.id}: the rule allows no extension`);
  if (limit === null) return sameDay(clock, shanghaiDay(start), input.calendar);
  if (clock.startRule === 'instant') return dueByInstant(clock, start, limit, input);
  if (clock.startRule === 'day-before') return dueBefore(clock, shanghaiDay(start), limit, input);
  return dueAfter(clock, shanghaiDay(start), limit, pauses, input);
}

function limitOf(clock: Clock, { target }: DueInput): Limit | null {
  if (clock.measure === 'rule') throw new RangeError(`${clock.id} has no end to reckon`);
  if (clock.measure === 'at-once') return null;
  if (clock.measure === 'target') {
    if (target === undefined) throw new RangeError(`${clock.id}: law gives no number, and no target was set`);
    return target;
  }
  if (target !== undefined) throw new RangeError(`${clock.id}: the limit stands in law, a target cannot replace it`);
  return clock.limit;
}

function dueAfter(clock: Clock, start: string, limit: Limit, pauses: readonly Pause[], input: DueInput): Due {
  const { calendar } = input;
  const spans = spansOf(pauses, start);
  const base = advance(start, limit, spans, calendar);
  const reach = (end: string): string => latestEnd(clock, start, end, calendar).rolled;
  const extended = extend(clock, base, input.extensions ?? [], (from, more) => advance(from, more, spans, calendar), reach);
  const earliest = extended.end;
  const effective = pauses.filter(({ from, to }) => from <= earliest && (to === null || to > start));
  const open = effective.find(({ to }) => to === null);
  const end = latestEnd(clock, start, earliest, calendar);
  const coverage = coverageOf(calendar);
  const needsDays = limit.unit === 'working-day' || clock.measure !== 'period';
  const firstNeeded = limit.unit === 'working-day' ? addDays(start, 1) : earliest;
  const uncovered = needsDays && (end.rolled > coverage.to || firstNeeded < coverage.from);
  const provisionalWhy = [...(uncovered ? [say.uncovered(coverage)] : []), ...(open ? [say.open(open)] : [])];
  const leftOut = effective.length === 0 ? null : leftOutDays(spansOf(effective, start), limit, earliest, calendar);
  return {
    clock: clock.id,
    measure: clock.measure,
    start,
    earliest,
    ...end,
    provisional: provisionalWhy.length > 0,
    provisionalWhy,
    pausedFrom: open?.from ?? null,
    pauses: effective,
    calendarVersion: calendar.version,
    steps: [
      say.started(clock, start),
      say.limited(clock, limit),
      ...effective.map(say.paused),
      ...(leftOut === null ? [] : [say.leftOut(clock, leftOut, effective.length > 1)]),
      ...extended.steps,
      say.ended(earliest, clock),
      ...(end.rolled === earliest ? [] : [say.rolled(clock, earliest, end, dayAnswer(earliest, calendar).kind)]),
      ...(!uncovered && needsDays ? say.yearEnd(end.rolled, coverage) : []),
      ...provisionalWhy.map(say.provisional),
    ],
  };
}

/** The same end by the wider reading and, for the officer, by the narrow one. */
function latestEnd(clock: Clock, start: string, earliest: string, calendar: Calendar): Pick<Due, 'rolled' | 'working' | 'disputed'> {
  if (clock.measure === 'period') return { rolled: earliest, working: earliest, disputed: false };
  const next = workingDayFrom(earliest, calendar);
  const wider = clock.otherReading === undefined ? next : advance(start, clock.otherReading, [], calendar);
  const rolled = wider > next ? wider : next;
  let disputed = rolled !== next;
  for (let day = earliest; day < next; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5 && dayAnswer(day, calendar).kind !== 'rest') disputed = true;
  }
  const last = workingDayUpTo(earliest, calendar);
  // A limit that lies wholly in a holiday leaves no working day: then the first one after it counts.
  return { rolled, working: last > start ? last : next, disputed };
}

function leftOutDays(spans: ReturnType<typeof spansOf>, limit: Limit, earliest: string, calendar: Calendar): Limit {
  const ends = spans.filter(({ from }) => from <= earliest);
  const unit = limit.unit === 'working-day' ? 'working-day' : 'calendar-day';
  const measure =
    unit === 'working-day'
      ? (from: string, to: string) => workingDaysWithin(from, to, calendar)
      : (from: string, to: string) => daysBetween(from, to) + 1;
  return { value: ends.reduce((sum, { from, to }) => sum + measure(from, to), 0), unit };
}

function dueBefore(clock: Clock, event: string, limit: Limit, { calendar }: DueInput): Due {
  const strict = subtractWorkingDays(event, limit.value + 1, calendar);
  const wide = subtractWorkingDays(event, limit.value, calendar);
  const coverage = coverageOf(calendar);
  const why = addDays(event, -1) > coverage.to || strict < coverage.from ? [say.uncovered(coverage)] : [];
  return {
    ...plain(clock, event, calendar),
    earliest: strict,
    rolled: wide,
    working: strict,
    disputed: true,
    provisional: why.length > 0,
    provisionalWhy: why,
    steps: [say.startedBefore(clock, event), say.limited(clock, limit), say.before(strict, wide), ...why.map(say.provisional)],
  };
}

function dueByInstant(clock: Clock, start: string, limit: Limit, { calendar }: DueInput): Due {
  const from = instantOf(start);
  const end = shanghaiInstant(from + limit.value * 3_600_000);
  return {
    ...plain(clock, shanghaiInstant(from), calendar),
    earliest: end,
    rolled: end,
    working: end,
    steps: [say.startedAt(clock, shanghaiInstant(from)), say.limited(clock, limit), say.endedAt(end)],
  };
}

function sameDay(clock: Clock, start: string, calendar: Calendar): Due {
  return { ...plain(clock, start, calendar), earliest: start, rolled: start, working: start, steps: [say.atOnce(clock, start)] };
}

const plain = (clock: Clock, start: string, calendar: Calendar) => ({
  clock: clock.id,
  measure: clock.measure,
  start,
  disputed: false,
  provisional: false,
  provisionalWhy: [],
  pausedFrom: null,
  pauses: [],
  calendarVersion: calendar.version,
});
