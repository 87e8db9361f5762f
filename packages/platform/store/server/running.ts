import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const STARTING_MS = 5_000;

/** A server that runs on a data folder now. */
export interface Running {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
}

/**
 * The server that runs on this data folder, found by its lock file and then by what the process really is: after a crash
 * the number may belong to somebody else, whom we must neither talk to nor stop. A lock file of nobody is removed.
 */
export function runningServer(dataFolder: string): Running | undefined {
  const file = join(dataFolder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  // Just being written by a server that starts.
  if (lines.length < 6 && Date.now() - statSync(file).mtimeMs < STARTING_MS) return undefined;
  if (isServerOn(pid, dataFolder)) return { pid, port: Number(lines[3]), socketFolder: (lines[4] ?? '').trim() };
  rmSync(file, { force: true });
  return undefined;
}

/** True when this process is a PostgreSQL server working in this folder. */
export function isServerOn(pid: number, dataFolder: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  try {
    if (existsSync('/proc/self/cwd')) {
      const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
      return /(^|\/)postgres$/.test(program) && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataFolder);
    }
    const line = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return /\bpostgres\b/.test(line) && line.includes(realpathSync(dataFolder));
  } catch {
    return false;
  }
}

/** True while the process exists and has not become a zombie. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}
