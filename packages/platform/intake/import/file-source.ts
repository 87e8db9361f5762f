import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportSource } from './cell.ts';

/** A file on disk as a source. Throws when it does not exist. */
export async function fileSource(path: string): Promise<ImportSource> {
  const { size } = await stat(path);
  return { name: basename(path), size, open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}
