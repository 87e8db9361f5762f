import { type ClockEvent, clockEvents, type Limit } from '@liangjian/law';
import type { Act } from '../command/index.ts';
import type { Tx } from '../store/index.ts';
import { calendarOf } from './calendar-store.ts';
import { insertOf, refreshDue } from './clock-row.ts';
import { TriageFault } from './fault.ts';
import { clocksStartedBy } from './first-clocks.ts';

export interface Happened {
  readonly tip: string;
  readonly event: ClockEvent;
  /** Day of the event in Shanghai, or an instant. */
  readonly on: string;
  /** Targets of the office for duties without a number in law. */
  readonly targets?: Readonly<Record<string, Limit>>;
}

export interface HappenedClocks {
  readonly started: readonly string[];
  readonly met: readonly string[];
}

/**
 * Lets an event touch the clocks of a tip: fulfils, restarts, starts, all in the given transaction, with audit.
 * A duty that runs already is not started twice. Throws `not-found` for a tip the context does not see.
 */
export async function happen({ tx, note }: Pick<Act, 'tx' | 'note'>, { tip: id, event, on, targets }: Happened): Promise<HappenedClocks> {
  const tip = await tx
    .selectFrom('app.tip')
    .select(['id', 'office', 'district', 'received_on', 'anonymous'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (tip === undefined) throw new TriageFault('not-found');
  const facts = clockEvents.find((one) => one.event === event);
  if (facts === undefined) throw new TriageFault('invalid-input');
  const calendar = await calendarOf(tx);
  const fresh = clocksStartedBy({ event, on, receivedOn: tip.received_on, named: !tip.anonymous, calendar, ...(targets && { targets }) });
  const met = await end(tx, id, facts.stops, { state: 'met', met_on: on, stop_why: event });
  // Only what really starts anew ends the old one: under the old rule new facts changed nothing.
  const anew = facts.restarts.filter((slot) => fresh.some((clock) => clock.facts.slot === slot));
  await end(tx, id, anew, { state: 'cancelled', stop_why: event });
  const started =
    fresh.length === 0
      ? []
      : await tx
          .insertInto('app.clock')
          .values(fresh.map((clock) => insertOf(tip, clock)))
          .onConflict((conflict) => conflict.columns(['tip', 'slot']).where('state', 'in', ['running', 'paused']).doNothing())
          .returning('rule')
          .execute();
  await refreshDue(tx, id);
  const answer = { started: started.map(({ rule }) => rule), met };
  note({
    act: 'clock.event',
    kind: 'tip',
    subject: id,
    why: event,
    detail: { on, started: answer.started.join(' '), met: met.join(' ') },
    district: tip.district,
  });
  return answer;
}

async function end(
  tx: Tx,
  tip: string,
  slots: readonly string[],
  change: { readonly state: 'met' | 'cancelled'; readonly met_on?: string; readonly stop_why: string },
): Promise<readonly string[]> {
  if (slots.length === 0) return [];
  const rows = await tx
    .updateTable('app.clock')
    .set(({ eb }) => ({ ...change, version: eb('version', '+', 1) }))
    .where('tip', '=', tip)
    .where('slot', 'in', [...slots])
    .where('state', 'in', ['running', 'paused'])
    .returning('rule')
    .execute();
  return rows.map(({ rule }) => rule);
}
