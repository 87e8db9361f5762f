import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a span of work of a process tree cost. */
export interface Cost {
  readonly wallS: number;
  /** User and system time of every process of the tree, also of those that ended in between. */
  readonly cpuS: number;
  /** Peak of the summed proportional set size. */
  readonly peakMb: number;
}

interface Process {
  readonly parent: number;
  /** CPU-seconds of the process itself. */
  readonly own: number;
  /** CPU-seconds of children that it has waited for. */
  readonly reaped: number;
  /** Start time: tells a process from a later one with the same number. */
  readonly started: string;
}

/** Clock ticks a second as Linux shows them to programs (`getconf CLK_TCK`), the same on all its common machines. */
const TICKS = 100;
const SAMPLE_MS = 150;
/** Reading the proportional size walks page tables: seldom enough not to slow what is measured. */
const MEMORY_EVERY = 4;

/**
 * Watches a process and all below it until `stop`. CPU is what the live ones used, plus what they collected of children that ended,
 * plus the last sight of those that nobody in the tree collected.
 */
export function watchTree(root: ChildProcess) {
  const known = new Map<number, Process>();
  let lost = 0;
  let peakMb = 0;
  let rounds = 0;

  function sample(): void {
    const all = allProcesses();
    for (const [pid, process] of known) {
      if (all.get(pid)?.started === process.started) continue;
      known.delete(pid);
      // A parent in the tree that lives on has collected it: the kernel keeps an uncollected process as a zombie.
      if (!known.has(process.parent) || !all.has(process.parent)) lost += process.own + process.reaped;
    }
    const below = new Map<number, number[]>();
    for (const [pid, { parent }] of all) below.set(parent, [...(below.get(parent) ?? []), pid]);
    const open = [...(root.pid === undefined ? [] : [root.pid]), ...known.keys()];
    const seen = new Set<number>();
    for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
      const process = all.get(pid);
      if (!process || seen.has(pid)) continue;
      seen.add(pid);
      // The parent is kept as first seen: an orphan is given to another one.
      known.set(pid, { ...process, parent: known.get(pid)?.parent ?? process.parent });
      open.push(...(below.get(pid) ?? []));
    }
    rounds += 1;
    if (rounds % MEMORY_EVERY === 1)
      peakMb = Math.max(
        peakMb,
        [...known.keys()].reduce((sum, pid) => sum + pssOf(pid), 0),
      );
  }

  const used = (): number => lost + [...known.values()].reduce((sum, { own, reaped }) => sum + own + reaped, 0);
  const timer = setInterval(sample, SAMPLE_MS);
  const mark = () => {
    sample();
    return { at: performance.now(), cpu: used() };
  };
  let began = mark();
  return {
    /** Costs are counted from here. */
    begin(): void {
      began = mark();
      peakMb = 0;
      rounds = 0;
      sample();
    },
    cost(): Cost {
      const now = mark();
      return { wallS: (now.at - began.at) / 1000, cpuS: now.cpu - began.cpu, peakMb };
    },
    stop: () => clearInterval(timer),
  };
}

function allProcesses(): Map<number, Process> {
  const all = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      // The name may hold spaces and brackets: fields are counted behind its last bracket; field 3 of proc(5) is the first there.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const at = (field: number) => Number(fields[field - 3]);
      all.set(Number(name), {
        parent: at(4),
        own: (at(14) + at(15)) / TICKS,
        reaped: (at(16) + at(17)) / TICKS,
        started: fields[19] ?? '',
      });
    } catch {}
  }
  return all;
}

/** In MB; pages that several processes share count once in the sum. 0 when the process is gone. */
function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};
