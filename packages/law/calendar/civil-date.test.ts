import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, civilDate, dayNumber, daysBetween, isCivilDate, weekdayOf } from './civil-date.ts';

const day = fc.integer({ min: -719_162, max: 2_932_896 });

describe('day numbers', () => {
  test('agree with the Gregorian calendar of the engine, in both directions', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = civilDate(number);
        expect(dayNumber(date)).toBe(number);
        const engine = new Date(number * 86_400_000);
        expect(date).toBe(engine.toISOString().slice(0, 10));
        expect(weekdayOf(date) % 7).toBe(engine.getUTCDay());
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '1900-02-29', '2026-1-1', '2026-01-01T00:00', '', '0000-01-01'])(
    '%s is not a day',
    (text) => {
      expect(isCivilDate(text)).toBe(false);
      expect(() => dayNumber(text)).toThrow(RangeError);
    },
  );

  test.each(['2000-02-29', '2024-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(isCivilDate(text)).toBe(true);
    expect(civilDate(dayNumber(text))).toBe(text);
  });

  test('there is no day beyond the four-digit years', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => civilDate(0.5)).toThrow(RangeError);
  });
});

test('days are added and counted over a leap day', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(daysBetween('2025-12-31', '2026-12-31')).toBe(365);
});

describe('months', () => {
  test.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-11-24', 3, '2027-02-24'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ] as const)('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  test('never leave the month aimed at', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 120 }), (number, months) => {
        const from = civilDate(number);
        const to = addMonths(from, months);
        const index = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(index(to) - index(from)).toBe(months);
        expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
      }),
    );
  });

  test('are whole and stay within the years there are', () => {
    expect(() => addMonths('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addMonths('9999-12-01', 1)).toThrow(RangeError);
  });
});
