import { sql } from 'kysely';
import { type Context, contextArguments } from './context.ts';
import type { Db, Tx } from './connect.ts';

/**
 * The one way to the rows: opens a transaction, says with whose eyes it sees, runs `work`, commits. Rolls back when `work` throws.
 * Nothing outside it sees a row, and the context ends with the transaction.
 *
 *     const tip = await within(db, context, (tx) => tx.selectFrom('app.tip').selectAll().where('id', '=', id).executeTakeFirst());
 */
export async function within<T>(db: Db, context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const settings = contextArguments(context);
  return await db.connection().execute(async (connection) => {
    // The words were checked, so that begin and context can travel together.
    await sql.raw(`begin; select app.enter(${settings.map((word) => `'${word}'`).join(', ')})`).execute(connection);
    try {
      const result = await work(connection as unknown as Tx);
      await sql.raw('commit').execute(connection);
      return result;
    } catch (error) {
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => undefined);
      throw error;
    }
  });
}
