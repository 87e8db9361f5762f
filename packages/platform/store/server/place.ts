import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { StoreFault } from '../fault.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

/** Where root's servers go whose data folder lies behind a door that only root may pass, such as `/root`. */
const ELSEWHERE = '/var/lib/liangjian';

/** True when the account may walk through this folder. */
const mayPass = (folder: string, { uid, gid }: NonNullable<Account>): boolean => {
  const { mode, uid: owner, gid: group } = statSync(folder);
  return Boolean(owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001);
};

const above = (folder: string): string[] => (dirname(folder) === folder ? [] : [dirname(folder), ...above(dirname(folder))]);

/**
 * The folder the server works in: `folder`, when the account that root lends it can get there. Our own two folders are opened for
 * the account's group, nobody else's are touched; behind a closed door the server gets a folder of its own, and a link says where.
 */
export function placeFor(folder: string, account: Account, otherwise = ELSEWHERE): string {
  if (!account) return folder;
  const ours = [folder, dirname(folder)];
  const closed = [folder, ...above(folder)].filter((step) => !mayPass(step, account));
  if (closed.every((step) => ours.includes(step) && lstatSync(step).uid === 0)) {
    for (const step of closed) {
      chownSync(step, 0, account.gid);
      chmodSync(step, (statSync(step).mode & 0o777) | 0o010);
    }
    return folder;
  }
  const place = join(otherwise, createHash('sha256').update(folder).digest('hex').slice(0, 16));
  try {
    mkdirSync(place, { recursive: true, mode: 0o711 });
    const link = join(folder, 'elsewhere');
    if (!existsSync(link)) symlinkSync(place, link);
  } catch (error) {
    throw new StoreFault('store-folder-unusable', `${folder}: ${(error as Error).message}`);
  }
  return place;
}

/** The programs, or a copy of them where the account cannot reach those of npm. */
export function programsFor(found: Binaries, place: string, account: Account): Binaries {
  if (!account || works(found.postgres, account)) return found;
  const from = resolve(dirname(found.postgres), '..');
  const to = join(place, `programs-${createHash('sha256').update(from).digest('hex').slice(0, 8)}`);
  if (!existsSync(to)) {
    rmSync(`${to}.new`, { recursive: true, force: true });
    cpSync(from, `${to}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${to}.new`, to);
  }
  return { initdb: join(to, 'bin', basename(found.initdb)), postgres: join(to, 'bin', basename(found.postgres)) };
}

const works = (program: string, account: NonNullable<Account>): boolean =>
  spawnSync(program, ['--version'], { cwd: '/', stdio: 'ignore', ...account }).status === 0;
