import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VaultFault } from './fault.ts';
import { type Place, seal, unseal } from './sealed.ts';
import type { Suite } from './suite.ts';
import { suiteByMark } from './suites.ts';

/** The public half of a holder's key. */
export interface HolderKey {
  readonly id: string;
  /** `office:<office id>`, `custodian:<circle or officer>`. */
  readonly holder: string;
  readonly suite: Suite['id'];
  readonly publicKey: Buffer;
}

/** A person with a pass phrase of their own. */
export interface Guard {
  readonly person: string;
  readonly passphrase: string;
}

/**
 * Private keys of offices and custodians, in files apart from the database, sealed with the master key. A guarded key is sealed once more
 * for each of its persons with their own pass phrase: neither the machine nor its administrator can open an identity alone.
 * A hardware module takes this place by offering the same functions.
 */
export interface Keyring {
  readonly create: (holder: string, guard?: Guard) => Promise<HolderKey>;
  /** Private half. Throws `vault-key-missing`; `vault-wrong-key` when the pass phrase is missing, wrong, or of another person. */
  readonly privateKey: (id: string, guard?: Guard) => Promise<Buffer>;
  /** One who has a guarded key lets another person in. Throws as `privateKey`. */
  readonly admit: (id: string, by: Guard, person: Guard) => Promise<void>;
  /** Takes a person's copy away. */
  readonly dismiss: (id: string, person: string) => Promise<void>;
  readonly list: () => Promise<readonly HolderKey[]>;
  /** Destroys a key for good. What is wrapped for it alone cannot be opened any more. */
  readonly destroy: (id: string) => Promise<void>;
}

const copy = z.object({
  person: z.string().nullable(),
  guard: z.object({ salt: z.base64(), memoryKiB: z.number(), rounds: z.number() }).nullable(),
  sealed: z.base64(),
});
const entry = z.object({
  id: z.uuid(),
  holder: z.string(),
  suite: z.enum(['international', 'sm']),
  publicKey: z.base64(),
  copies: z.array(copy),
});
type Copy = z.output<typeof copy>;
type Entry = z.output<typeof entry>;

/** A pass phrase as it is typed on any keyboard. */
const phrase = (text: string): string => text.normalize('NFKC').trim();
const bytes = (text: string): Buffer => Buffer.from(text, 'base64');

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
  const write = async (written: Entry): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const temporary = `${pathOf(written.id)}.${randomUUID()}`;
    await writeFile(temporary, JSON.stringify(written), { mode: 0o600, flush: true });
    await rename(temporary, pathOf(written.id));
  };
  const placeOf = (id: string, person: string | null): Place => ['holder-key', id, ...(person === null ? [] : [person])];
  const copyFor = async (id: string, privateKey: Uint8Array, guard: Guard | undefined): Promise<Copy> => {
    if (guard === undefined)
      return { person: null, guard: null, sealed: seal(suite, master, privateKey, placeOf(id, null)).toString('base64') };
    const place = placeOf(id, guard.person);
    const salt = randomBytes(16);
    const inner = seal(suite, await suite.slow(phrase(guard.passphrase), salt, suite.passwordCost), privateKey, place);
    return {
      person: guard.person,
      guard: { salt: salt.toString('base64'), ...suite.passwordCost },
      sealed: seal(suite, master, inner, place).toString('base64'),
    };
  };
  const privateKey: Keyring['privateKey'] = async (id, guard) => {
    const { copies } = await read(id);
    const own = copies.find(({ person }) => person === (guard?.person ?? null));
    if (own === undefined) throw new VaultFault('vault-wrong-key');
    const place = placeOf(id, own.person);
    const inner = unseal(master, bytes(own.sealed), place);
    if (own.guard === null) return inner;
    const key = await suiteByMark(inner[0]).slow(phrase(guard?.passphrase ?? ''), bytes(own.guard.salt), own.guard);
    try {
      return unseal(key, inner, place);
    } catch {
      throw new VaultFault('vault-wrong-key');
    }
  };
  return {
    create: async (holder, guard) => {
      const pair = suite.newKeyPair();
      const id = randomUUID();
      const copies = [await copyFor(id, pair.privateKey, guard)];
      await write({ id, holder, suite: suite.id, publicKey: pair.publicKey.toString('base64'), copies });
      pair.privateKey.fill(0);
      return { id, holder, suite: suite.id, publicKey: pair.publicKey };
    },
    privateKey,
    admit: async (id, by, person) => {
      const key = await privateKey(id, by);
      const added = await copyFor(id, key, person);
      const known = await read(id);
      await write({ ...known, copies: [...known.copies.filter((one) => one.person !== person.person), added] });
      key.fill(0);
    },
    dismiss: async (id, person) => {
      const known = await read(id);
      await write({ ...known, copies: known.copies.filter((one) => one.person !== person) });
    },
    list: async () => {
      const names = await readdir(folder).catch(() => []);
      const ids = names.filter((name) => name.endsWith('.key')).map((name) => name.slice(0, -4));
      const known = await Promise.all(ids.filter((id) => z.uuid().safeParse(id).success).map(read));
      return known.map(({ id, holder, suite: name, publicKey }) => ({ id, holder, suite: name, publicKey: bytes(publicKey) }));
    },
    destroy: (id) => rm(pathOf(id), { force: true }),
  };
};
