import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chinaCalendar, dayAnswer } from './calendar.ts';
import { addDays } from './civil-date.ts';
import { addWorkingDays, covers, subtractWorkingDays, workingDayFrom, workingDaysWithin, workingDayUpTo } from './count.ts';

const start = fc.integer({ min: 0, max: 8000 }).map((days) => addDays('2004-06-01', days));
const count = fc.integer({ min: 1, max: 90 });

describe('working days', () => {
  test('seven after 2026-02-10 are 2026-02-26, where Monday to Friday alone would give 02-19', () => {
    expect(addWorkingDays('2026-02-10', 7, chinaCalendar)).toBe('2026-02-26');
  });

  test('counting forward, backward and within agree', () => {
    fc.assert(
      fc.property(start, count, (from, n) => {
        const to = addWorkingDays(from, n, chinaCalendar);
        expect(workingDaysWithin(addDays(from, 1), to, chinaCalendar)).toBe(n);
        expect(subtractWorkingDays(addDays(to, 1), n, chinaCalendar) > from).toBe(true);
        expect(addWorkingDays(from, n + 1, chinaCalendar) > to).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the nearest working day is reached without passing one', () => {
    fc.assert(
      fc.property(start, (date) => {
        const [next, last] = [workingDayFrom(date, chinaCalendar), workingDayUpTo(date, chinaCalendar)];
        const free = dayAnswer(date, chinaCalendar).working ? 0 : 1;
        expect(workingDaysWithin(last, next, chinaCalendar)).toBe(1 + free);
      }),
      { numRuns: 300 },
    );
  });

  test('nothing is counted backwards from a later day', () => {
    expect(workingDaysWithin('2026-03-02', '2026-03-01', chinaCalendar)).toBe(0);
  });

  test.each([0, -1, 1.5, Number.NaN])('%d days cannot be counted', (n) => {
    expect(() => addWorkingDays('2026-03-02', n, chinaCalendar)).toThrow(RangeError);
  });
});

test('a span is covered only when both its ends are', () => {
  expect(covers(chinaCalendar, '2026-12-01', '2026-12-31')).toBe(true);
  expect(covers(chinaCalendar, '2026-12-31', '2027-01-01')).toBe(false);
  expect(covers(chinaCalendar, '2003-12-31', '2004-01-02')).toBe(false);
});
