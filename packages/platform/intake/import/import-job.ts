import { shanghaiDay } from '@liangjian/law';
import { z } from 'zod';
import type { Handler } from '../../jobs/index.ts';
import { type Db, within, workerContext } from '../../store/index.ts';
import type { ImportSource } from './cell.ts';
import { columnMapSchema } from './column-map.ts';
import type { OrderDesk } from './order-tip.ts';
import { runImport } from './run-import.ts';
import { undoImport } from './undo-import.ts';

export interface ImportWork {
  /** Pool of the worker. */
  readonly db: Db;
  /** The file of a batch, where the server has put it. Throws when it is gone. */
  readonly file: (batch: string) => Promise<ImportSource>;
  /** Called when a file is not needed any more: it holds personal data. */
  readonly done: (batch: string) => Promise<void>;
  /** Directory, calendar and rules as they are now. */
  readonly desk: () => Promise<OrderDesk>;
}

const data = z.object({
  batch: z.uuid(),
  act: z.enum(['run', 'undo']).default('run'),
  why: z.string().optional(),
  sheet: z.string().optional(),
  headerLine: z.number().optional(),
});

/** Work of the queue `import.run`. Harmless when it is done twice. */
export const importJob =
  ({ db, file, done, desk }: ImportWork): Handler =>
  async (raw, { signal }) => {
    const { batch, act, why, sheet, headerLine } = data.parse(raw);
    if (act === 'undo') {
      await within(db, workerContext, (tx) => undoImport(tx, batch, why ?? ''));
      return;
    }
    const row = await within(db, workerContext, (tx) =>
      tx
        .selectFrom('app.import_batch')
        .innerJoin('app.import_map', 'app.import_map.id', 'app.import_batch.map')
        .select(['app.import_batch.state', 'app.import_map.columns'])
        .where('app.import_batch.id', '=', batch)
        .executeTakeFirst(),
    );
    if (row?.state !== 'running') return;
    await runImport({
      db,
      batch,
      source: await file(batch),
      map: columnMapSchema.parse(row.columns),
      desk: await desk(),
      today: shanghaiDay(new Date().toISOString()),
      signal,
      ...(sheet === undefined ? {} : { sheet }),
      ...(headerLine === undefined ? {} : { headerLine }),
    });
    await done(batch);
  };
