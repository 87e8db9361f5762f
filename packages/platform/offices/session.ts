import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Context, type Db, logInContext, type Tx, within } from '../store/index.ts';
import { OfficeFault } from './fault.ts';
import { contextOf } from './officer-context.ts';

/** An officer's open session, with attributes as they are now. */
export interface OfficerSession {
  readonly officer: { readonly id: string; readonly name: string; readonly office: string; readonly logIn: string };
  readonly context: Context;
  /** When they last confirmed who they are. */
  readonly steppedUpAt: Date | null;
  /** That was within the last minutes. */
  readonly steppedUp: boolean;
  readonly method: string;
}

/** A working day; nobody stays logged in overnight. */
const LIFE = '10 hours';
const IDLE = '30 minutes';
const STEP_UP = '10 minutes';

const tokenId = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Opens a session and gives the value of its cookie; only its hash is stored. A log-in counts as confirming who one is. */
export async function openSession(tx: Tx, officer: string, method: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx
    .insertInto('app.session')
    .values({ id: tokenId(token), officer, method, ends_at: sql`now() + ${LIFE}::interval`, stepped_up_at: sql`now()` })
    .execute();
  return token;
}

/**
 * The session of a cookie. Roles, office, recusals and state are read anew every time: whoever was moved, suspended or given another role
 * since has no session any more. Throws `session-needed`.
 */
export async function readSession(db: Db, token: string): Promise<OfficerSession> {
  const id = tokenId(token.slice(0, 100));
  return within(db, logInContext, async (tx) => {
    const row = await tx
      .selectFrom('app.session')
      .innerJoin('app.officer', 'app.officer.id', 'app.session.officer')
      .innerJoin('app.office', 'app.office.id', 'app.officer.office')
      .select([
        'app.officer.id',
        'app.officer.name',
        'app.officer.log_in',
        'app.officer.office',
        'app.officer.clearance',
        'app.office.level',
        'app.office.district',
        'app.session.method',
        'app.session.stepped_up_at',
      ])
      .select(sql<boolean>`stepped_up_at > now() - ${STEP_UP}::interval`.as('stepped_up'))
      .select(sql<boolean>`seen_at < now() - interval '1 minute'`.as('stale'))
      .select(
        sql<string[]>`array(select role from app.officer_role r where r.officer = app.officer.id and r.valid_from <= app.today()
          and (r.valid_until is null or r.valid_until >= app.today()) order by role)`.as('roles'),
      )
      .select(
        sql<string[]>`array(select subject::text from app.recusal r where r.officer = app.officer.id and r.ended_at is null)`.as('recused'),
      )
      .where('app.session.id', '=', id)
      .where('app.officer.state', '=', 'active')
      .where(sql<boolean>`ends_at > now() and seen_at > now() - ${IDLE}::interval and opened_at >= app.officer.changed_at`)
      .executeTakeFirst();
    if (!row) throw new OfficeFault('session-needed');
    // Once a minute is exact enough, and keeps reading from being writing.
    if (row.stale) await tx.updateTable('app.session').set({ seen_at: sql`now()` }).where('id', '=', id).execute();
    return {
      officer: { id: row.id, name: row.name, office: row.office, logIn: row.log_in },
      context: contextOf(row),
      steppedUpAt: row.stepped_up_at,
      steppedUp: row.stepped_up === true,
      method: row.method,
    };
  });
}

/** Notes that the officer has confirmed who they are again. */
export async function noteStepUp(tx: Tx, token: string): Promise<void> {
  await tx.updateTable('app.session').set({ stepped_up_at: sql`now()` }).where('id', '=', tokenId(token)).execute();
}

/** Ends a session; one that has ended already stays so. */
export async function endSession(db: Db, token: string): Promise<void> {
  await within(db, logInContext, (tx) => tx.deleteFrom('app.session').where('id', '=', tokenId(token)).execute());
}
