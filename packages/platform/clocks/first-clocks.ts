import { type Calendar, type ClockEvent, clockEvents, clockFor, type Limit } from '@liangjian/law';
import type { ClockFacts } from './clock-facts.ts';
import { type Reckoned, reckon } from './reckon.ts';
import { defaultTargets } from './targets.data.ts';

/** A clock that is about to be written. */
export interface NewClock {
  readonly facts: ClockFacts;
  readonly startedBy: ClockEvent;
  readonly reckoned: Reckoned;
}

export interface EventInput {
  readonly event: ClockEvent;
  /** Day of the event in Shanghai (an instant for hour clocks). */
  readonly on: string;
  /** Day on which the matter was received; decides the version. */
  readonly receivedOn: string;
  readonly named: boolean;
  readonly calendar: Calendar;
  readonly targets?: Readonly<Record<string, Limit>>;
}

/** Clocks that an event starts (restarts included): empty when the version of the day of receipt has none. Pure. */
export function clocksStartedBy(input: EventInput): readonly NewClock[] {
  const { event, on, receivedOn, named, calendar, targets = defaultTargets } = input;
  const facts = clockEvents.find((one) => one.event === event);
  if (facts === undefined) throw new RangeError(`no event ${event}`);
  // CMP 35(2): only since 2026-04-15 do new facts of the same reporter restart the limit.
  const restarts = clockFor('T08', receivedOn).ok ? facts.restarts : [];
  return [...facts.starts, ...restarts]
    .filter((slot) => named || !facts.namedOnly?.includes(slot))
    .flatMap((slot) => {
      const started: ClockFacts = {
        slot,
        startOn: on,
        receivedOn,
        pauses: [],
        extensions: [],
        target: targets[slot] ?? defaultTargets[slot] ?? null,
      };
      const reckoned = reckon(started, calendar);
      return reckoned === null ? [] : [{ facts: started, startedBy: event, reckoned }];
    });
}

/** The first clock of a tip on the day it came in, and the day by which somebody must have acted. */
export function firstClocks(
  kind: 'complaint' | 'report',
  receivedOn: string,
  calendar: Calendar,
): { readonly clocks: readonly NewClock[]; readonly dueOn: string | null } {
  const clocks = clocksStartedBy({
    event: kind === 'complaint' ? 'complaint-received' : 'report-received',
    on: receivedOn,
    receivedOn,
    named: kind === 'complaint',
    calendar,
  });
  const days = clocks.map(({ reckoned }) => reckoned.columns.working).sort();
  return { clocks, dueOn: days[0] ?? null };
}
