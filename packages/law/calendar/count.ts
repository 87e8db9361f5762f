import { type Calendar, coverageOf, worksOn } from './calendar.ts';
import { addDays } from './civil-date.ts';

/** More days in a row than any holiday has; a search that goes further is a fault of the calendar. */
const LONGEST_REST = 60;

/**
 * The `count`th working day after `start` (the start day is not counted). Throws a RangeError unless `count` is a whole number above zero.
 */
export function addWorkingDays(start: string, count: number, calendar: Calendar): string {
  return step(start, count, calendar, 1);
}

/** The `count`th working day before `end` (the end day is not counted). */
export function subtractWorkingDays(end: string, count: number, calendar: Calendar): string {
  return step(end, count, calendar, -1);
}

function step(start: string, count: number, calendar: Calendar, direction: 1 | -1): string {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`not a number of days to count: ${count}`);
  let date = start;
  for (let left = count; left > 0; ) {
    date = addDays(date, direction);
    if (worksOn(date, calendar)) left -= 1;
  }
  return date;
}

/** Working days from `from` to `to`, both included; 0 when `to` is earlier. */
export function workingDaysWithin(from: string, to: string, calendar: Calendar): number {
  let count = 0;
  for (let date = from; date <= to; date = addDays(date, 1)) if (worksOn(date, calendar)) count += 1;
  return count;
}

/** `date` itself or the next working day. */
export function workingDayFrom(date: string, calendar: Calendar): string {
  return nearest(date, calendar, 1);
}

/** `date` itself or the last working day before it. */
export function workingDayUpTo(date: string, calendar: Calendar): string {
  return nearest(date, calendar, -1);
}

function nearest(date: string, calendar: Calendar, direction: 1 | -1): string {
  let at = date;
  for (let tries = 0; tries < LONGEST_REST; tries += 1) {
    if (worksOn(at, calendar)) return at;
    at = addDays(at, direction);
  }
  throw new RangeError(`no working day within ${LONGEST_REST} days of ${date}`);
}

/** True when every day from `from` to `to` is covered by a notice. */
export function covers(calendar: Calendar, from: string, to: string): boolean {
  const coverage = coverageOf(calendar);
  return from >= coverage.from && to <= coverage.to;
}
