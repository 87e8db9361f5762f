import { describe, expect, test } from 'vitest';
import { chinaCalendar, extendCalendar } from '../calendar/calendar.ts';
import { daysOf } from '../calendar/notice.ts';
import type { Clock } from './clock.ts';
import { clocks } from './clocks.data.ts';
import { type DueInput, due } from './due.ts';

function byId(id: string): Clock {
  const clock = clocks.find((one) => one.id === id);
  if (clock === undefined) throw new Error(`no clock ${id}`);
  return clock;
}

const reckon = (id: string, start: string, more: Partial<DueInput> = {}) => due(byId(id), start, { calendar: chinaCalendar, ...more });
const words = (id: string, start: string, more: Partial<DueInput> = {}): string =>
  reckon(id, start, more)
    .steps.map(({ text }) => text.zh)
    .join('\n');

describe('extensions', () => {
  test('the head may give fifteen working days more, once', () => {
    const head = { approver: 'head', grantedOn: '2026-10-19' } as const;
    expect(reckon('T05', '2026-09-21', { extensions: [head] }).earliest).toBe('2026-11-09');
    expect(() => reckon('T05', '2026-09-21', { extensions: [head, head] })).toThrow(/no further extension/);
  });

  test('one given too late lengthens nothing and says so', () => {
    const late = reckon('T05', '2026-09-21', { extensions: [{ approver: 'head', grantedOn: '2026-10-20' }] });
    expect(late.earliest).toBe('2026-10-19');
    expect(late.steps.find(({ kind }) => kind === 'extension')?.text.zh).toBe(
      '2026年10月20日批准延长时，期限已于2026年10月19日届满，不计入。',
    );
  });

  test('one given while the limit rolls over free days is in time', () => {
    const granted = (grantedOn: string) => reckon('T22', '2026-09-21', { extensions: [{ approver: 'head', grantedOn }] }).earliest;
    expect(granted('2026-12-21')).toBe('2027-01-19');
    expect(granted('2026-12-22')).toBe('2026-12-20');
  });

  test('a case takes thirty days more from the head, then what the collective decision fixes', () => {
    const head = { approver: 'head', grantedOn: '2026-05-20' } as const;
    const collective = { approver: 'collective', grantedOn: '2026-06-20', limit: { value: 60, unit: 'calendar-day' } } as const;
    expect(reckon('T22', '2026-03-02').earliest).toBe('2026-05-31');
    expect(reckon('T22', '2026-03-02', { extensions: [head] }).earliest).toBe('2026-06-30');
    // Handed in out of order, granted in order.
    expect(reckon('T22', '2026-03-02', { extensions: [collective, head] }).earliest).toBe('2026-08-29');
    expect(() => reckon('T22', '2026-03-02', { extensions: [{ ...collective, grantedOn: '2026-05-01' }] })).toThrow(/needs the head/);
    expect(() => reckon('T22', '2026-03-02', { extensions: [head, { approver: 'collective', grantedOn: '2026-06-20' }] })).toThrow(
      /must fix the further term/,
    );
  });

  test('a pause that keeps the limit alive keeps an extension in time', () => {
    const pauses = [{ from: '2026-10-10', to: '2026-10-30', ground: 'testing' }] as const;
    const extensions = [{ approver: 'head', grantedOn: '2026-11-03' }] as const;
    expect(reckon('T05', '2026-09-21', { pauses }).earliest).toBe('2026-11-10');
    expect(reckon('T05', '2026-09-21', { pauses, extensions }).earliest).toBe('2026-12-01');
    expect(reckon('T05', '2026-09-21', { extensions }).earliest).toBe('2026-10-19');
  });

  test.each([
    ['T01', { approver: 'head', grantedOn: '2026-09-22' }, /allows no extension/],
    ['X1', { approver: 'head', grantedOn: '2026-09-22' }, /allows no extension/],
    ['T20', { approver: 'head', grantedOn: '2026-09-22' }, /allows no extension/],
    ['T05', { approver: 'head', grantedOn: '2026-09-31' }, /not a calendar day/],
    ['T05', { approver: 'head', grantedOn: '2026-09-22', limit: { value: 16, unit: 'working-day' } }, /more than the 15 working days/],
    ['T05', { approver: 'head', grantedOn: '2026-09-22', limit: { value: 1, unit: 'month' } }, /more than the 15/],
    ['T15', { approver: 'head', grantedOn: '2026-09-22', limit: { value: 5, unit: 'hour' } }, /not extended by hours/],
    ['T15', { approver: 'head', grantedOn: '2026-09-22', limit: { value: -5, unit: 'working-day' } }, /not a limit/],
  ] as const)('%s refuses what its rule does not allow (%o)', (id, extension, fault) => {
    expect(() => reckon(id, '2026-09-21', { extensions: [extension] })).toThrow(fault);
  });
});

