import { chinaCalendar } from '../calendar/calendar.ts';
import { clockFor } from './clock-for.ts';
import { type Due, due } from './due.ts';
import type { Pause } from './pauses.ts';

/** One date known beforehand: which duty, the event, and the three days that must come out. */
export interface DateVector {
  readonly slot: string;
  readonly start: string;
  /** Day of receipt where it is not the day of the event. */
  readonly receivedOn?: string;
  readonly pauses?: readonly Pause[];
  readonly earliest: string;
  readonly rolled: string;
  readonly working: string;
}

const one = (slot: string, start: string, day: string, more: Partial<DateVector> = {}): DateVector => ({
  slot,
  start,
  earliest: day,
  rolled: day,
  working: day,
  ...more,
});

/** Dates reckoned by hand from the notices, for the tests of this folder; they must hold on every machine and in every time zone. */
export const dateVectors: readonly DateVector[] = [
  one('T16', '2026-09-21', '2026-09-29'),
  one('T01', '2026-09-21', '2026-10-08'),
  one('T15', '2026-09-21', '2026-10-12'),
  one('T05', '2026-09-21', '2026-10-19'),
  one('T25', '2026-09-21', '2026-10-26'),
  one('T13', '2026-02-12', '2026-02-28'),
  one('T13', '2026-02-10', '2026-02-26'),
  one('T05', '2026-02-13', '2026-03-12'),
  one('T16', '2026-04-30', '2026-05-11'),
  one('T28', '2026-09-21', '2026-10-06', { rolled: '2026-10-08', working: '2026-09-30' }),
  one('T02', '2026-09-21', '2026-11-20'),
  one('T22', '2026-09-21', '2026-12-20', { rolled: '2026-12-21', working: '2026-12-18' }),
  // Both rules of mediation for the same day of acceptance: the day of receipt decides.
  one('T02', '2026-04-16', '2026-06-23', { receivedOn: '2026-04-14' }),
  one('T02', '2026-04-16', '2026-06-15', { receivedOn: '2026-04-15' }),
  // Testing over the Spring Festival of 2026, in one stretch and in two that overlap.
  one('T05', '2026-02-04', '2026-03-13', { pauses: [{ from: '2026-02-10', to: '2026-02-26', ground: 'testing' }] }),
  one('T05', '2026-02-04', '2026-03-13', {
    pauses: [
      { from: '2026-02-10', to: '2026-02-20', ground: 'testing' },
      { from: '2026-02-16', to: '2026-02-26', ground: 'appraisal' },
    ],
  }),
  // Half past midnight in Shanghai is still the evening before in UTC.
  one('T16', '2026-09-20T16:30:00Z', '2026-09-29'),
  one('T12', '2026-02-16T23:30:00+08:00', '2026-02-17T23:30:00+08:00'),
  one('T33', '2026-11-30', '2027-02-28', { rolled: '2027-03-01', working: '2027-02-26' }),
  one('T20', '2026-10-12', '2026-09-23', { rolled: '2026-09-24' }),
  one('X2', '2026-09-30', '2026-10-03', { rolled: '2026-10-10', working: '2026-10-08' }),
  one('X1', '2026-09-30', '2026-09-30'),
];

/** What the code gives for every vector. */
export function reckonVectors(): readonly Pick<Due, 'earliest' | 'rolled' | 'working'>[] {
  return dateVectors.map(({ slot, start, receivedOn, pauses = [] }) => {
    const choice = clockFor(slot, receivedOn ?? start.slice(0, 10));
    if (!choice.ok) throw new RangeError(choice.why.en);
    const { earliest, rolled, working } = due(choice.clock, start, {
      calendar: chinaCalendar,
      pauses,
      ...(receivedOn === undefined ? {} : { receivedOn }),
    });
    return { earliest, rolled, working };
  });
}
