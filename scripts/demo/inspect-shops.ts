import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@liangjian/inspect';

export interface ShopVisits {
  readonly urls: readonly string[];
  /** Folder that receives one result folder a shop. */
  readonly out: string;
  readonly keys: string;
  readonly signal: AbortSignal;
}

/** Report of one shop and its result folder, which also holds `report.html` and `bundle.wacz`. */
export interface ShopResult {
  readonly folder: string;
  readonly report: Report;
}

/**
 * Inspects sample shops with the very command that a user types; progress goes to standard error. Aborting ends the command as Ctrl-C
 * does, so that it closes its browser. Returns the results in the order asked; throws when one is missing.
 */
export async function inspectShops(root: string, { urls, out, keys, signal }: ShopVisits): Promise<ShopResult[]> {
  const options = [
    '--scene',
    'S1',
    '--channel',
    'dine-in',
    '--allow-private=*.localhost',
    '--out',
    out,
    '--keys',
    keys,
    '--format',
    'json',
  ];
  const status = await new Promise<number>((done, fail) => {
    const args = ['--disable-warning=ExperimentalWarning', join(root, 'packages/cli/bin/liangjian.js'), 'inspect', ...urls, ...options];
    // Out of the terminal's group: it is told to stop once, by us, and not a second time by the keyboard.
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], detached: true });
    const again: NodeJS.Timeout[] = [];
    const stop = () => {
      child.kill('SIGINT');
      // A second one means "now": the command then ends its browser at once.
      again.push(
        setTimeout(() => child.kill('SIGINT'), 8000),
        setTimeout(() => child.kill('SIGKILL'), 20_000),
      );
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    child.once('error', fail);
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      again.forEach(clearTimeout);
      done(code ?? 2);
    });
  });
  const folders = readdirSync(out)
    .filter((name) => /^\d{3}-/.test(name))
    .sort();
  if (signal.aborted || status === 2 || folders.length !== urls.length) throw new Error(`liangjian inspect ended with status ${status}`);
  return folders.map((name) => {
    const folder = join(out, name);
    return { folder, report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report };
  });
}
