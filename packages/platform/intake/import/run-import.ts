import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { append } from '../../audit/index.ts';
import type { Db, Tx } from '../../store/index.ts';
import { within } from '../../store/within.ts';
import { workerContext } from '../../store/context.ts';
import { oneSending } from '../../vault/one-sending.ts';
import { ImportFileError, type ImportSource, type RowProblem } from './cell.ts';
import type { ColumnMap } from './column-map.ts';
import { type OrderDesk, tipsOfOrder } from './order-tip.ts';
import { type ReadOrder, readOrders } from './read-orders.ts';

export interface ImportTotals {
  readonly lines: number;
  readonly taken: number;
  readonly known: number;
  readonly bad: number;
}

export interface RunImport {
  /** Pool of the worker. */
  readonly db: Db;
  /** Row of `app.import_batch`, in state `running`. */
  readonly batch: string;
  readonly source: ImportSource;
  readonly map: ColumnMap;
  readonly desk: OrderDesk;
  readonly today: string;
  readonly sheet?: string;
  readonly headerLine?: number;
  readonly progress?: (totals: ImportTotals) => void;
  readonly signal?: AbortSignal;
}

/** Rows of one transaction: short enough to stop between two, long enough that the round trip does not count. */
const LOT = 200;
/** Rows sealed in one go, before the answers of the database are heard. */
const BREATH = 10;

/**
 * Imports a file of orders in lots. Safe to run again after a crash: orders that are in change nothing. A file that breaks off leaves
 * what came before it, and the batch says where. Returns the totals of the batch: the same after a second run.
 */
export async function runImport(run: RunImport): Promise<ImportTotals> {
  let totals: ImportTotals = { lines: 0, taken: 0, known: 0, bad: 0 };
  let lot: ReadOrder[] = [];
  let writing: Promise<ImportTotals> | undefined;
  const written = async (): Promise<void> => {
    if (writing === undefined) return;
    totals = await writing;
    writing = undefined;
    run.progress?.(totals);
  };
  // One lot is sealed while the one before it is written: the two cost about the same.
  const settle = async (): Promise<void> => {
    const given = lot;
    lot = [];
    const orders = JSON.stringify(await sealLot(given, run.desk));
    await written();
    run.signal?.throwIfAborted();
    const before = totals;
    if (given.length > 0) writing = within(run.db, workerContext, (tx) => takeLot(tx, run.batch, given, orders, before));
    // Its failure is told by `written`, not by an unhandled rejection in between.
    writing?.catch(() => undefined);
  };
  try {
    for await (const row of readOrders(run.source, run.map, run)) {
      lot.push(row);
      if (lot.length >= LOT) await settle();
    }
    await settle();
    await written();
    await close(run, totals, null);
  } catch (error) {
    // Whatever stops us, what is being written is written to its end before anybody hears of it.
    await writing?.catch(() => undefined);
    if (!(error instanceof ImportFileError)) throw error;
    await settle();
    await written();
    await close(run, totals, error);
    if (totals.lines === 0) throw error;
  }
  return totals;
}

const sealLot = (rows: readonly ReadOrder[], desk: OrderDesk): Promise<readonly unknown[]> =>
  oneSending(async (suiteOf) => {
    const tips: unknown[] = [];
    for (const [at, { order, line }] of rows.entries()) {
      if (order !== null) tips.push(...tipsOfOrder(order, line, desk, suiteOf));
      if (at % BREATH === BREATH - 1) await setImmediate();
    }
    return tips;
  });

async function takeLot(tx: Tx, batch: string, rows: readonly ReadOrder[], orders: string, before: ImportTotals): Promise<ImportTotals> {
  const taken = await sql<{
    outcome: string;
  }>`select outcome from app.take_orders(${batch}::uuid, ${orders}::jsonb)`.execute(tx);
  const noted = rows.filter(({ order, problems }) => order === null || problems.length > 0);
  if (noted.length > 0)
    await sql`
      insert into app.import_row (batch, line, outcome, problems)
        select ${batch}::uuid, n.line, 'bad', n.problems
        from jsonb_to_recordset(${JSON.stringify(noted.map(({ line, problems }) => ({ line, problems: problems.map(kept) })))}::jsonb)
          as n(line integer, problems jsonb)
      on conflict (batch, line) do update set problems = excluded.problems`.execute(tx);
  const count = (outcome: string): number => taken.rows.filter((row) => row.outcome === outcome).length;
  const totals = {
    lines: before.lines + rows.length,
    taken: before.taken + count('taken'),
    known: before.known + count('known'),
    bad: before.bad + rows.filter(({ order }) => order === null).length,
  };
  await tx.updateTable('app.import_batch').set(totals).where('id', '=', batch).execute();
  return totals;
}

/** Texts come from the code when they are shown; kept is only what was found. */
const kept = ({ column, severity, code }: RowProblem) => ({ column, severity, code });

async function close({ db, batch }: RunImport, totals: ImportTotals, broken: ImportFileError | null): Promise<void> {
  await within(db, workerContext, async (tx) => {
    await tx
      .updateTable('app.import_batch')
      .set({
        state: broken === null ? 'done' : 'stopped',
        ended_at: sql`now()`,
        broken: broken === null ? null : JSON.stringify({ code: broken.code, line: broken.line, text: broken.detail }),
      })
      .where('id', '=', batch)
      .execute();
    await append(tx, [{ act: 'import.run', kind: 'import', subject: batch, detail: { ...totals, broken: broken?.code ?? null } }]);
  });
}
