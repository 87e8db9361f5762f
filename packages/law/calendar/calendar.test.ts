import { describe, expect, test } from 'vitest';
import { chinaCalendar, coverageOf, dayAnswer, extendCalendar, extensionFaults, firstChange, isWorkingDay } from './calendar.ts';
import { type CalendarNotice, daysOf } from './notice.ts';

/** An invented arrangement for 2027 in the shape of the real ones; it moves a day of December 2026. */
const notice2027: CalendarNotice = {
  year: 2027,
  rest: daysOf(2027, '01-01~01-03 02-05~02-11 04-03~04-05 05-01~05-05 06-09 09-15 10-01~10-07'),
  makeup: daysOf(2027, '2026-12-26 02-20 05-08 09-26 10-09'),
  source: { zh: '测试用安排', en: 'Arrangement for the test' },
  loadedBy: 'test',
  publishedOn: '2026-11-20',
};

describe('days of 2026', () => {
  test.each([
    ['2026-02-13', true, 'weekday'],
    ['2026-02-14', true, 'makeup'],
    ['2026-02-15', false, 'rest'],
    ['2026-02-23', false, 'rest'],
    ['2026-02-24', true, 'weekday'],
    ['2026-02-28', true, 'makeup'],
    ['2026-03-01', false, 'weekend'],
    ['2026-09-20', true, 'makeup'],
    ['2026-10-10', true, 'makeup'],
    ['2026-12-31', true, 'weekday'],
  ] as const)('%s', (date, working, kind) => {
    expect(dayAnswer(date, chinaCalendar)).toMatchObject({ date, working, kind, provisional: false });
    expect(isWorkingDay(date, chinaCalendar)).toBe(working);
  });
});

describe('past the coverage', () => {
  test('the table covers 2004 to 2026', () => {
    expect(coverageOf(chinaCalendar)).toEqual({ from: '2004-01-01', to: '2026-12-31' });
  });

  test.each([
    ['2027-01-01', false],
    ['2027-01-02', false],
    ['2027-01-04', true],
    ['2027-10-01', false],
    ['2003-12-31', true],
  ] as const)('%s is presumed, never silently a working day', (date, working) => {
    const answer = dayAnswer(date, chinaCalendar);
    expect(answer).toMatchObject({ working, kind: 'unknown', provisional: true });
    expect(answer.why.zh).toContain(date.slice(0, 4));
    expect(() => isWorkingDay(date, chinaCalendar)).toThrow(/no notice covers/);
  });

  test('a text that is not a day is an error', () => {
    expect(() => dayAnswer('2026-02-30', chinaCalendar)).toThrow(RangeError);
  });
});

