import { type RawBuilder, sql } from 'kysely';
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

/**
 * The same for a transaction that is one call of one volatile function: context, call and commit travel once instead of three times.
 *
 *     const numbers = await callWithin<string[]>(store.portal, portalContext, sql`app.file_tip(${JSON.stringify(filed)}::jsonb)`);
 */
export async function callWithin<T>(db: Db, context: Context, call: RawBuilder<unknown>): Promise<T> {
  const settings = contextArguments(context).map((word) => sql`${word}`);
  // Materialized: the context is entered before the function runs. A policy inside reads it at each of its own statements.
  const { rows } = await sql<{ answer: T }>`
    with entered as materialized (select app.enter(${sql.join(settings)})) select ${call} as answer from entered`.execute(db);
  return (rows[0] as { answer: T }).answer;
}
