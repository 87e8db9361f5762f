import { sql } from 'kysely';
import { append } from '../audit/append.ts';
import { type Db, logInContext, type Tx, within } from '../store/index.ts';
import { unseal } from '../vault/index.ts';
import { OfficeFault } from './fault.ts';
import { codeStep } from './one-time-code.ts';
import { isPassword } from './password.ts';
import { noteStepUp, openSession, type OfficerSession } from './session.ts';

export interface LogIn {
  readonly logIn: string;
  readonly password: string;
  /** Six digits of the authenticator app. */
  readonly code: string;
}

/** Failures in a row that are let pass; each further one doubles the pause. */
const FREE = 5;
const MOST_MINUTES = 60;

interface Found {
  readonly id: string;
  readonly office: string;
  readonly district: string;
  readonly failures: number;
  readonly locked: boolean;
}

/**
 * Logs an officer in by password and one-time code, and gives the value of the cookie. Every failure looks alike and takes alike, whether
 * there is such an officer or not. Throws `log-in-failed`, or `too-many-requests` during the pause after several failures.
 */
export async function logIn(db: Db, key: Uint8Array, given: LogIn): Promise<string> {
  const outcome = await within(db, logInContext, async (tx) => {
    const officer = await findOfficer(tx, given.logIn);
    const right = await isRight(tx, key, officer, given);
    if (officer?.locked) return 'locked';
    if (!officer || right === null) {
      if (officer) await countFailure(tx, officer);
      return 'failed';
    }
    await noteCode(tx, right);
    await tx.updateTable('app.officer').set({ failures: 0, locked_until: null }).where('id', '=', officer.id).execute();
    const token = await openSession(tx, officer.id, 'password+totp');
    await append(tx, [{ act: 'log-in', ...whom(officer) }]);
    return { token };
  });
  // The failure has been counted and committed before it is told.
  if (outcome === 'locked') throw new OfficeFault('too-many-requests');
  if (outcome === 'failed') throw new OfficeFault('log-in-failed');
  return outcome.token;
}

/** Confirms again who the officer of a session is, by a one-time code. Throws `log-in-failed`. */
export async function stepUp(db: Db, key: Uint8Array, { officer }: OfficerSession, token: string, code: string): Promise<void> {
  const done = await within(db, logInContext, async (tx) => {
    const found = await findOfficer(tx, officer.logIn);
    const used = found && !found.locked ? await codeOf(tx, key, found.id, code) : null;
    if (!found) return false;
    if (used === null) {
      await countFailure(tx, found);
      return false;
    }
    await noteCode(tx, used);
    await noteStepUp(tx, token);
    await append(tx, [{ act: 'step-up', ...whom(found) }]);
    return true;
  });
  if (!done) throw new OfficeFault('log-in-failed');
}

const whom = ({ id, district }: Found) => ({ kind: 'officer' as const, subject: id, district });

async function findOfficer(tx: Tx, logInName: string): Promise<Found | undefined> {
  return tx
    .selectFrom('app.officer as o')
    .innerJoin('app.office as f', 'f.id', 'o.office')
    .select(['o.id', 'o.office', 'f.district', 'o.failures'])
    .select(sql<boolean>`coalesce(locked_until > now(), false)`.as('locked'))
    .where('log_in', '=', logInName.slice(0, 60).normalize('NFKC').trim().toLowerCase())
    .where('state', '=', 'active')
    .forUpdate('o')
    .executeTakeFirst();
}

interface UsedCode {
  readonly credential: string;
  readonly step: number;
}

/** Both factors, always both checked: the time of the answer does not tell which one was wrong. */
async function isRight(tx: Tx, key: Uint8Array, officer: Found | undefined, given: LogIn): Promise<UsedCode | null> {
  const stored = officer ? await credentialOf(tx, officer.id, 'password') : undefined;
  const password = await isPassword(stored?.secret ?? null, given.password);
  const code = officer ? await codeOf(tx, key, officer.id, given.code) : null;
  return password ? code : null;
}

async function codeOf(tx: Tx, key: Uint8Array, officer: string, typed: string): Promise<UsedCode | null> {
  const stored = await credentialOf(tx, officer, 'totp');
  if (!stored?.secret) return null;
  const step = codeStep(unseal(key, stored.secret, ['officer', officer, 'totp']), typed, stored.counter);
  return step === null ? null : { credential: stored.id, step };
}

const credentialOf = (tx: Tx, officer: string, kind: 'password' | 'totp') =>
  tx
    .selectFrom('app.credential')
    .select(['id', 'secret', 'counter'])
    .where('officer', '=', officer)
    .where('kind', '=', kind)
    .where('retired_at', 'is', null)
    .executeTakeFirst();

const noteCode = (tx: Tx, { credential, step }: UsedCode) =>
  tx.updateTable('app.credential').set({ counter: step, used_at: sql`now()` }).where('id', '=', credential).execute();

async function countFailure(tx: Tx, officer: Found): Promise<void> {
  const failures = Math.min(officer.failures + 1, 30);
  const minutes = failures < FREE ? 0 : Math.min(MOST_MINUTES, 2 ** (failures - FREE));
  await tx
    .updateTable('app.officer')
    .set({ failures, locked_until: minutes === 0 ? null : sql`now() + make_interval(mins => ${minutes})` })
    .where('id', '=', officer.id)
    .execute();
  await append(tx, [{ act: 'log-in-failed', ...whom(officer) }]);
}
