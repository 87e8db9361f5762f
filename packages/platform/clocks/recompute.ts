import { sql } from 'kysely';
import { z } from 'zod';
import { append, type AuditEntry } from '../audit/index.ts';
import { defineCommand } from '../command/index.ts';
import type { Handler } from '../jobs/index.ts';
import { type Db, type Tx, within, workerContext } from '../store/index.ts';
import { calendarOf } from './calendar-store.ts';
import { columnsOf, type ClockRow, factsOf, refreshDue } from './clock-row.ts';
import { reckon } from './reckon.ts';

export interface Recomputed {
  readonly looked: number;
  /** Clocks whose dates moved, with the tip whose officer has to be told. */
  readonly moved: readonly { readonly clock: string; readonly tip: string | null; readonly from: string; readonly to: string }[];
  /** Goes on after this id; null when all are done. */
  readonly next: string | null;
}

/**
 * Reckons open clocks anew after the calendar changed from `changedFrom` on: those that reach that day and those that are provisional.
 * Every one whose dates move gets an audit entry and a mark its officer sees until it is acknowledged (`app.clock.moved`).
 * Works in lots, so that no transaction is long: call again with `next`.
 */
export async function recompute(tx: Tx, changedFrom: string, after: string | null = null, lot = 500): Promise<Recomputed> {
  const calendar = await calendarOf(tx);
  const rows = await tx
    .selectFrom('app.clock')
    .selectAll()
    .where('state', 'in', ['running', 'paused'])
    .where((eb) => eb.or([eb('provisional', '=', true), eb('rolled', '>=', changedFrom), eb('start_on', '>', changedFrom)]))
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(lot)
    .forUpdate()
    .execute();
  const moved: { clock: string; tip: string | null; from: string; to: string }[] = [];
  const entries: AuditEntry[] = [];
  for (const row of rows) {
    const change = await renew(tx, row, calendar);
    if (change === null) continue;
    moved.push(change);
    entries.push({
      act: 'clock.recompute',
      kind: row.tip === null ? 'case' : 'tip',
      subject: row.tip ?? row.matter ?? row.id,
      why: `calendar ${calendar.version}`,
      detail: { clock: row.id, rule: row.rule, from: change.from, to: change.to },
      district: row.district,
    });
  }
  for (const tip of new Set(moved.flatMap((one) => one.tip ?? []))) await refreshDue(tx, tip);
  await append(tx, entries);
  return { looked: rows.length, moved, next: rows.length < lot ? null : (rows.at(-1)?.id ?? null) };
}

async function renew(tx: Tx, row: ClockRow, calendar: Awaited<ReturnType<typeof calendarOf>>): Promise<Recomputed['moved'][number] | null> {
  const reckoned = reckon(factsOf(row), calendar);
  if (reckoned === null) return null;
  const { columns } = reckoned;
  const same = row.earliest === columns.earliest && row.rolled === columns.rolled && row.working === columns.working;
  if (same && row.provisional === columns.provisional && row.calendar_version === columns.calendarVersion) return null;
  const at = { from: row.rolled ?? '', to: columns.rolled };
  await tx
    .updateTable('app.clock')
    .set({
      ...columnsOf(reckoned),
      version: row.version + 1,
      ...(same ? {} : { moved: JSON.stringify({ ...at, working: [row.working, columns.working], calendar: columns.calendarVersion }) }),
    })
    .where('id', '=', row.id)
    .execute();
  // A date that only became certain is no news for the officer.
  return same ? null : { clock: row.id, tip: row.tip, ...at };
}

/** Takes the mark off clocks whose new dates an officer has seen. Gives how many. */
export const acknowledge = defineCommand({
  name: 'clock.acknowledge',
  permission: 'tip.triage',
  input: z.strictObject({ clocks: z.array(z.uuid()).min(1).max(500) }),
  guard: () => Promise.resolve(null),
  effect: async ({ tx }, { clocks }) =>
    await tx
      .updateTable('app.clock')
      .set({ moved: sql`null` })
      .where('id', 'in', clocks)
      .where('moved', 'is not', null)
      .returning(['id', 'tip'])
      .execute(),
  audit: (_input, _state, done) => done.map(({ id, tip }) => ({ kind: 'tip' as const, subject: tip ?? id, detail: { clock: id } })),
});

/** Work of the queue `clock.reckon`: every clock that a changed calendar reaches, lot by lot. */
export const reckonClocks =
  (db: Db): Handler =>
  async ({ from }, { signal }) => {
    if (typeof from !== 'string') return;
    let next: string | null = null;
    do {
      signal.throwIfAborted();
      const after: string | null = next;
      next = (await within(db, workerContext, (tx) => recompute(tx, from, after))).next;
    } while (next !== null);
  };
