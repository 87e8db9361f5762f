import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VaultFault } from './fault.ts';

/**
 * A key of 32 bytes in a file that only its owner may read, drawn at first use. It lies apart from the database, so that neither a copy
 * of the database nor a copy of the keys alone opens anything. Throws `vault-bad-key` for a file of another size.
 */
export const keyFile = async (path: string): Promise<Buffer> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, randomBytes(32), { mode: 0o600, flag: 'wx', flush: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const key = await readFile(path);
  if (key.length !== 32) throw new VaultFault('vault-bad-key');
  return key;
};
