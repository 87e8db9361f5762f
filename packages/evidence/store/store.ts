import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { access, open, readdir, readFile, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sha256 as digestOf, digestFile } from '../hash.ts';

/** One stored object, named by the SHA-256 of its bytes. `path` is relative to the store's folder, with forward slashes. */
export interface StoredObject {
  readonly sha256: string;
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

/** Forces a file or the list of names of a folder to disk. Some file systems cannot sync a folder; they need not. */
const syncPath = async (path: string, mustSync: boolean): Promise<void> => {
  const handle = await open(path, 'r');
  await handle
    .sync()
    .catch((error: unknown) => {
      if (mustSync) throw error;
    })
    .finally(() => handle.close());
};

/**
 * Moves a finished temporary file to its name. A hard link is atomic and, unlike rename, fails when the name is taken:
 * an object that is there is never replaced, whoever writes at the same moment.
 */
const place = (temporary: string, target: string): boolean => {
  try {
    linkSync(temporary, target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    unlinkSync(temporary);
  }
};

export interface StoreOptions {
  /**
   * When bytes are forced to disk. `each`: before `put` returns. `group`: all together by `sync()`, which whoever names them in a
   * lasting record must await first; until then a power cut may take them, never change them unseen, because the name proves the bytes.
   */
  readonly durability?: 'each' | 'group';
}

const SYNCS_AT_ONCE = 4;

/**
 * Content-addressed store in a folder: an object is written once, read-only, and never replaced.
 * Safe for several processes on one folder.
 */
export const openStore = (root: string, { durability = 'each' }: StoreOptions = {}) => {
  const incoming = join(root, 'artefacts', '.incoming');
  const folders = new Set<string>();
  const unsynced = new Set<string>();
  // Creating a folder that is there costs as much as writing a small object.
  const makeFolder = (folder: string): void => {
    if (folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    folders.add(folder);
  };
  const newTemporary = (): string => {
    makeFolder(incoming);
    return join(incoming, `${process.pid}-${randomUUID()}`);
  };

  async function syncFiles(files: readonly string[]): Promise<void> {
    const queue = [...files];
    const next = async (): Promise<void> => {
      for (let path = queue.pop(); path !== undefined; path = queue.pop()) await syncPath(path, true);
    };
    await Promise.all(Array.from({ length: Math.min(SYNCS_AT_ONCE, files.length) }, next));
    for (const folder of new Set(files.map((path) => dirname(path)))) await syncPath(folder, false);
  }

  let syncing: Promise<void> = Promise.resolve();
  /** One after another: a call must not return while an earlier one still works on what was put before it. */
  const sync = (): Promise<void> => {
    syncing = syncing.then(() => {
      const files = [...unsynced];
      unsynced.clear();
      return syncFiles(files);
    });
    return syncing;
  };

  const settle = async (temporary: string, sha256: string, bytes: number): Promise<StoredObject> => {
    const path = artefactPath(sha256);
    const target = join(root, path);
    makeFolder(dirname(target));
    const fresh = place(temporary, target);
    if (fresh && durability === 'group') unsynced.add(target);
    else if (fresh) await syncFiles([target]);
    return { sha256, bytes, path, fresh };
  };

  return {
    root,

    /** Stores bytes. The same bytes twice give one object. */
    async put(data: Uint8Array): Promise<StoredObject> {
      const sha256 = digestOf(data);
      const path = artefactPath(sha256);
      if (existsSync(join(root, path))) return { sha256, bytes: data.length, path, fresh: false };
      const temporary = newTemporary();
      // Into the page cache this takes microseconds; a thread and four promises for it cost more than the work.
      const file = openSync(temporary, 'wx', 0o444);
      try {
        writeFileSync(file, data);
      } finally {
        closeSync(file);
      }
      return settle(temporary, sha256, data.length);
    },

    /** Stores a stream with constant memory. */
    async putStream(chunks: AsyncIterable<Uint8Array>): Promise<StoredObject> {
      const temporary = newTemporary();
      const hash = createHash('sha256');
      let bytes = 0;
      try {
        await pipeline(
          chunks,
          async function* (source) {
            for await (const chunk of source) {
              hash.update(chunk);
              bytes += chunk.length;
              yield chunk;
            }
          },
          createWriteStream(temporary, { flags: 'wx', mode: 0o444 }),
        );
      } catch (error) {
        await unlink(temporary).catch(() => undefined);
        throw error;
      }
      return settle(temporary, hash.digest('hex'), bytes);
    },

    /** Forces to disk what was put since the last call. */
    sync,

    /** Reads an object and proves it: throws `changed: <name>` when the bytes no longer match the name. */
    async get(sha256: string): Promise<Buffer> {
      const data = await readFile(join(root, artefactPath(sha256)));
      if (digestOf(data) !== sha256) throw new Error(`changed: ${sha256}`);
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
