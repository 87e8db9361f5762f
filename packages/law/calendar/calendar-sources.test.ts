import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { LegalHoliday } from 'tyme4ts';
import { describe, expect, test } from 'vitest';
import { calendarNotices } from './calendar.data.ts';
import { chinaCalendar, coverageOf, dayAnswer } from './calendar.ts';
import { addDays, weekdayOf } from './civil-date.ts';
import { noticeFaults, workingDaysWon } from './notice.ts';

/** Days of the coverage on which the other source gives another answer than the table. */
function differences(working: (date: string) => boolean): string[] {
  const { from, to } = coverageOf(chinaCalendar);
  const found: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) if (dayAnswer(date, chinaCalendar).working !== working(date)) found.push(date);
  return found;
}

const weekday = (date: string): boolean => weekdayOf(date) < 6;

describe('the table against other sources, day by day, 2004 to 2026', () => {
  test('chinese-days 1.5.7 lacks one make-up day of 2005', () => {
    expect(differences((date) => !(date in chineseDays.holidays) && (weekday(date) || date in chineseDays.workdays))).toEqual([
      '2005-12-31',
    ]);
  });

  test('tyme4ts 1.5.2 lacks two make-up days of 2013', () => {
    const differ = differences((date) => {
      const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
      const listed = LegalHoliday.fromYmd(year, month, day);
      return listed === null ? weekday(date) : listed.isWork();
    });
    expect(differ).toEqual(['2013-04-07', '2013-10-12']);
  });
});

describe('every notice', () => {
  // The number of statutory holidays is a third witness: a forgotten make-up day would break the sum.
  const extra: Readonly<Record<number, number>> = { 2015: 1, 2020: 2 };
  test.each(calendarNotices.map((notice) => [notice.year, notice] as const))('%i wins exactly its statutory holidays', (year, notice) => {
    const statutory = year < 2008 ? 10 : year < 2025 ? 11 : 13;
    expect(workingDaysWon(notice)).toBe(statutory + (extra[year] ?? 0));
    expect(noticeFaults(notice)).toEqual([]);
  });

  test('years follow each other', () => {
    expect(calendarNotices.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, at) => 2004 + at));
  });

  test.each([
    [2020, 6, 19],
    [2023, 7, 18],
    [2026, 6, 19],
  ])('%i has %i make-up days and %i weekdays off', (year, makeup, off) => {
    const notice = calendarNotices.find((one) => one.year === year);
    expect(notice?.makeup).toHaveLength(makeup);
    expect(notice?.rest.filter(weekday)).toHaveLength(off);
  });
});
