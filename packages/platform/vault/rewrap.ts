import { sql } from 'kysely';
import type { Tx } from '../store/connect.ts';
import { workerContext } from '../store/context.ts';
import { within } from '../store/within.ts';
import { act, type Caller, tipKeyOfOffice, type VaultAccess } from './access.ts';
import { type Escrow, joinQuorum, takeShare } from './escrow.ts';
import { VaultFault } from './fault.ts';
import { ESCROW, giveOfficeKey } from './found-keys.ts';
import type { Guard, Keyring } from './keyring.ts';
import { publicKeyOf } from './public-key.ts';
import { type DirectoryKey, tipKeyOfHolder, wrapForHolder } from './seal-tip.ts';
import type { SuiteId } from './suite.ts';
import { suites } from './suites.ts';

const suiteOf = (id: SuiteId) => suites[id];

const handTo = async (tx: Tx, tip: string, tipKey: Buffer, office: DirectoryKey): Promise<void> => {
  const { holder, version, suite, wrapped } = wrapForHolder(suiteOf, tip, tipKey, office);
  tipKey.fill(0);
  await sql`insert into vault.tip_key (tip, holder_kind, holder, key_version, suite, wrapped)
    values (${tip}, 'office', ${holder}, ${version}, ${suite}, ${wrapped})
    on conflict (tip, holder_kind, holder) do update
      set key_version = excluded.key_version, suite = excluded.suite, wrapped = excluded.wrapped, made_at = now()`.execute(tx);
};

/**
 * Hands the key of a tip to another office, and takes it from the one that had it. Runs in the transaction of the transfer, before the tip
 * changes its office: afterwards the sender may not see it any more. Throws `not-found`, `vault-key-missing`.
 */
export const rewrapForOffice = async (tx: Tx, access: Pick<VaultAccess, 'keyring'>, tip: string, office: string): Promise<void> => {
  const next = await publicKeyOf(tx, 'office', office);
  await handTo(tx, tip, await tipKeyOfOffice(tx, access, tip), next);
  await sql`delete from vault.tip_key where tip = ${tip} and holder_kind = 'office' and holder <> ${office}`.execute(tx);
};

const BATCH = 200;

/**
 * Gives an office a new key, wraps the keys of all its tips anew, then destroys the old private key. Can be taken up again after a
 * failure: what is not wrapped yet still opens with the old key. Gives the number of tips. `caller` is an administrator.
 */
export const rotateOfficeKey = async (access: VaultAccess, caller: Caller, office: string): Promise<number> => {
  await act(access.console, caller, 'officer.keep', async (tx) => ({
    result: await giveOfficeKey(tx, access.keyring, office),
    audit: [{ act: 'key.rotate', kind: 'office', subject: office }],
  }));
  let total = 0;
  for (let done = BATCH; done === BATCH; total += done) done = await rewrapBatch(access, office);
  const retired = await act(access.console, caller, 'officer.keep', async (tx) => {
    const { rows } = await sql<{ ring: string | null }>`
      update vault.key k set retired_at = now() where holder_kind = 'office' and holder = ${office} and retired_at is null
        and version < (select max(version) from vault.key n where n.holder_kind = 'office' and n.holder = ${office})
      returning data ->> 'ring' as ring`.execute(tx);
    return { result: rows, audit: [{ act: 'key.retire', kind: 'office' as const, subject: office, detail: { keys: rows.length } }] };
  });
  for (const { ring } of retired) if (ring) await access.keyring.destroy(ring);
  return total;
};

const rewrapBatch = (access: VaultAccess, office: string): Promise<number> =>
  within(access.worker, workerContext, async (tx) => {
    const next = await publicKeyOf(tx, 'office', office);
    const { rows } = await sql<{ tip: string }>`
      select tip from vault.tip_key where holder_kind = 'office' and holder = ${office} and key_version < ${next.version}
      limit ${BATCH} for update skip locked`.execute(tx);
    for (const { tip } of rows) await handTo(tx, tip, await tipKeyOfOffice(tx, access, tip), next);
    return rows.length;
  });

/** The escrow as it stands in the directory. Throws `vault-key-missing`. */
const escrowOf = async (tx: Tx): Promise<Escrow> => {
  const { rows } = await sql<{ suite: SuiteId; publicKey: Buffer; data: EscrowData }>`
    select suite, public_key as "publicKey", data from vault.key
    where holder_kind = 'escrow' and holder = ${ESCROW} and retired_at is null order by version desc limit 1`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw new VaultFault('vault-key-missing');
  const { escrow: id, threshold, shares } = found.data;
  const own = shares.map(({ wrapped, ...share }) => ({ ...share, wrapped: Buffer.from(wrapped, 'base64') }));
  return { id, suite: found.suite, threshold, publicKey: found.publicKey, shares: own };
};

interface EscrowData {
  readonly escrow: string;
  readonly threshold: number;
  readonly shares: readonly { readonly custodian: string; readonly number: number; readonly wrapped: string }[];
}

/**
 * Recovers a tip whose office has lost its key: the custodians of a quorum each give their pass phrase, the key goes to the office that is
 * responsible, and the private half of the escrow is forgotten again. Throws `vault-quorum`, `vault-wrong-key`, `not-found`.
 */
export const recoverTip = (access: VaultAccess, caller: Caller, tip: string, quorum: readonly Guard[], why: string): Promise<void> =>
  act(access.vault, caller, 'escrow.recover', async (tx) => {
    const escrow = await escrowOf(tx);
    const { rows } = await sql<{ office: string; holder: string; wrapped: Buffer }>`
      select t.office, k.holder, k.wrapped from app.tip t join vault.tip_key k on k.tip = t.id and k.holder_kind = 'escrow'
      where t.id = ${tip}`.execute(tx);
    const [found] = rows;
    if (found === undefined) throw new VaultFault('vault-key-missing');
    const shares = await Promise.all(
      quorum.map(async (guard) => takeShare(escrow, guard.person, await custodianKey(tx, access.keyring, guard))),
    );
    const privateKey = joinQuorum(escrow, shares);
    const tipKey = tipKeyOfHolder(tip, { kind: 'escrow', holder: found.holder, wrapped: found.wrapped }, privateKey);
    privateKey.fill(0);
    await handTo(tx, tip, tipKey, await publicKeyOf(tx, 'office', found.office));
    const people = quorum.map(({ person }) => person).join(',');
    return { result: undefined, audit: [{ act: 'tip.recover', kind: 'tip', subject: tip, why, detail: { custodians: people } }] };
  });

const custodianKey = async (tx: Tx, keyring: Keyring, guard: Guard): Promise<Buffer> => {
  const { ringId } = await publicKeyOf(tx, 'custodian', guard.person);
  if (ringId === null) throw new VaultFault('vault-key-missing');
  return keyring.privateKey(ringId, guard);
};