describe('pauses', () => {
  const pause = (from: string, to: string | null, ground: 'testing' | 'hearing' = 'testing') => ({ from, to, ground }) as const;

  test('a case is not counted while it is heard and while experts work', () => {
    const pauses = [pause('2026-03-10', '2026-03-19', 'hearing'), pause('2026-03-15', '2026-03-29')];
    const result = reckon('T22', '2026-03-02', { pauses });
    expect(result.earliest).toBe('2026-06-20');
    expect(result.steps.map(({ text }) => text.en)).toContain('Overlaps are left out once: 20 calendar days left out in all.');
  });

  test('what lies before the start or after the end changes nothing', () => {
    const idle = [pause('2026-01-01', '2026-03-02'), pause('2026-06-01', '2026-06-30')];
    const result = reckon('T22', '2026-03-02', { pauses: idle });
    expect(result.earliest).toBe('2026-05-31');
    expect(result.pauses).toEqual([]);
  });

  test('an open one gives the earliest possible date and says so', () => {
    const result = reckon('T05', '2026-09-21', { pauses: [pause('2026-09-24', null)] });
    expect(result).toMatchObject({ earliest: '2026-10-20', provisional: true, pausedFrom: '2026-09-24' });
    expect(result.provisionalWhy[0]?.zh).toContain('检测尚未结束');
  });

  test.each([
    ['T05', [pause('2026-09-24', '2026-09-25', 'hearing')], /time for hearing counts/],
    ['T01', [pause('2026-09-24', '2026-09-25')], /time for testing counts/],
    ['T05', [pause('2026-09-24', '2026-09-23')], /before it begins/],
    ['T05', [pause('2026-09-24', '2026-09-31')], /no calendar days/],
    ['T05', [pause('2026-09-24', null), pause('2026-09-25', null)], /two pauses are open/],
  ])('%s refuses %o', (id, pauses, fault) => {
    expect(() => reckon(id, '2026-09-21', { pauses })).toThrow(fault);
  });
});

describe('free days at the end', () => {
  test('a holiday rolls without dispute, a weekend with it', () => {
    expect(reckon('T28', '2026-09-21')).toMatchObject({ earliest: '2026-10-06', rolled: '2026-10-08', disputed: false });
    expect(reckon('T22', '2026-09-21')).toMatchObject({ earliest: '2026-12-20', rolled: '2026-12-21', disputed: true });
    expect(words('T28', '2026-09-21')).toContain(
      '2026年10月6日在法定节假日放假期间，顺延至2026年10月8日。稳妥起见，应不晚于2026年9月30日完成。',
    );
    expect(words('T22', '2026-09-21')).toContain('有争议');
  });

  test('a presumed holiday rolls without dispute as well', () => {
    expect(reckon('T28', '2028-04-16')).toMatchObject({ earliest: '2028-05-01', rolled: '2028-05-02', disputed: false, provisional: true });
  });

  test('a worked Saturday does not roll', () => {
    expect(reckon('T28', '2026-02-13')).toMatchObject({ earliest: '2026-02-28', rolled: '2026-02-28', working: '2026-02-28' });
  });

  test('a period ends by itself and does not roll', () => {
    expect(reckon('T24', '2026-09-03')).toMatchObject({ earliest: '2026-10-03', rolled: '2026-10-03', provisional: false });
    expect(reckon('T38b', '2026-02-28')).toMatchObject({ earliest: '2031-02-28', provisional: false });
    expect(reckon('T40b', '2026-11-30')).toMatchObject({ earliest: '2027-02-28', provisional: false });
  });

  test('months and years end with the month they reach', () => {
    expect(reckon('T36', '2026-08-31')).toMatchObject({ earliest: '2027-02-28', provisional: true });
    expect(reckon('T38a', '2024-02-29').earliest).toBe('2026-02-28');
  });
});

