import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { append } from '../audit/append.ts';
import type { OfficerRole } from '../permission/rule.ts';
import { type Context, type Db, logInContext, type Tx, within } from '../store/index.ts';
import { seal, suites } from '../vault/index.ts';
import { OfficeFault } from './fault.ts';
import { codeStep } from './one-time-code.ts';
import { hashPassword, requireGoodPassword } from './password.ts';

const LIFE = '72 hours';

export interface NewOfficer {
  readonly logIn: string;
  readonly name: string;
  readonly office: string;
  readonly roles: readonly OfficerRole[];
  readonly clearance: number;
}

/** Token of an invitation, to be handed over once; the address `/invitation` takes it in its fragment, which no server and no log sees. */
export type InvitationToken = string;

const handleOf = (token: string): string => createHash('sha256').update(`invitation/1/${token}`).digest('hex');

/** Puts an officer in and invites them. Runs with the eyes of an administrator. Throws the database's error for a name that is taken. */
export async function inviteOfficer(tx: Tx, by: string, officer: NewOfficer): Promise<{ id: string; token: InvitationToken }> {
  const { id } = await tx
    .insertInto('app.officer')
    .values({
      log_in: officer.logIn.normalize('NFKC').trim().toLowerCase(),
      name: officer.name,
      office: officer.office,
      clearance: officer.clearance,
      state: 'invited',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('app.officer_role')
    .values(officer.roles.map((role) => ({ officer: id, role, granted_by: by })))
    .execute();
  const token = randomBytes(24).toString('base64url');
  await tx
    .insertInto('app.credential')
    .values({ officer: id, kind: 'invitation', handle: handleOf(token) })
    .execute();
  await append(tx, [{ act: 'officer.invite', kind: 'officer' as const, subject: id }]);
  return { id, token };
}

export interface Acceptance {
  readonly token: InvitationToken;
  readonly password: string;
  /** The secret that was shown for the authenticator app, and a code made with it. */
  readonly codeSecret: Uint8Array;
  readonly code: string;
}

/** Log-in name of whoever is invited. Throws `invitation-used`. */
export const readInvitation = (db: Db, token: InvitationToken): Promise<{ id: string; logIn: string; name: string }> =>
  within(db, logInContext, (tx) => openInvitation(tx, token));

/**
 * Sets password and authenticator and makes the officer active; the invitation is used up by it. Throws `invitation-used`,
 * `weak-password`, `log-in-failed` when the code does not belong to the secret.
 */
export async function acceptInvitation(db: Db, key: Uint8Array, given: Acceptance): Promise<void> {
  const password = await hashPassword(given.password);
  await within(db, logInContext, async (tx) => {
    const { id, logIn, credential } = await openInvitation(tx, given.token);
    requireGoodPassword(given.password, logIn);
    const step = given.codeSecret.length === 20 ? codeStep(given.codeSecret, given.code, -1) : null;
    if (step === null) throw new OfficeFault('log-in-failed');
    const secret = seal(suites.international, key, given.codeSecret, ['officer', id, 'totp']);
    await tx.updateTable('app.credential').set({ used_at: sql`now()`, retired_at: sql`now()` }).where('id', '=', credential).execute();
    await tx
      .insertInto('app.credential')
      .values([
        { officer: id, kind: 'password', secret: password },
        { officer: id, kind: 'totp', secret, counter: step },
      ])
      .execute();
    await tx.updateTable('app.officer').set({ state: 'active', changed_at: sql`now()` }).where('id', '=', id).execute();
    await append(tx, [{ act: 'officer.accept', kind: 'officer' as const, subject: id }]);
  });
}

/** The officer an invitation stands for, locked. Throws `invitation-used`. */
export async function openInvitation(tx: Tx, token: InvitationToken) {
  const row = await tx
    .selectFrom('app.credential as c')
    .innerJoin('app.officer as o', 'o.id', 'c.officer')
    .select(['o.id', 'o.log_in', 'o.name', 'c.id as credential'])
    .where('kind', '=', 'invitation')
    .where('handle', '=', handleOf(token.slice(0, 100)))
    .where('c.used_at', 'is', null)
    .where('o.state', '=', 'invited')
    .where(sql<boolean>`c.made_at > now() - ${LIFE}::interval`)
    .forUpdate('c')
    .executeTakeFirst();
  if (!row) throw new OfficeFault('invitation-used');
  return { id: row.id, logIn: row.log_in, name: row.name, credential: row.credential };
}

/** Acts for an installation that has no administrator yet. */
const bootstrapContext: Context = { actor: 'bootstrap', roles: ['administrator'] };

/**
 * Invitation of the first administrator; null once there is one. An invitation that was not used is replaced by the new one, so that a
 * lost link locks nobody out and only the last one works.
 */
export async function bootstrapInvitation(db: Db, office: string): Promise<InvitationToken | null> {
  return within(db, bootstrapContext, async (tx) => {
    // Two starts at once must not make two first administrators.
    await sql`select pg_advisory_xact_lock(hashtext('liangjian/bootstrap'))`.execute(tx as Db);
    const [administrator] = await tx
      .selectFrom('app.officer_role')
      .innerJoin('app.officer', 'app.officer.id', 'app.officer_role.officer')
      .select(['app.officer.id', 'state'])
      .where('role', '=', 'administrator')
      .orderBy('state')
      .execute();
    if (administrator?.state === 'active') return null;
    if (!administrator)
      return (await inviteOfficer(tx, 'bootstrap', { logIn: 'admin', name: '管理员', office, roles: ['administrator'], clearance: 0 }))
        .token;
    await tx
      .updateTable('app.credential')
      .set({ retired_at: sql`now()`, used_at: sql`now()` })
      .where('officer', '=', administrator.id)
      .where('kind', '=', 'invitation')
      .where('used_at', 'is', null)
      .execute();
    const token = randomBytes(24).toString('base64url');
    await tx
      .insertInto('app.credential')
      .values({ officer: administrator.id, kind: 'invitation', handle: handleOf(token) })
      .execute();
    return token;
  });
}
