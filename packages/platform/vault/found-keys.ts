import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { append } from '../audit/append.ts';
import type { Tx } from '../store/connect.ts';
import { newEscrow } from './escrow.ts';
import type { Guard, HolderKey, Keyring } from './keyring.ts';
import type { DirectoryKey } from './seal-tip.ts';
import type { Suite } from './suite.ts';

/** The circle of identity custodians, and the escrow: one of each for the city. */
export const CUSTODIANS = 'city';
export const ESCROW = 'city';

/** Writes the next version of a holder's public key; gives its number. Older versions still open what was wrapped for them. */
const enter = async (
  tx: Tx,
  kind: DirectoryKey['kind'],
  holder: string,
  suite: Suite['id'],
  publicKey: Buffer,
  data: Readonly<Record<string, unknown>>,
): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    insert into vault.key (holder_kind, holder, version, suite, public_key, data)
    select ${kind}, ${holder}, coalesce(max(version), 0) + 1, ${suite}, ${publicKey}, ${JSON.stringify(data)}::jsonb
    from vault.key where holder_kind = ${kind} and holder = ${holder} returning version`.execute(tx);
  const version = rows[0]?.version ?? 1;
  await append(tx, [{ act: 'key.make', kind: 'system', subject: `${kind}:${holder}`, detail: { version, suite } }]);
  return version;
};

const enterHolder = (tx: Tx, kind: DirectoryKey['kind'], holder: string, key: HolderKey): Promise<number> =>
  enter(tx, kind, holder, key.suite, key.publicKey, { ring: key.id });

/** Gives an office its first or its next key. Acts with the rights of an administrator. */
export const giveOfficeKey = async (tx: Tx, keyring: Keyring, office: string): Promise<number> =>
  enterHolder(tx, 'office', office, await keyring.create(`office:${office}`));

/** Founds the circle of identity custodians with its first member; `Keyring.admit` lets others in. */
export const foundCustodians = async (
  tx: Tx,
  keyring: Keyring,
  first: Guard,
): Promise<{ readonly ringId: string; readonly version: number }> => {
  const key = await keyring.create(`custodian:${CUSTODIANS}`, first);
  return { ringId: key.id, version: await enterHolder(tx, 'custodian', CUSTODIANS, key) };
};

/** Founds the escrow: each custodian gets a key of their own and a share, and `threshold` of them open it together. */
export const foundEscrow = async (
  tx: Tx,
  keyring: Keyring,
  suite: Suite,
  threshold: number,
  custodians: readonly Guard[],
): Promise<number> => {
  const keys: { id: string; publicKey: Buffer }[] = [];
  for (const guard of custodians) {
    const key = await keyring.create(`custodian:${guard.person}`, guard);
    await enterHolder(tx, 'custodian', guard.person, key);
    keys.push({ id: guard.person, publicKey: key.publicKey });
  }
  const escrow = newEscrow(suite, randomUUID(), threshold, keys);
  const shares = escrow.shares.map(({ wrapped, ...share }) => ({ ...share, wrapped: wrapped.toString('base64') }));
  return enter(tx, 'escrow', ESCROW, escrow.suite, escrow.publicKey, { escrow: escrow.id, threshold, shares });
};
