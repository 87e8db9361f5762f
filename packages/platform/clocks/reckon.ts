import { type Calendar, clockFor, type Clock, type Due, due, type Extension, shanghaiDay } from '@liangjian/law';
import type { ClockFacts } from './clock-facts.ts';

/** A clock as it is written to `app.clock`, beside the whole reckoning. */
export interface Reckoned {
  readonly clock: Clock;
  readonly due: Due;
  readonly columns: {
    /** Version of the rule, `T01` or `T01o`. */
    readonly rule: string;
    readonly earliest: string;
    readonly rolled: string;
    /** Day by which an officer must act; of an hour clock the day of its end. */
    readonly working: string;
    readonly disputed: boolean;
    readonly provisional: boolean;
    readonly calendarVersion: string;
    /** First day of a pause that still lasts. */
    readonly pausedFrom: string | null;
  };
}

/**
 * Reckons a stored clock. Pure: the same facts and the same calendar give the same columns, so that any stored clock can be checked.
 * Null when the version of the day of receipt knows no such duty. Throws a RangeError for pauses or extensions the rule does not allow.
 */
export function reckon(facts: ClockFacts, calendar: Calendar): Reckoned | null {
  const choice = clockFor(facts.slot, facts.receivedOn);
  if (!choice.ok) return null;
  const { clock } = choice;
  const found = due(clock, facts.startOn, {
    calendar,
    pauses: facts.pauses.map(({ from, to, ground }) => ({ from, to, ground })),
    extensions: facts.extensions.map(
      ({ approver, grantedOn, limit }): Extension => ({ approver, grantedOn, ...(limit === undefined ? {} : { limit }) }),
    ),
    receivedOn: facts.receivedOn,
    ...(facts.target === null || clock.measure !== 'target' ? {} : { target: facts.target }),
  });
  return {
    clock,
    due: found,
    columns: {
      rule: clock.id,
      earliest: found.earliest,
      rolled: found.rolled,
      working: shanghaiDay(found.working),
      disputed: found.disputed,
      provisional: found.provisional,
      calendarVersion: String(found.calendarVersion),
      pausedFrom: found.pausedFrom,
    },
  };
}
