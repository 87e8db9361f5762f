import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarNotices } from '../calendar/calendar.data.ts';
import { chinaCalendar } from '../calendar/calendar.ts';
import type { Clock, Limit } from './clock.ts';
import { clocks } from './clocks.data.ts';
import { due } from './due.ts';
import type { Extension } from './extensions.ts';
import type { Pause } from './pauses.ts';

const found = clocks.find(({ id }) => id === 'T05');
if (found === undefined) throw new Error('no clock T05');
const verify: Clock = found;

/** A clock of so many days that may be extended twice by as much as is asked for. */
const clockOf = (limit: Limit): Clock => ({ ...verify, limit, extensions: [{ limit: null, approver: 'head', times: 2 }] });

// The oracle walks day by day on the engine's own dates and on the lists of the notices, and shares no code with what it checks.
const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const rest = new Set(calendarNotices.flatMap((notice) => notice.rest));
const makeup = new Set(calendarNotices.flatMap((notice) => notice.makeup));
const works = (date: string): boolean => makeup.has(date) || (!rest.has(date) && new Date(at(date)).getUTCDay() % 6 !== 0);

interface Case {
  readonly start: string;
  readonly count: number;
  readonly unit: 'working-day' | 'calendar-day';
  readonly pauses: readonly Pause[];
  readonly more: readonly number[];
}

const isPaused = (date: string, pauses: readonly Pause[]): boolean => pauses.some(({ from, to }) => from <= date && date <= (to ?? from));

function walk({ start, count, unit, pauses }: Case): string {
  let date = start;
  for (let left = count; left > 0; ) {
    date = iso(at(date) + DAY);
    if (!isPaused(date, pauses) && (unit === 'calendar-day' || works(date))) left -= 1;
  }
  return date;
}

const start = fc.integer({ min: 0, max: 21 * 365 }).map((days) => iso(at('2004-01-01') + days * DAY));
const unit = fc.constantFrom('working-day' as const, 'calendar-day' as const);
const ground = fc.constantFrom('testing' as const, 'appraisal' as const);
/** Pauses near the start: before it, over it, overlapping, touching, beyond the end. */
const pausesFrom = (date: string): fc.Arbitrary<readonly Pause[]> =>
  fc.array(
    fc
      .record({ offset: fc.integer({ min: -10, max: 60 }), length: fc.integer({ min: 1, max: 20 }), ground })
      .map(({ offset, length, ground }) => ({
        from: iso(at(date) + offset * DAY),
        to: iso(at(date) + (offset + length - 1) * DAY),
        ground,
      })),
    { maxLength: 5 },
  );
const cases: fc.Arbitrary<Case> = start.chain((date) =>
  fc.record({
    start: fc.constant(date),
    count: fc.integer({ min: 1, max: 60 }),
    unit,
    pauses: pausesFrom(date),
    more: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 2 }),
  }),
);

/** Extensions granted on the start day are never late. */
const granted = ({ start: grantedOn, unit, more }: Case): readonly Extension[] =>
  more.map((value) => ({ approver: 'head', grantedOn, limit: { value, unit } }));

const reckon = (one: Case) =>
  due(clockOf({ value: one.count, unit: one.unit }), one.start, {
    calendar: chinaCalendar,
    pauses: one.pauses,
    extensions: granted(one),
    receivedOn: '2026-11-24',
  });

describe('a limit with pauses and extensions', () => {
  test('ends on the day a day-by-day walk finds', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const whole = { ...one, count: one.count + one.more.reduce((sum, value) => sum + value, 0) };
        expect(reckon(one).earliest).toBe(walk(whole));
      }),
      { numRuns: 1000 },
    );
  });

  test('is worked to on a working day, and its dates are in order', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { earliest, rolled, working, disputed } = reckon(one);
        expect(works(rolled)).toBe(true);
        expect(works(working)).toBe(true);
        expect(working > one.start).toBe(true);
        expect(rolled >= earliest).toBe(true);
        // Nothing but free days lies between, and the officer's day passes the strict one only where no working day is left.
        for (let date = earliest; date < rolled; date = iso(at(date) + DAY)) expect(works(date)).toBe(false);
        if (working > earliest)
          for (let date = iso(at(one.start) + DAY); date <= earliest; date = iso(at(date) + DAY)) expect(works(date)).toBe(false);
        if (one.unit === 'working-day') expect([rolled, working, disputed]).toEqual([earliest, earliest, false]);
      }),
      { numRuns: 500 },
    );
  });

  test('grows with its length and with its start', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const now = reckon(one);
        const longer = reckon({ ...one, count: one.count + 1 });
        const later = reckon({ ...one, start: iso(at(one.start) + DAY) });
        expect(longer.earliest > now.earliest).toBe(true);
        expect(longer.rolled >= now.rolled).toBe(true);
        expect(later.earliest >= now.earliest).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves out exactly the paused days, each once', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { earliest } = reckon(one);
        let [counted, paused] = [0, 0];
        for (let date = iso(at(one.start) + DAY); date <= earliest; date = iso(at(date) + DAY)) {
          if (one.unit === 'working-day' && !works(date)) continue;
          if (isPaused(date, one.pauses)) paused += 1;
          else counted += 1;
        }
        expect(counted).toBe(one.count + one.more.reduce((sum, value) => sum + value, 0));
        const said = reckon(one).steps.find(({ text }) => text.en.endsWith('left out in all.'));
        if (said !== undefined) expect(said.text.en).toMatch(new RegExp(`(^|: )${paused} `));
        else expect(paused).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('does not depend on the order or the cutting of its pauses', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const cut = one.pauses.flatMap(({ from, to, ground }) => (to === null || from === to ? [] : [{ from, to: from, ground }]));
        const other = reckon({ ...one, pauses: [...[...one.pauses].reverse(), ...cut] });
        expect(other.earliest).toBe(reckon(one).earliest);
      }),
      { numRuns: 300 },
    );
  });

  test('is provisional exactly when a day it rests on is not covered', () => {
    const late = fc.integer({ min: 0, max: 500 }).map((days) => iso(at('2026-07-01') + days * DAY));
    fc.assert(
      fc.property(late, fc.integer({ min: 1, max: 60 }), unit, (start, count, unit) => {
        const { rolled, provisional, provisionalWhy, steps } = reckon({ start, count, unit, pauses: [], more: [] });
        expect(provisional).toBe(rolled > '2026-12-31');
        expect(provisionalWhy).toHaveLength(provisional ? 1 : 0);
        expect(steps.some(({ kind }) => kind === 'provisional')).toBe(provisional);
      }),
      { numRuns: 500 },
    );
  });
});
