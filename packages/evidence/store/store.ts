import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, link, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createDigester, digestBytes, digestFile } from '../hash.ts';

/** One stored object, named by the SHA-256 of its bytes. `path` is relative to the store's folder, with forward slashes. */
export interface StoredObject {
  readonly sha256: string;
  readonly sm3: string;
  readonly bytes: number;
  readonly path: string;
  /** False when the same bytes were there already. */
  readonly fresh: boolean;
}

const NAME = /^[0-9a-f]{64}$/;

/** Path of an object inside a store or a capture folder: `artefacts/<2 hex>/<sha256>`. Throws on anything but 64 lower-case hex digits. */
export const artefactPath = (sha256: string): string => {
  if (!NAME.test(sha256)) throw new Error(`not a SHA-256 name: ${sha256}`);
  return `artefacts/${sha256.slice(0, 2)}/${sha256}`;
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const syncFile = async (path: string): Promise<void> => {
  const handle = await open(path, 'r+');
  await handle.sync();
  await handle.close();
};

const syncFolder = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  await handle.sync().catch(() => undefined);
  await handle.close();
};

/**
 * Moves a finished temporary file to its name. A hard link is atomic and, unlike rename, fails when the name is taken:
 * an object that is there is never replaced, whoever writes at the same moment.
 */
const place = async (temporary: string, target: string): Promise<boolean> => {
  try {
    await link(temporary, target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await unlink(temporary);
  }
};

/**
 * Content-addressed store in a folder: an object is written once, read-only, and never replaced.
 * Safe for several processes on one folder.
 */
export const openStore = (root: string) => {
  const incoming = join(root, 'artefacts', '.incoming');
  const newTemporary = async (): Promise<string> => {
    await mkdir(incoming, { recursive: true });
    return join(incoming, `${process.pid}-${randomUUID()}`);
  };

  const settle = async (temporary: string, digests: { sha256: string; sm3: string; bytes: number }): Promise<StoredObject> => {
    const path = artefactPath(digests.sha256);
    const target = join(root, path);
    const folder = join(root, 'artefacts', digests.sha256.slice(0, 2));
    await mkdir(folder, { recursive: true });
    await syncFile(temporary);
    await chmod(temporary, 0o444);
    const fresh = await place(temporary, target);
    if (fresh) await syncFolder(folder);
    return { sha256: digests.sha256, sm3: digests.sm3, bytes: digests.bytes, path, fresh };
  };

  return {
    root,

    /** Stores bytes. The same bytes twice give one object. */
    async put(data: Uint8Array): Promise<StoredObject> {
      const digests = digestBytes(data);
      const path = artefactPath(digests.sha256);
      if (await exists(join(root, path))) return { sha256: digests.sha256, sm3: digests.sm3, bytes: digests.bytes, path, fresh: false };
      const temporary = await newTemporary();
      const handle = await open(temporary, 'wx', 0o600);
      await handle.writeFile(data).finally(() => handle.close());
      return settle(temporary, digests);
    },

    /** Stores a stream with constant memory. */
    async putStream(chunks: AsyncIterable<Uint8Array>): Promise<StoredObject> {
      const temporary = await newTemporary();
      const digester = createDigester();
      try {
        await pipeline(
          chunks,
          async function* (source) {
            for await (const chunk of source) {
              digester.update(chunk);
              yield chunk;
            }
          },
          createWriteStream(temporary, { flags: 'wx', mode: 0o600 }),
        );
      } catch (error) {
        await unlink(temporary).catch(() => undefined);
        throw error;
      }
      return settle(temporary, digester.digest());
    },

    /** Reads an object and proves it: throws `changed: <name>` when the bytes no longer match the name. */
    async get(sha256: string): Promise<Buffer> {
      const data = await readFile(join(root, artefactPath(sha256)));
      if (digestBytes(data).sha256 !== sha256) throw new Error(`changed: ${sha256}`);
      return data;
    },

    /** Proves an object without holding it in memory. */
    async check(sha256: string): Promise<'same' | 'changed' | 'missing'> {
      const path = join(root, artefactPath(sha256));
      if (!(await exists(path))) return 'missing';
      return (await digestFile(path)).sha256 === sha256 ? 'same' : 'changed';
    },

    /** Unverified stream, for large objects whose digest the reader takes itself. */
    stream: (sha256: string) => createReadStream(join(root, artefactPath(sha256))),

    has: (sha256: string): Promise<boolean> => exists(join(root, artefactPath(sha256))),

    /** Names of all objects, sorted. Files that are not objects are left out. */
    async list(): Promise<string[]> {
      const folders = await readdir(join(root, 'artefacts')).catch(() => []);
      const names: string[] = [];
      for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name)))
        names.push(...(await readdir(join(root, 'artefacts', folder))).filter((name) => NAME.test(name) && name.startsWith(folder)));
      return names.toSorted();
    },
  };
};

export type Store = ReturnType<typeof openStore>;
