import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VaultFault } from './fault.ts';
import { type Place, seal, unseal } from './sealed.ts';
import type { Suite } from './suite.ts';
import { suites } from './suites.ts';

/** The public half of a holder's key. */
export interface HolderKey {
  readonly id: string;
  /** `unit:<office id>` or `custodian:<officer id>`. */
  readonly holder: string;
  readonly suite: Suite['id'];
  readonly publicKey: Buffer;
}

/**
 * Private keys of units and custodians, in files apart from the database, sealed with the master key. A custodian's key is sealed once more
 * with the custodian's pass phrase: neither the machine nor its administrator can open an identity alone.
 * A hardware module takes this place by offering the same four functions.
 */
export interface Keyring {
  readonly create: (holder: string, passphrase?: string) => Promise<HolderKey>;
  /** Private half. Throws `vault-key-missing`; `vault-wrong-key` for a wrong or missing pass phrase. */
  readonly privateKey: (id: string, passphrase?: string) => Promise<Buffer>;
  readonly list: () => Promise<readonly HolderKey[]>;
  /** Destroys a key for good. What is wrapped for it alone cannot be opened any more. */
  readonly destroy: (id: string) => Promise<void>;
}

const entry = z.object({
  id: z.uuid(),
  holder: z.string(),
  suite: z.enum(['international', 'sm']),
  publicKey: z.base64(),
  sealed: z.base64(),
  guard: z.object({ salt: z.base64(), memoryKiB: z.number(), rounds: z.number() }).nullable(),
});
type Entry = z.output<typeof entry>;

/** A pass phrase as it is typed on any keyboard. */
const phrase = (text: string): string => text.normalize('NFKC').trim();

/** Opens the keyring in a folder. New keys are of `suite`; old ones stay what they are. */
export const openKeyring = (folder: string, master: Uint8Array, suite: Suite): Keyring => {
  const pathOf = (id: string): string => {
    if (!z.uuid().safeParse(id).success) throw new VaultFault('vault-key-missing');
    return join(folder, `${id}.key`);
  };
  const read = async (id: string): Promise<Entry> => {
    const text = await readFile(pathOf(id), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new VaultFault('vault-key-missing');
      throw error;
    });
    return entry.parse(JSON.parse(text));
  };
  const placeOf = (id: string, holder: string): Place => ['holder-key', id, holder];
  return {
    create: async (holder, passphrase) => {
      const pair = suite.newKeyPair();
      const id = randomUUID();
      const place = placeOf(id, holder);
      const salt = randomBytes(16);
      const inner =
        passphrase === undefined
          ? pair.privateKey
          : seal(suite, await suite.slow(phrase(passphrase), salt, suite.passwordCost), pair.privateKey, place);
      const written: Entry = {
        id,
        holder,
        suite: suite.id,
        publicKey: pair.publicKey.toString('base64'),
        sealed: seal(suite, master, inner, place).toString('base64'),
        guard: passphrase === undefined ? null : { salt: salt.toString('base64'), ...suite.passwordCost },
      };
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${pathOf(id)}.new`, JSON.stringify(written), { mode: 0o600, flush: true });
      await rename(`${pathOf(id)}.new`, pathOf(id));
      pair.privateKey.fill(0);
      return { id, holder, suite: suite.id, publicKey: pair.publicKey };
    },
    privateKey: async (id, passphrase) => {
      const { holder, suite: name, sealed, guard } = await read(id);
      const place = placeOf(id, holder);
      const inner = unseal(master, Buffer.from(sealed, 'base64'), place);
      if (guard === null) return inner;
      const key = await suites[name].slow(phrase(passphrase ?? ''), Buffer.from(guard.salt, 'base64'), guard);
      try {
        return unseal(key, inner, place);
      } catch {
        throw new VaultFault('vault-wrong-key');
      }
    },
    list: async () => {
      const names = await readdir(folder).catch(() => []);
      const ids = names.filter((name) => name.endsWith('.key')).map((name) => name.slice(0, -4));
      return Promise.all(
        ids
          .filter((id) => z.uuid().safeParse(id).success)
          .map(async (id) => {
            const { holder, suite: name, publicKey } = await read(id);
            return { id, holder, suite: name, publicKey: Buffer.from(publicKey, 'base64') };
          }),
      );
    },
    destroy: (id) => rm(pathOf(id), { force: true }),
  };
};
