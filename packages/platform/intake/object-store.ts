import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Where sealed files lie: named by the SHA-256 of their sealed bytes, written once. The name says nothing about the content, because the
 * same content is sealed differently every time. A second adapter may keep them in an object store elsewhere.
 */
export interface ObjectStore {
  /** Takes in a finished file of the same disk; the file itself stays where it is. Doing it twice is harmless. */
  readonly take: (path: string, name: string) => Promise<void>;
  /** Bytes of an object. Throws the file system's error when it is gone. */
  readonly read: (name: string) => AsyncIterable<Uint8Array>;
  readonly size: (name: string) => Promise<number>;
  /** Every object, with the instant (ms) at which it came. */
  readonly list: () => AsyncIterable<{ readonly name: string; readonly since: number }>;
  /** Removes an object for good; not there is as good as removed. */
  readonly remove: (name: string) => Promise<void>;
}

const NAME = /^[0-9a-f]{64}$/;

/** Object store in a folder. */
export const folderStore = (folder: string): ObjectStore => {
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new RangeError('not the name of an object');
    return join(folder, name.slice(0, 2), name);
  };
  return {
    take: async (path, name) => {
      const target = pathOf(name);
      await mkdir(join(target, '..'), { recursive: true, mode: 0o700 });
      // A link, not a rename: when the transaction that names the object fails, the sender's upload is still there.
      await link(path, target).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      const handle = await open(target, 'r');
      await handle.sync().finally(() => handle.close());
    },
    read: (name) => createReadStream(pathOf(name), { highWaterMark: 1 << 18 }),
    size: async (name) => (await stat(pathOf(name))).size,
    list: async function* () {
      const groups = await readdir(folder).catch(() => []);
      for (const group of groups.toSorted()) {
        for (const name of (await readdir(join(folder, group))).filter((one) => NAME.test(one))) {
          // A link keeps the times of the upload; the change of its inode is when it came here.
          yield { name, since: (await stat(join(folder, group, name))).ctimeMs };
        }
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
};
