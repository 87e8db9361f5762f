import { sql } from 'kysely';
import { z } from 'zod';
import { changed, defineCommand, found } from '../../command/index.ts';
import { TriageFault } from '../../clocks/fault.ts';
import type { Tx } from '../../store/index.ts';
import { type ColumnMap, columnMapSchema } from './column-map.ts';
import { orderFields } from './order.ts';

/** Saves a map of columns for the own office, or replaces one (`version`). */
export const saveImportMap = defineCommand({
  name: 'import.save-map',
  permission: 'import.run',
  input: z.strictObject({ map: columnMapSchema, version: z.int().min(1).nullable().default(null) }),
  guard: async ({ tx, context }, { map, version }) => {
    const missing = orderFields.filter(({ field, required }) => required && !map.columns.some((column) => column.field === field));
    if (missing.length > 0)
      throw new TriageFault('invalid-input', {
        zh: `还没有指定：${missing.map(({ label }) => label.zh).join('、')}。`,
        en: `Not chosen yet: ${missing.map(({ label }) => label.en).join(', ')}.`,
      });
    if (context.office === undefined) throw new TriageFault('not-found');
    const before = await tx
      .selectFrom('app.import_map')
      .select(['id', 'version'])
      .where('office', '=', context.office)
      .where('channel', '=', map.channel)
      .where('name', '=', map.name)
      .executeTakeFirst();
    if (before === undefined ? version !== null : version !== before.version) throw new TriageFault('version-conflict');
    return { before, office: context.office };
  },
  effect: async ({ tx }, { map }, { before, office }) => {
    const columns = JSON.stringify(map);
    if (before === undefined)
      return await tx
        .insertInto('app.import_map')
        .values({ office, channel: map.channel, name: map.name, columns })
        .returning('id')
        .executeTakeFirstOrThrow();
    changed(
      await tx
        .updateTable('app.import_map')
        .set({ columns, version: sql`version + 1` })
        .where('id', '=', before.id)
        .where('version', '=', before.version)
        .executeTakeFirst(),
    );
    return { id: before.id };
  },
  audit: ({ map }, _state, { id }) => ({ kind: 'import', subject: id, detail: { channel: map.channel, columns: map.columns.length } }),
});

/** The saved maps that the context sees. */
export async function importMaps(tx: Tx): Promise<readonly { readonly id: string; readonly version: number; readonly map: ColumnMap }[]> {
  const rows = await tx.selectFrom('app.import_map').select(['id', 'version', 'columns']).orderBy('channel').orderBy('name').execute();
  return rows.map(({ id, version, columns }) => ({ id, version, map: columnMapSchema.parse(columns) }));
}

/**
 * Begins an import: the batch exists and its job waits. The file stays where the caller has put it, under the id of the batch.
 * The same file under the same map again is told (`sameAs`), and allowed: orders that are in change nothing.
 */
export const beginImport = defineCommand({
  name: 'import.begin',
  permission: 'import.run',
  input: z.strictObject({
    map: z.uuid(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    sheet: z.string().max(100).nullable().default(null),
    headerLine: z.int().min(1).max(100).nullable().default(null),
  }),
  guard: async ({ tx }, { map, sha256 }) => {
    const row = found(await tx.selectFrom('app.import_map').select(['id', 'office', 'channel']).where('id', '=', map).executeTakeFirst());
    const same = await tx
      .selectFrom('app.import_batch')
      .select('id')
      .where('file_sha256', '=', sha256)
      .where('state', '<>', 'undone')
      .limit(1)
      .executeTakeFirst();
    return { row, same: same?.id ?? null };
  },
  effect: async ({ tx, send }, { sha256, sheet, headerLine }, { row, same }) => {
    const batch = await tx
      .insertInto('app.import_batch')
      .values({ office: row.office, channel: row.channel, map: row.id, file_sha256: sha256 })
      .returning('id')
      .executeTakeFirstOrThrow();
    await send('import.run', { batch: batch.id, ...(sheet === null ? {} : { sheet }), ...(headerLine === null ? {} : { headerLine }) });
    return { batch: batch.id, sameAs: same };
  },
  audit: ({ sha256 }, { row }, { batch }) => ({ kind: 'import', subject: batch, detail: { channel: row.channel, sha256 } }),
});

/** Asks to take a batch back, as far as nobody has acted on its tips; the worker does it and the batch tells what stayed. */
export const undoBatch = defineCommand({
  name: 'import.undo',
  permission: 'import.run',
  input: z.strictObject({ batch: z.uuid(), why: z.string().trim().min(2).max(200) }),
  guard: async ({ tx }, { batch }) => {
    const row = found(await tx.selectFrom('app.import_batch').select('state').where('id', '=', batch).executeTakeFirst());
    // A batch that is still running would go on taking orders behind the back of the undo.
    if (row.state !== 'done' && row.state !== 'stopped') throw new TriageFault('wrong-state');
    return row;
  },
  effect: async ({ send }, { batch, why }) => await send('import.run', { batch, act: 'undo', why }),
  audit: ({ batch, why }) => ({ kind: 'import', subject: batch, why }),
});

/** Which of these orders are in already, whichever office has them: for the dry run. Tells only what the asker's own file already names. */
export async function knownOrders(tx: Tx, channel: string, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('app.tip')
    .select('order_number')
    .where('channel', '=', channel as never)
    .where('order_number', 'in', [...numbers])
    .execute();
  return new Set(rows.flatMap(({ order_number }) => order_number ?? []));
}
