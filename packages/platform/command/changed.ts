import { StoreFault } from '../store/fault.ts';

/**
 * Checks an update that asked for a version: `where('version', '=', seen)`. Throws `version-conflict` when nothing was changed: the row was
 * read a moment ago by the guard, so that somebody else was faster.
 *
 *     changed(await tx.updateTable('app.tip').set({ state, version: sql`version + 1` }).where('id', '=', id).where('version', '=', version).executeTakeFirst());
 */
export function changed(result: { readonly numUpdatedRows: bigint } | undefined): void {
  if (!result || result.numUpdatedRows === 0n) throw new StoreFault('version-conflict');
}

/** The row, or `not-found`: the same answer for what is not there and for what is not to be seen. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new StoreFault('not-found');
  return row;
}
