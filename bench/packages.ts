import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPrograms } from '../packages/inspect/collectors/miniprogram/read/read-programs.ts';
import { DAMAGED_APP_ID, damagedPackages } from '../packages/inspect/collectors/miniprogram/read/testing/damaged.ts';

const SLOWEST_MS = 2000;

/** Reads damaged packages one after another and says what became of them; see the README beside this file. */
export async function benchPackages(args: readonly string[]): Promise<void> {
  const count = Number(args[0] ?? 10_000);
  const seed = Number(args[1] ?? 1);
  const root = mkdtempSync(join(tmpdir(), 'liangjian-packages-'));
  const ends = { whole: 0, part: 0, none: 0, silent: 0, outside: 0, exception: 0, slow: 0 };
  let slowest = 0;
  let files = 0;
  const begun = performance.now();
  try {
    for (const { name, bytes } of damagedPackages(count, seed)) {
      const path = join(root, name);
      writeFileSync(path, bytes);
      const started = performance.now();
      ends[await endOf(path)] += 1;
      const took = performance.now() - started;
      slowest = Math.max(slowest, took);
      if (took > SLOWEST_MS) ends.slow += 1;
      files = Math.max(files, readdirSync(root).length);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  const seconds = (performance.now() - begun) / 1000;
  console.log(`${count} damaged packages, seed ${seed}: ${seconds.toFixed(1)} s, slowest ${slowest.toFixed(0)} ms`);
  console.log(ends);
  // Five forms are written by this bench: any further file would be one that a reader wrote.
  if (ends.silent + ends.outside + ends.exception + ends.slow > 0 || files > 5) process.exitCode = 1;
}

async function endOf(path: string): Promise<'whole' | 'part' | 'none' | 'silent' | 'outside' | 'exception'> {
  try {
    const { programs, unread } = await readPrograms(path, { appId: DAMAGED_APP_ID });
    for (const { files, templates } of programs) {
      for (const file of files) {
        if (/(?:^|\/)\.\.(?:\/|$)|^\/|\\/.test(file.path)) return 'outside';
        void [file.text, file.artefact];
      }
      for (const template of templates.values()) void template.nodes;
    }
    if (programs.length + unread.length === 0) return 'silent';
    if (programs.length === 0) return 'none';
    return unread.length + programs.reduce((sum, one) => sum + one.unread.length, 0) === 0 ? 'whole' : 'part';
  } catch (error) {
    console.error(error);
    return 'exception';
  }
}
