import type { Calendar } from '../calendar/calendar.ts';
import { addDays, addMonths, daysBetween } from '../calendar/civil-date.ts';
import { addWorkingDays, workingDaysWithin } from '../calendar/count.ts';
import type { Limit } from './clock.ts';
import type { Span } from './pauses.ts';

/**
 * Last day of a limit that begins the day after `from`, the days of `spans` left out.
 * Months and years end on the same day of the later month; time left out is added as days. Throws a RangeError for hours.
 */
export function advance(from: string, limit: Limit, spans: readonly Span[], calendar: Calendar): string {
  const { value, unit } = limit;
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`not a limit: ${value} ${unit}`);
  switch (unit) {
    case 'working-day':
      return advanceWorkingDays(from, value, spans, calendar);
    case 'calendar-day':
      return advanceDays(from, value, spans);
    case 'month':
      return advanceDays(from, daysBetween(from, addMonths(from, value)), spans);
    case 'year':
      return advanceDays(from, daysBetween(from, addMonths(from, value * 12)), spans);
    case 'hour':
      throw new RangeError('hours are counted by instants, not by days');
  }
}

function advanceDays(from: string, days: number, spans: readonly Span[]): string {
  let end = addDays(from, days);
  for (const span of spans) {
    if (span.to <= from) continue;
    if (span.from > end) break;
    const first = span.from > from ? span.from : addDays(from, 1);
    end = addDays(end, daysBetween(first, span.to) + 1);
  }
  return end;
}

function advanceWorkingDays(from: string, days: number, spans: readonly Span[], calendar: Calendar): string {
  let [at, left] = [from, days];
  for (const span of spans) {
    if (span.to <= at) continue;
    const before = workingDaysWithin(addDays(at, 1), addDays(span.from, -1), calendar);
    if (before >= left) break;
    left -= before;
    at = span.to;
  }
  return addWorkingDays(at, left, calendar);
}
