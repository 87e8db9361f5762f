import { createHash } from 'node:crypto';
import { shanghaiDay } from '@liangjian/law';
import { append } from '@liangjian/platform/audit';
import {
  type ColumnMap,
  type DryRun,
  dryRun,
  fileSource,
  type ImportSource,
  type ImportTotals,
  knownOrders,
  openOrders,
  type OrderChannel,
  type RowProblem,
  rowProblems,
  runImport,
  suggestMap,
  undoImport,
  type UndoneImport,
} from '@liangjian/platform/import';
import { orderDesk, type Platform } from '@liangjian/platform/run';
import { type Context, within, workerContext } from '@liangjian/platform/store';
import { Fault } from '../fault.ts';

export interface ImportPlan {
  readonly file: string;
  readonly channel: OrderChannel;
  /** Id of the office that imports. */
  readonly office: string;
  /** Suggested from the header when null. */
  readonly map: ColumnMap | null;
  readonly sheet: string | undefined;
  readonly headerLine: number | undefined;
}

const today = (): string => shanghaiDay(new Date().toISOString());
const readOptions = ({ sheet, headerLine }: ImportPlan) => ({
  ...(sheet === undefined ? {} : { sheet }),
  ...(headerLine === undefined ? {} : { headerLine }),
});

/** The map that was given, or the one the header suggests. Throws `import-map-misfit` naming the fields without a column. */
export async function mapFor(plan: ImportPlan): Promise<{ readonly source: ImportSource; readonly map: ColumnMap }> {
  const source = await fileSource(plan.file);
  if (plan.map !== null) return { source, map: plan.map };
  const { header, rows } = await openOrders(source, readOptions(plan));
  await rows.return(undefined);
  const { map, missing } = suggestMap(header, plan.channel, source.name.slice(0, 60));
  if (missing.length > 0) throw new Fault('import-map-misfit', `--map: ${missing.join(', ')}`);
  return { source, map };
}

/** Goes through the file without writing anything. */
export async function tryImport(platform: Platform, plan: ImportPlan, progress: (rows: number) => void): Promise<DryRun> {
  const { source, map } = await mapFor(plan);
  return dryRun(source, map, {
    ...readOptions(plan),
    today: today(),
    known: (numbers) => within(platform.store.worker, workerContext, (tx) => knownOrders(tx, plan.channel, numbers)),
    progress,
  });
}

/** Imports the file as a batch of the office, in this process. */
export async function importOrders(
  platform: Platform,
  plan: ImportPlan,
  progress: (totals: ImportTotals) => void,
): Promise<{ readonly batch: string; readonly totals: ImportTotals; readonly broken: unknown; readonly problems: readonly RowProblem[] }> {
  const { store } = platform;
  const { source, map } = await mapFor(plan);
  const desk = await orderDesk(platform);
  const office = desk.directory.offices.find(({ id }) => id === plan.office);
  if (office === undefined) throw new Fault('bad-argument', `--office ${plan.office}`);
  const hash = createHash('sha256');
  for await (const chunk of source.open()) hash.update(chunk);
  const sha256 = hash.digest('hex');
  // Whoever may run this may do anything on this machine; the trail says that it was done here.
  const asOffice: Context = { actor: 'command-line', roles: ['clerk'], office: office.id, districts: [office.district] };
  const { id: batch } = await within(store.console, asOffice, async (tx) => {
    const made = await tx
      .insertInto('app.import_batch')
      .values({ office: office.id, channel: plan.channel, file_sha256: sha256 })
      .returning('id')
      .executeTakeFirstOrThrow();
    await append(tx, [{ act: 'import.begin', kind: 'import', subject: made.id, detail: { channel: plan.channel, sha256 } }]);
    return made;
  });
  const totals = await runImport({ db: store.worker, batch, source, map, desk, today: today(), progress, ...readOptions(plan) });
  const row = await within(store.worker, workerContext, (tx) =>
    tx.selectFrom('app.import_batch').select('broken').where('id', '=', batch).executeTakeFirst(),
  );
  return { batch, totals, broken: row?.broken ?? null, problems: await rowProblems(store.worker, batch) };
}

/** Takes a batch back as far as nobody has acted on its tips. Throws `not-found`, `wrong-state` for one that is still running. */
export async function takeBack(platform: Platform, batch: string, why: string): Promise<UndoneImport> {
  return within(platform.store.worker, workerContext, async (tx) => {
    const row = await tx.selectFrom('app.import_batch').select('state').where('id', '=', batch).executeTakeFirst();
    if (row === undefined) throw new Fault('not-found', batch);
    // A batch that is still running would go on taking orders behind the back of the undo.
    if (row.state !== 'done' && row.state !== 'stopped') throw new Fault('wrong-state', row.state);
    return undoImport(tx, batch, why);
  });
}
