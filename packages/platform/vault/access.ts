import { sql } from 'kysely';
import { append, type AuditEntry } from '../audit/append.ts';
import { may, ruleOf } from '../permission/may.ts';
import type { Db, Tx } from '../store/connect.ts';
import type { Context } from '../store/context.ts';
import { StoreFault } from '../store/fault.ts';
import { within } from '../store/within.ts';
import { VaultFault } from './fault.ts';
import type { Keyring } from './keyring.ts';
import { tipKeyOfHolder } from './seal-tip.ts';
import type { Suite } from './suite.ts';

/** What acts on sealed data need: the pools of their doors, the private keys, the suite for what is new. */
export interface VaultAccess {
  readonly console: Db;
  readonly vault: Db;
  readonly worker: Db;
  readonly keyring: Keyring;
  readonly suite: Suite;
}

/** Who acts, and when they last confirmed who they are. */
export interface Caller {
  readonly context: Context;
  readonly steppedUpAt?: Date | null;
}

const STEP_UP_MS = 10 * 60_000;

/**
 * Runs an act of an officer through a door: refused by the table of permissions before the database refuses it, and never without an
 * audit entry. Commands cannot do this: their database is given, while a vault act goes through the door that its permission names.
 * Throws `not-permitted`, `step-up-needed`, or what the work throws.
 */
export const act = async <T>(
  db: Db,
  { context, steppedUpAt }: Caller,
  permission: string,
  work: (tx: Tx) => Promise<{ readonly result: T; readonly audit: readonly AuditEntry[] }>,
): Promise<T> => {
  if (!may(context, permission)) throw new StoreFault('not-permitted', permission);
  if (ruleOf(permission).stepUp && !(steppedUpAt && Date.now() - steppedUpAt.getTime() < STEP_UP_MS)) {
    throw new StoreFault('step-up-needed', permission);
  }
  return within(db, context, async (tx) => {
    const { result, audit } = await work(tx);
    await append(tx, audit);
    return result;
  });
};

/** Id in the keyring of one version of a holder's key. Throws `vault-key-missing`. */
export const ringIdOf = async (tx: Tx, kind: 'office' | 'custodian', holder: string, version: number): Promise<string> => {
  const { rows } = await sql<{ ring: string | null }>`
    select data ->> 'ring' as ring from vault.key where holder_kind = ${kind} and holder = ${holder} and version = ${version}`.execute(tx);
  const ring = rows[0]?.ring;
  if (!ring) throw new VaultFault('vault-key-missing');
  return ring;
};

/** Key of a tip by the private key of the office that holds it now. Throws `not-found` when the reader may not see the tip. */
export const tipKeyOfOffice = async (tx: Tx, { keyring }: Pick<VaultAccess, 'keyring'>, tip: string): Promise<Buffer> => {
  const { rows } = await sql<{ holder: string; version: number; wrapped: Buffer }>`
    select holder, key_version as version, wrapped from vault.tip_key where tip = ${tip} and holder_kind = 'office'`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw new StoreFault('not-found');
  const privateKey = await keyring.privateKey(await ringIdOf(tx, 'office', found.holder, found.version));
  try {
    return tipKeyOfHolder(tip, { kind: 'office', holder: found.holder, wrapped: found.wrapped }, privateKey);
  } finally {
    privateKey.fill(0);
  }
};
