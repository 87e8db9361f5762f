import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Program, Unread } from '../program.ts';
import { openFolder } from './container/folder.ts';
import { listingOf } from './discover/candidate.ts';
import { findPrograms } from './discover/find-programs.ts';
import { extensionOf, ROLES } from './files/file-kinds.data.ts';
import { READ_LIMITS, type ReadLimits } from './limits.ts';
import { assignFiles } from './source/assign-files.ts';
import { readSource } from './source/read-source.ts';

export interface ReadOptions {
  readonly limits?: Partial<ReadLimits>;
}

/**
 * Everything from a path to programs. A folder gives one program for each root in it; several paths are the packages of one program.
 * Nothing of what is read is executed or written to disk.
 * @throws when a path does not exist.
 */
export async function readPrograms(
  target: string | readonly string[],
  options: ReadOptions = {},
): Promise<{ programs: Program[]; unread: Unread[] }> {
  const limits = { ...READ_LIMITS, ...options.limits };
  const paths = (typeof target === 'string' ? [target] : target).map((path) => resolve(path));
  const programs: Program[] = [];
  const notRead: Unread[] = [];
  const keeper = { left: limits.keptBytes };
  for (const path of paths) {
    if (!statSync(path).isDirectory()) continue;
    const folder = openFolder(path, limits, (name) => ROLES.has(extensionOf(name)));
    const listing = listingOf(folder.entries);
    const candidates = findPrograms(listing);
    for (const [candidate, entries] of assignFiles(listing, candidates)) {
      programs.push(readSource(candidate, entries, listing, limits, keeper));
    }
    notRead.push(...folder.unread);
  }
  return { programs, unread: notRead };
}
