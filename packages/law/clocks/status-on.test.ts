import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../calendar/calendar.ts';
import { clocks } from './clocks.data.ts';
import { type Due, type DueInput, due } from './due.ts';
import { statusOn } from './status-on.ts';

const calendar = chinaCalendar;

function reckon(id: string, start: string, more: Partial<DueInput> = {}): Due {
  const clock = clocks.find((one) => one.id === id);
  if (clock === undefined) throw new Error(`no clock ${id}`);
  return due(clock, start, { calendar, ...more });
}

describe('a clock of working days', () => {
  // Seven working days after 2026-09-21 end on 10-08, the first day after the holiday.
  const accept = reckon('T01', '2026-09-21');
  test.each([
    ['2026-09-22', 'running', 16, 0, 6],
    ['2026-09-23', 'running', 15, 0, 5],
    ['2026-09-28', 'due-soon', 10, 0, 3],
    ['2026-10-05', 'due-soon', 3, 0, 1],
    ['2026-10-08', 'due-soon', 0, 0, 0],
    ['2026-10-09', 'overdue', 0, 1, 0],
    ['2026-10-20', 'overdue', 0, 12, 0],
  ])('on %s it is %s', (day, state, left, over, workingDaysLeft) => {
    expect(statusOn(accept, day, { calendar })).toMatchObject({ state, left, over, workingDaysLeft, provisional: false });
  });

  test('the office sets how soon is soon', () => {
    expect(statusOn(accept, '2026-09-23', { calendar, soon: 5 }).state).toBe('due-soon');
    expect(statusOn(accept, '2026-09-28', { calendar, soon: 0 }).state).toBe('running');
  });

  test('an instant is taken to its day in Shanghai', () => {
    expect(statusOn(accept, '2026-10-08T15:59:59Z', { calendar }).state).toBe('due-soon');
    expect(statusOn(accept, '2026-10-08T16:00:00Z', { calendar }).state).toBe('overdue');
  });

  test('what is done stays done, in time or late', () => {
    expect(statusOn(accept, '2026-12-01', { calendar, doneOn: '2026-10-08' })).toMatchObject({ state: 'met', over: 0 });
    expect(statusOn(accept, '2026-12-01', { calendar, doneOn: '2026-10-10' })).toMatchObject({ state: 'met-late', over: 2 });
    expect(statusOn(accept, '2026-10-01', { calendar, doneOn: '2026-10-08' }).state).toBe('due-soon');
  });
});

test('between the strict and the last lawful date nothing is overdue', () => {
  const decide = reckon('T22', '2026-09-21');
  expect(statusOn(decide, '2026-12-18', { calendar }).state).toBe('due-soon');
  expect(statusOn(decide, '2026-12-20', { calendar })).toMatchObject({ state: 'due-soon', text: { zh: '今天到期', en: 'due today' } });
  expect(statusOn(decide, '2026-12-21', { calendar })).toMatchObject({ state: 'grace', over: 0 });
  expect(statusOn(decide, '2026-12-22', { calendar })).toMatchObject({
    state: 'overdue',
    over: 1,
    text: { zh: '已逾期1天', en: 'overdue by 1 day' },
  });
});

test('an open pause stops the clock, however long it lasts', () => {
  const paused = reckon('T05', '2026-09-21', { pauses: [{ from: '2026-09-24', to: null, ground: 'testing' }] });
  expect(statusOn(paused, '2026-09-23', { calendar }).state).toBe('running');
  const first = statusOn(paused, '2026-09-24', { calendar });
  expect(first).toMatchObject({ state: 'paused', workingDaysLeft: 13, over: 0, provisional: true });
  expect(statusOn(paused, '2026-12-24', { calendar })).toEqual(first);
});

test('a period is over, not overdue', () => {
  const served = reckon('T24', '2026-09-03');
  expect(statusOn(served, '2026-10-03', { calendar }).state).toBe('due-soon');
  expect(statusOn(served, '2026-10-04', { calendar })).toMatchObject({ state: 'ended', over: 0 });
});

describe('a clock of hours', () => {
  const report = reckon('T12', '2026-02-16T23:30:00+08:00');
  test.each([
    ['2026-02-16T23:30:00+08:00', 'running', 24, 0],
    ['2026-02-17T20:30:00+08:00', 'running', 3, 0],
    ['2026-02-17T20:30:01+08:00', 'due-soon', 2, 0],
    ['2026-02-17T15:30:00Z', 'due-soon', 0, 0],
    ['2026-02-17T15:30:01Z', 'overdue', 0, 1],
  ])('at %s it is %s', (at, state, left, over) => {
    expect(statusOn(report, at, { calendar })).toMatchObject({ state, left, over, workingDaysLeft: null });
  });

  test('needs an instant, and is met or met late', () => {
    expect(() => statusOn(report, '2026-02-17', { calendar })).toThrow(RangeError);
    const options = (doneOn: string) => ({ calendar, doneOn });
    expect(statusOn(report, '2026-03-01T00:00:00Z', options('2026-02-17T10:00:00Z')).state).toBe('met');
    expect(statusOn(report, '2026-03-01T00:00:00Z', options('2026-02-17T16:00:00Z'))).toMatchObject({ state: 'met-late', over: 1 });
  });
});
