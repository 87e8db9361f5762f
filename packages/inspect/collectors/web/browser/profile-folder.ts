import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the machine as well: several containers may share a temporary folder, and their process numbers mean nothing to each other. */
const STEM = `liangjian-browser-${hostname().replaceAll(/[^\w.]/g, '_')}-`;

const OWNED = /^(\d+)-\w+$/;

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one that runs.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** A new, empty folder for one browser. Removes those of our processes that were killed before they could. */
export function makeProfileFolder(root = tmpdir()): string {
  for (const name of readdirSync(root)) {
    const pid = name.startsWith(STEM) ? OWNED.exec(name.slice(STEM.length))?.[1] : undefined;
    if (pid === undefined || runs(Number(pid))) continue;
    try {
      rmSync(join(root, name), { recursive: true, force: true });
    } catch {
      // Another user's: not ours to remove.
    }
  }
  return mkdtempSync(join(root, `${STEM}${process.pid}-`));
}
