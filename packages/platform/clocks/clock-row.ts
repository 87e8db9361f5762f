import type { Calendar, Limit } from '@liangjian/law';
import type { Selectable } from 'kysely';
import type { Schema, Tx } from '../store/index.ts';
import { type ClockFacts, storedExtension, storedPause } from './clock-facts.ts';
import { TriageFault } from './fault.ts';
import type { NewClock } from './first-clocks.ts';
import { type Reckoned, reckon } from './reckon.ts';

export type ClockRow = Selectable<Schema['app.clock']>;

/** What a stored clock was reckoned from. */
export function factsOf(row: ClockRow): ClockFacts {
  return {
    slot: row.slot,
    startOn: row.start_on,
    receivedOn: row.received_on,
    pauses: storedPause.array().parse(row.pauses),
    extensions: storedExtension.array().parse(row.extensions),
    target: row.target as Limit | null,
  };
}

/** Columns that follow from a reckoning. */
export const columnsOf = ({ columns }: Reckoned) => ({
  rule: columns.rule,
  earliest: columns.earliest,
  rolled: columns.rolled,
  working: columns.working,
  disputed: columns.disputed,
  provisional: columns.provisional,
  calendar_version: columns.calendarVersion,
  paused_from: columns.pausedFrom,
});

/** A new clock of a tip as it is inserted. */
export const insertOf = (
  tip: { readonly id: string; readonly office: string; readonly district: string },
  { facts, startedBy, reckoned }: NewClock,
) => ({
  tip: tip.id,
  office: tip.office,
  district: tip.district,
  slot: facts.slot,
  started_by: startedBy,
  start_on: facts.startOn,
  received_on: facts.receivedOn,
  target: facts.target === null ? null : JSON.stringify(facts.target),
  ...columnsOf(reckoned),
});

/** Locks and reads an open clock. Throws `not-found` when the context does not see it, `version-conflict` and `clock-not-running`. */
export async function openClock(tx: Tx, id: string, version: number): Promise<ClockRow> {
  const row = await tx.selectFrom('app.clock').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw new TriageFault('not-found');
  if (row.version !== version) throw new TriageFault('version-conflict');
  if (row.state !== 'running' && row.state !== 'paused') throw new TriageFault('clock-not-running');
  return row;
}

/** Reckons changed facts; what the rule does not allow is a fault of the input, told with its reason. */
export function reckonAnew(facts: ClockFacts, calendar: Calendar): Reckoned {
  try {
    const reckoned = reckon(facts, calendar);
    if (reckoned !== null) return reckoned;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new TriageFault('clock-rule-forbids', { zh: '该期限的规定不允许这样暂停或者延长。', en: error.message });
  }
  throw new TriageFault('clock-rule-forbids');
}

/** Writes the earliest working deadline among the open clocks of a tip where lists can sort by it. */
export async function refreshDue(tx: Tx, tip: string): Promise<void> {
  const first = await tx
    .selectFrom('app.clock')
    .select(({ fn }) => fn.min('working').as('working'))
    .where('tip', '=', tip)
    .where('state', '=', 'running')
    .executeTakeFirst();
  await tx
    .updateTable('app.tip')
    .set({ due_on: first?.working ?? null })
    .where('id', '=', tip)
    .execute();
}