describe('past the calendar', () => {
  test('a date is provisional until the notice is loaded, then it moves and stands', () => {
    const before = reckon('T05', '2026-12-21');
    expect(before).toMatchObject({ earliest: '2027-01-12', provisional: true, calendarVersion: 1 });
    expect(before.provisionalWhy[0]?.zh).toContain('工作日日历只覆盖2004年1月1日至2026年12月31日');
    const calendar = extendCalendar(chinaCalendar, {
      year: 2027,
      rest: daysOf(2027, '01-01~01-03 02-05~02-11 04-03~04-05 05-01~05-05 06-09 09-15 10-01~10-07'),
      makeup: daysOf(2027, '2026-12-26 02-20 05-08 09-26 10-09'),
      source: { zh: '测试用安排', en: 'Arrangement for the test' },
      loadedBy: 'test',
      publishedOn: null,
    });
    expect(reckon('T05', '2026-12-21', { calendar })).toMatchObject({ earliest: '2027-01-11', provisional: false, calendarVersion: 2 });
  });

  test('a date at the end of December stands, with a word that the next notice may move it', () => {
    const result = reckon('T16', '2026-12-24');
    expect(result).toMatchObject({ earliest: '2026-12-31', provisional: false });
    expect(result.steps.at(-1)?.kind).toBe('note');
    expect(reckon('T16', '2026-09-21').steps.every(({ kind }) => kind !== 'note')).toBe(true);
  });

  test('an end inside the table that rolls out of it is provisional', () => {
    const of2022 = {
      ...chinaCalendar,
      notices: chinaCalendar.notices.filter(({ year }) => year <= 2022),
      days: new Map([...chinaCalendar.days].filter(([day]) => day < '2022-12-31')),
      coverage: { from: '2004-01-01', to: '2022-12-31' },
    };
    expect(reckon('T28', '2022-12-16', { calendar: of2022 })).toMatchObject({
      earliest: '2022-12-31',
      rolled: '2023-01-02',
      provisional: true,
    });
    expect(reckon('T28', '2022-12-16')).toMatchObject({ earliest: '2022-12-31', rolled: '2023-01-03', provisional: false });
  });

  test('days before the table are presumed as well', () => {
    expect(reckon('T16', '2003-12-29').provisional).toBe(true);
    expect(reckon('T20', '2027-02-01').provisional).toBe(true);
  });
});

describe('which clock', () => {
  test('a version that does not govern the day of receipt is refused', () => {
    expect(() => reckon('T02', '2026-04-20', { receivedOn: '2026-04-14' })).toThrow(/T02 does not govern a matter received on 2026-04-14/);
    expect(() => reckon('T01o', '2026-04-15')).toThrow(/does not govern/);
    expect(reckon('T02o', '2026-04-20', { receivedOn: '2026-04-14' }).earliest).toBe('2026-06-25');
  });

  test('a rule without an end has no date', () => {
    for (const id of ['T08', 'T29', 'T37', 'X7', 'T40a']) expect(() => reckon(id, '2026-09-21')).toThrow(/no end to reckon/);
  });

  test('a duty without a number takes the target of the office, and is not called a statutory limit', () => {
    expect(() => reckon('T07', '2026-09-21')).toThrow(/law gives no number/);
    const target = { value: 10, unit: 'working-day' } as const;
    expect(reckon('T07', '2026-09-21', { target }).earliest).toBe('2026-10-12');
    expect(words('T07', '2026-09-21', { target })).toContain('法律未规定天数；本机关自定目标为10个工作日');
    expect(() => reckon('T05', '2026-09-21', { target })).toThrow(/a target cannot replace it/);
  });

  test('a hearing notice is counted back, strictly and widely', () => {
    const notice = reckon('T20', '2026-10-12');
    expect(notice).toMatchObject({ earliest: '2026-09-23', rolled: '2026-09-24', working: '2026-09-23', disputed: true });
    expect(words('T20', '2026-10-12')).toContain('提前7个工作日');
    expect(words('T20', '2026-10-12')).toContain('最迟于2026年9月23日办理；按较宽的理解，可至2026年9月24日。');
  });

  test('hours need the moment', () => {
    expect(() => reckon('T12', '2026-02-16')).toThrow(/not an instant/);
    expect(reckon('X3', '2026-12-31T20:00:00+08:00')).toMatchObject({ earliest: '2027-01-01T20:00:00+08:00', provisional: false });
  });
});

test('the explanation tells what started, paused, extended and rolled the clock, and by which article', () => {
  const result = reckon('T05', '2026-02-04', {
    pauses: [{ from: '2026-02-10', to: '2026-02-26', ground: 'testing' }],
    extensions: [{ approver: 'head', grantedOn: '2026-03-12' }],
  });
  expect(result.steps.map(({ kind, text, law }) => [kind, text.zh, law.join()])).toEqual([
    ['start', '2026年2月4日：发现线索或者收到材料（检查发现、投诉、举报、移送、交办）；当日不计入，自次日起算。', 'PROC:80'],
    ['limit', '核查并决定是否立案：15个工作日。', 'PROC:18'],
    ['pause', '检测时间2026年2月10日至2026年2月26日不计入期限。', ''],
    ['pause', '共扣除8个工作日。', 'PROC:18'],
    ['extension', '2026年3月12日经机关负责人批准，延长15个工作日，至2026年4月3日。', 'PROC:18'],
    ['end', '期限于2026年4月3日届满。', 'PROC:80'],
  ]);
});
