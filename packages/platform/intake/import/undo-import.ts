import { sql } from 'kysely';
import { append } from '../../audit/index.ts';
import type { Tx } from '../../store/index.ts';

export interface UndoneImport {
  readonly undone: number;
  /** Tips that stay because somebody has begun with them, and why. */
  readonly kept: readonly {
    readonly tip: string;
    readonly number: string;
    readonly why: 'in-hand' | 'acted-on' | 'linked' | 'transferred' | 'messages';
  }[];
}

/** Takes a batch back as far as nobody has acted on its tips. Runs as the worker: the tips may lie with several offices. */
export async function undoImport(tx: Tx, batch: string, why: string): Promise<UndoneImport> {
  const { rows } = await sql<{ tip: string; number: string; undone: boolean; why: UndoneImport['kept'][number]['why'] | null }>`
    select tip, number, undone, why from app.undo_import(${batch}::uuid)`.execute(tx);
  const kept = rows.flatMap(({ tip, number, why: reason }) => (reason === null ? [] : [{ tip, number, why: reason }]));
  const undone = rows.length - kept.length;
  await tx
    .updateTable('app.import_batch')
    .set({ undone: sql`undone + ${undone}`, ...(kept.length === 0 ? { state: 'undone' as const } : {}) })
    .where('id', '=', batch)
    .execute();
  await append(tx, [{ act: 'import.undo', kind: 'import', subject: batch, why, detail: { undone, kept: kept.length } }]);
  return { undone, kept };
}
