import { chinaCalendar, extendCalendar } from '@liangjian/law';
import { describe, expect, test } from 'vitest';
import type { ClockFacts } from './clock-facts.ts';
import { explainClock } from './explain.ts';
import { clocksStartedBy, firstClocks } from './first-clocks.ts';
import { reckon } from './reckon.ts';

const facts = (slot: string, startOn: string, more: Partial<ClockFacts> = {}): ClockFacts => ({
  slot,
  startOn,
  receivedOn: startOn.slice(0, 10),
  pauses: [],
  extensions: [],
  target: null,
  ...more,
});
const columns = (one: ClockFacts) => reckon(one, chinaCalendar)?.columns;

describe('a stored clock', () => {
  test('goes by the version of the day of receipt, whenever its event was', () => {
    expect(columns(facts('T02', '2026-04-20', { receivedOn: '2026-04-14' }))).toMatchObject({ rule: 'T02o' });
    expect(columns(facts('T02', '2026-04-20', { receivedOn: '2026-04-15' }))).toMatchObject({
      rule: 'T02',
      earliest: '2026-06-19',
      rolled: '2026-06-22',
    });
    expect(columns(facts('T06', '2026-04-20', { receivedOn: '2026-04-15' }))).toBeUndefined();
  });

  test('keeps both dates, and the day an officer has to act by', () => {
    expect(columns(facts('T01', '2026-02-12'))).toEqual({
      rule: 'T01o',
      earliest: '2026-02-28',
      rolled: '2026-02-28',
      working: '2026-02-28',
      disputed: false,
      provisional: false,
      calendarVersion: '1',
      pausedFrom: null,
    });
  });

  test('is provisional beyond the calendar and certain once the notice is there', () => {
    const late = facts('T05', '2026-12-21');
    expect(columns(late)).toMatchObject({ earliest: '2027-01-12', provisional: true });
    const days = (month: string, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, at) => `2027-${month}-${String(from + at).padStart(2, '0')}`);
    const next = extendCalendar(chinaCalendar, {
      year: 2027,
      rest: [
        ...days('01', 1, 4),
        ...days('02', 5, 12),
        ...days('04', 5, 5),
        ...days('05', 1, 5),
        ...days('06', 9, 9),
        ...days('09', 15, 15),
        ...days('10', 1, 7),
      ],
      makeup: ['2027-01-09', '2027-02-20', '2027-05-08', '2027-09-25', '2027-10-09'],
      source: { zh: '演练用的安排', en: 'an arrangement for a drill' },
      loadedBy: 'test',
      publishedOn: null,
    });
    expect(reckon(late, next)?.columns).toMatchObject({ earliest: '2027-01-12', provisional: false, calendarVersion: '2' });
  });

  test('an hour clock keeps its instant and shows its day', () => {
    expect(columns(facts('T12', '2026-11-03T22:30:00+08:00'))).toMatchObject({
      earliest: '2026-11-04T22:30:00+08:00',
      working: '2026-11-04',
    });
  });
});

describe('the clocks that an event starts', () => {
  const started = (event: Parameters<typeof clocksStartedBy>[0]['event'], receivedOn: string, named = true) =>
    clocksStartedBy({ event, on: '2026-11-03', receivedOn, named, calendar: chinaCalendar }).map(({ reckoned }) => reckoned.columns.rule);

  test('a complaint and a report each have theirs', () => {
    expect(firstClocks('complaint', '2026-11-03', chinaCalendar)).toMatchObject({
      dueOn: '2026-11-12',
      clocks: [{ facts: { slot: 'T01' } }],
    });
    expect(firstClocks('report', '2026-11-03', chinaCalendar)).toMatchObject({ dueOn: '2026-11-24', clocks: [{ facts: { slot: 'T05' } }] });
  });

  test('the notice of filing is owed under the old rule and to named reporters only', () => {
    expect(started('filing-decided', '2026-04-14')).toEqual(['T06']);
    expect(started('filing-decided', '2026-04-14', false)).toEqual([]);
    expect(started('filing-decided', '2026-04-15')).toEqual([]);
  });

  test('new facts restart the verification only under the new rule', () => {
    expect(started('new-facts', '2026-04-15')).toEqual(['T05']);
    expect(started('new-facts', '2026-04-14')).toEqual([]);
  });

  test('the result is owed with a target of the office, and it says so', () => {
    const [clock] = clocksStartedBy({
      event: 'report-handled',
      on: '2026-11-03',
      receivedOn: '2026-11-01',
      named: true,
      calendar: chinaCalendar,
      targets: {},
    });
    expect(clock?.facts.target).toEqual({ value: 10, unit: 'working-day' });
    if (clock === undefined) throw new Error('no clock');
    const story = explainClock({ ...clock, metOn: null, at: '2026-11-04', calendar: chinaCalendar });
    expect(story.ownTarget).toBe(true);
    expect(story.lines.map(({ text }) => text.zh).join('')).toContain('法律未规定天数');
  });
});

describe('a clock in words', () => {
  test('says what started it, who paused and extended it, and the articles, in both languages', () => {
    const held = facts('T05', '2026-11-03', {
      pauses: [{ from: '2026-11-05', to: '2026-11-10', ground: 'testing', by: 'o1', why: '送检摄像头', endedBy: 'o2' }],
      extensions: [{ approver: 'head', grantedOn: '2026-11-12', by: 'o1', why: '涉及多家门店' }],
    });
    const reckoned = reckon(held, chinaCalendar);
    if (reckoned === null) throw new Error('no clock');
    const story = explainClock({
      facts: held,
      reckoned,
      startedBy: 'report-received',
      metOn: null,
      at: '2026-11-20',
      calendar: chinaCalendar,
      nameOf: (id) => (id === 'o1' ? '甲' : '乙'),
    });
    const zh = story.lines.map(({ text }) => text.zh).join('\n');
    expect(zh).toContain('由“收到举报”启动');
    expect(zh).toContain('甲于2026年11月5日以检测为由暂停：送检摄像头；乙恢复，扣至2026年11月10日');
    expect(zh).toContain('甲于2026年11月12日登记延长：涉及多家门店');
    expect(story.lines.every(({ text }) => text.en.length > 5)).toBe(true);
    expect(story.law).toEqual(['PROC:18', 'PROC:80']);
    expect(story.status.state).toBe('running');
  });
});
