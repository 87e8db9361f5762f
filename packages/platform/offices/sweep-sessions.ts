import { sql } from 'kysely';
import { type Db, logInContext, within } from '../store/index.ts';

/** Removes sessions whose time is over. Runs where people log in: nobody else reaches sessions. Gives their number. */
export const sweepSessions = (db: Db): Promise<number> =>
  within(db, logInContext, async (tx) => {
    const { numDeletedRows } = await tx.deleteFrom('app.session').where('ends_at', '<', sql<Date>`now()`).executeTakeFirst();
    return Number(numDeletedRows);
  });
