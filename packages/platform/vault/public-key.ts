import { sql } from 'kysely';
import type { Tx } from '../store/connect.ts';
import { VaultFault } from './fault.ts';
import type { DirectoryKey } from './seal-tip.ts';

/** Newest public key of a holder. Throws `vault-key-missing`. */
export const publicKeyOf = async (tx: Tx, kind: DirectoryKey['kind'], holder: string): Promise<DirectoryKey> => {
  const { rows } = await sql<DirectoryKey>`
    select holder_kind as kind, holder, version, suite, public_key as "publicKey", data ->> 'ring' as "ringId"
    from vault.key where holder_kind = ${kind} and holder = ${holder} and retired_at is null order by version desc limit 1`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw new VaultFault('vault-key-missing');
  return found;
};
