import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openPlatform, type Platform } from '@liangjian/platform/run';
import { Fault } from '../fault.ts';
import { defaultDataDir } from './default-data-dir.ts';

/**
 * Runs a task on the platform of a data folder (or of `DATABASE_URL`), beside `liangjian serve` when that is running.
 * Throws `target-not-found` for a folder in which no platform was ever started unless `create`, and what `openPlatform` or the task throws.
 */
export async function withPlatform<T>(data: string | undefined, task: (platform: Platform) => Promise<T>, create = false): Promise<T> {
  const folder = resolve(data ?? defaultDataDir());
  if (!create && !existsSync(join(folder, 'keys'))) throw new Fault('target-not-found', folder);
  const platform = await openPlatform({ data: folder, url: process.env['DATABASE_URL'], beside: true });
  try {
    return await task(platform);
  } finally {
    await platform.stop();
  }
}
