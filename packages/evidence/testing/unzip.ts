import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { listZip, readMember } from '../wacz/zip-read.ts';

/** Unpacks a bundle as a stranger would, with `unzip`; a machine without it gets our own reader. Returns the folder. */
export const unzipBundle = async (file: string): Promise<string> => {
  const dir = mkdtempSync(join(tmpdir(), 'unzip-'));
  if (spawnSync('unzip', ['-v']).status === 0) {
    execFileSync('unzip', ['-q', file, '-d', dir]);
    return dir;
  }
  for (const member of (await listZip(file)).members) {
    mkdirSync(dirname(join(dir, member.name)), { recursive: true });
    writeFileSync(join(dir, member.name), await readMember(file, member));
  }
  return dir;
};

/** All files of a folder: path → text. */
export const filesOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [relative(dir, path), readFileSync(path, 'utf8')]),
  );