describe('a new notice', () => {
  test('makes a new calendar and leaves the old one as it is', () => {
    const next = extendCalendar(chinaCalendar, notice2027);
    expect(next.version).toBe(2);
    expect(coverageOf(next).to).toBe('2027-12-31');
    expect(dayAnswer('2027-02-08', next)).toMatchObject({ working: false, kind: 'rest', provisional: false });
    expect(dayAnswer('2026-12-26', next)).toMatchObject({ working: true, kind: 'makeup' });
    expect(dayAnswer('2026-12-26', chinaCalendar)).toMatchObject({ working: false, kind: 'weekend' });
    expect(coverageOf(chinaCalendar).to).toBe('2026-12-31');
  });

  test('tells from which day on dates must be reckoned anew', () => {
    expect(firstChange(chinaCalendar, extendCalendar(chinaCalendar, notice2027))).toBe('2026-12-26');
    const quiet = { ...notice2027, makeup: notice2027.makeup.slice(1) };
    expect(firstChange(chinaCalendar, extendCalendar(chinaCalendar, quiet))).toBe('2027-01-01');
    expect(firstChange(chinaCalendar, chinaCalendar)).toBeNull();
  });

  test('for a year already covered replaces it and keeps the old one on record', () => {
    const next = extendCalendar(chinaCalendar, notice2027);
    const longer = { ...notice2027, rest: [...notice2027.rest, '2027-02-12'], source: { zh: '延长假期的通知', en: 'Longer holiday' } };
    const corrected = extendCalendar(next, longer);
    expect(corrected.version).toBe(3);
    expect(corrected.notices.filter(({ year }) => year === 2027)).toEqual([longer]);
    expect(corrected.replaced).toEqual([notice2027]);
    expect(dayAnswer('2027-02-12', corrected).working).toBe(false);
    expect(firstChange(next, corrected)).toBe('2027-02-12');
  });

  test('may not leave out a year', () => {
    const year2028 = {
      ...notice2027,
      year: 2028,
      rest: daysOf(2028, '01-01~01-03 05-01~05-05 10-01~10-07 02-01~02-04'),
      makeup: [],
      publishedOn: null,
    };
    expect(() => extendCalendar(chinaCalendar, year2028)).toThrow(/load 2027 first/);
  });

  test('may not go back before the table begins', () => {
    const days = daysOf(2003, '01-01 05-01~05-07 10-01~10-07');
    const year2003 = { ...notice2027, year: 2003, rest: days, makeup: [], publishedOn: null };
    expect(extensionFaults(chinaCalendar, year2003).map(({ en }) => en)).toEqual([
      'The calendar covers 2004 to 2026: load 2027 first, no year may be left out.',
    ]);
  });

  test('may not contradict the year beside it', () => {
    const next = extendCalendar(chinaCalendar, { ...notice2027, rest: [...notice2027.rest, '2026-12-25'] });
    const of2026 = chinaCalendar.notices.at(-1);
    if (of2026 === undefined) throw new Error('no notice for 2026');
    const clash = { ...of2026, rest: [...of2026.rest, '2026-12-26'] };
    expect(extensionFaults(next, clash).map(({ en }) => en)).toEqual(['2026-12-26 contradicts the arrangement of the year beside it.']);
  });
});

describe('nonsense is refused', () => {
  const change = (part: Partial<CalendarNotice>): CalendarNotice => ({ ...notice2027, ...part });
  test.each([
    ['a day that does not exist', change({ rest: [...notice2027.rest, '2027-02-29'] }), /“2027-02-29” is not a calendar day/],
    ['an empty year', change({ rest: [], makeup: [] }), /2027-01-01 is missing/],
    ['a day of another year', change({ rest: [...notice2027.rest, '2028-01-01'] }), /2028-01-01 lies outside/],
    ['a day long before the year', change({ rest: [...notice2027.rest, '2026-11-30'] }), /2026-11-30 lies outside/],
    ['a day off that is worked', change({ makeup: [...notice2027.makeup, '2027-02-06'] }), /2027-02-06 stands twice/],
    ['a make-up day on a Wednesday', change({ makeup: [...notice2027.makeup, '2027-03-03'] }), /2027-03-03 is neither a Saturday nor/],
    ['a forgotten holiday', change({ rest: notice2027.rest.filter((day) => day !== '2027-05-01') }), /2027-05-01 is missing/],
    ['a month off', change({ rest: [...notice2027.rest, ...daysOf(2027, '07-01~07-20')] }), /not the number of statutory holidays/],
    ['a summer off', change({ rest: daysOf(2027, '01-01~12-31') }), /Too many days/],
    ['a year that is no year', change({ year: Number.NaN }), /is not valid/],
    ['no source', change({ source: { zh: ' ', en: '' } }), /source is missing/],
    ['nobody who loaded it', change({ loadedBy: '' }), /Who loaded/],
    ['a publication long ago', change({ publishedOn: '2020-01-01' }), /does not fit 2027/],
  ])('%s', (_name, notice, fault) => {
    expect(() => extendCalendar(chinaCalendar, notice)).toThrow(fault);
    for (const { zh } of extensionFaults(chinaCalendar, notice)) expect(zh).toMatch(/\p{Script=Han}/u);
  });
});
