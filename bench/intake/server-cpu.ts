import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TICK_MS = 10;

/** CPU-milliseconds that the database server of a data folder has used so far, all its processes together, also those that ended. */
export function serverCpu(data: string): number {
  const root = readFileSync(join(data, 'database', 'data', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const fields = statOf(pid);
    const [parent, own, reaped] = [fields[1], Number(fields[11]) + Number(fields[12]), Number(fields[13]) + Number(fields[14])];
    if (pid === root) ticks += own + reaped;
    else if (parent === root) ticks += own;
  }
  return ticks * TICK_MS;
}

/** Fields behind the name of a process; empty when it has just ended. */
const statOf = (pid: string): readonly string[] => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    return [];
  }
};
