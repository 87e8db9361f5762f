import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinaCalendar, extendCalendar, firstChange } from '../calendar/calendar.ts';
import { addDays } from '../calendar/civil-date.ts';
import { daysOf } from '../calendar/notice.ts';
import type { Clock } from './clock.ts';
import { clocks } from './clocks.data.ts';
import { due } from './due.ts';
import { touchedBy } from './touched-by.ts';

const next = extendCalendar(chinaCalendar, {
  year: 2027,
  rest: daysOf(2027, '01-01~01-03 02-05~02-11 04-03~04-05 05-01~05-05 06-09 09-15 10-01~10-07'),
  makeup: daysOf(2027, '2026-12-26 02-20 05-08 09-26 10-09'),
  source: { zh: '测试用安排', en: 'Arrangement for the test' },
  loadedBy: 'test',
  publishedOn: null,
});
const change = firstChange(chinaCalendar, next) ?? '';
const byDay = clocks.filter(
  ({ measure, limit, validTo }) => limit !== null && limit.unit !== 'hour' && measure !== 'rule' && validTo === null,
);
const reckon = (clock: Clock, start: string, calendar: typeof next) => due(clock, start, { calendar });

test('a new calendar moves only dates it touches', () => {
  const start = fc.integer({ min: 0, max: 240 }).map((days) => addDays('2026-06-01', days));
  const seen = { moved: 0, untouched: 0 };
  fc.assert(
    fc.property(fc.constantFrom(...byDay), start, (clock, start) => {
      const before = reckon(clock, start, chinaCalendar);
      const after = reckon(clock, start, next);
      const dates = ({ earliest, rolled, working, provisional }: typeof before) => [earliest, rolled, working, provisional];
      if (touchedBy(before, change)) seen.moved += Number(String(dates(before)) !== String(dates(after)));
      else {
        seen.untouched += 1;
        expect(dates(after)).toEqual(dates(before));
      }
    }),
    { numRuns: 1000 },
  );
  expect(seen.moved).toBeGreaterThan(50);
  expect(seen.untouched).toBeGreaterThan(50);
});

test('hours do not depend on the calendar', () => {
  const report = clocks.find(({ id }) => id === 'T12');
  if (report === undefined) throw new Error('no clock T12');
  expect(touchedBy(due(report, '2026-12-31T10:00:00+08:00', { calendar: chinaCalendar }), '2026-12-26')).toBe(false);
});
