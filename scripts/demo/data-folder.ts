import { accessSync, constants, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one demo, held until `release`. */
export interface DemoFolder {
  readonly path: string;
  /** Whether another demo holds the first place. */
  readonly another: boolean;
  release(): void;
}

const HOLDER = '.running';
const MOST = 20;
/** What a demo writes and the next one clears: result folders of the command, the overview, the portal's log. Its database stays. */
const CONTENTS = /^(\d{3}-.*|index\.html|portal\.log)$/;

/**
 * The first place where this user may write: the checkout, its data folder, else a private temporary one. A checkout that belongs to
 * somebody else is left as it is. Throws when there is no place at all.
 */
export function dataFolder(
  root: string,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
  temporary: string = tmpdir(),
): string {
  const uid = process.getuid?.() ?? null;
  const places = [
    join(root, '.liangjian'),
    ...(env['XDG_DATA_HOME'] ? [join(env['XDG_DATA_HOME'], 'liangjian')] : []),
    join(home, '.local', 'share', 'liangjian'),
    join(temporary, `liangjian-${uid ?? 'user'}`),
  ];
  const place = places.find((path) => usable(path, uid));
  if (place === undefined) throw new Error(`no folder can be written: ${places.join(', ')}`);
  return place;
}

/** In a shared temporary folder another user could have put a link or a folder of his own there first. */
function usable(path: string, uid: number | null): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.W_OK);
    const found = lstatSync(path);
    return found.isDirectory() && (uid === null || found.uid === uid);
  } catch {
    return false;
  }
}

/** Takes `demo`, or `demo-2`… while other demos of this user run, and clears what an earlier demo left there. */
export function claimDemoFolder(data: string): DemoFolder {
  for (let number = 1; number <= MOST; number += 1) {
    const path = join(data, number === 1 ? 'demo' : `demo-${number}`);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const holder = join(path, HOLDER);
    if (!hold(holder)) continue;
    for (const name of readdirSync(path).filter((one) => CONTENTS.test(one))) rmSync(join(path, name), { recursive: true, force: true });
    return { path, another: number > 1, release: () => rmSync(holder, { force: true }) };
  }
  throw new Error(`${MOST} demos run already in ${data}`);
}

function hold(file: string): boolean {
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (lives(file)) return false;
    rmSync(file, { force: true });
  }
  return false;
}

/** Whether the process named in the file runs. One that has only just made the file and not yet written its number does. */
function lives(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid === 0) return Date.now() - lstatSync(file).mtimeMs < 5000;
    if (pid === process.pid) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
