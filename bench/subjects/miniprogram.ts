import { readFileSync } from 'node:fs';
import { inspectPrograms } from '@liangjian/inspect';
import { plainParse } from '../../packages/inspect/collectors/miniprogram/testing/plain-parse.ts';

/** What a measured process is told. */
interface Task {
  readonly mode: 'ours' | 'meriyah' | 'reading';
  /** `ours`: the target. */
  readonly target: string;
  /** `meriyah`, `reading`: the files. */
  readonly files: readonly string[];
  readonly rounds: number;
}

/** One process, one subject: wall and CPU milliseconds of each round, and the most memory the process held. */
const task = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Task;
const times: number[] = [];
const cpu: number[] = [];
let notes = '';
for (let round = 0; round < task.rounds; round += 1) {
  const from = performance.now();
  const before = process.cpuUsage();
  notes = await (task.mode === 'ours' ? inspect() : task.mode === 'meriyah' ? parseAll() : readAll());
  times.push(performance.now() - from);
  const { user, system } = process.cpuUsage(before);
  cpu.push((user + system) / 1000);
}
process.send?.({ times, cpu, notes, peakMb: process.resourceUsage().maxRSS / 1024 });
process.disconnect?.();

async function inspect(): Promise<string> {
  const all = await inspectPrograms({
    targets: [task.target],
    scene: null,
    channel: null,
    appId: null,
    policies: [],
    declared: null,
    baseline: [],
    folder: () => null,
  });
  const facts = all.reduce((sum, { report }) => sum + report.facts.length, 0);
  return `${all.length} programs, ${facts} facts`;
}

/** The least a reader with a syntax tree can do: read the same files and parse each once. */
async function parseAll(): Promise<string> {
  let failed = 0;
  for (const file of task.files) {
    if (!plainParse(readFileSync(file, 'utf8'))) failed += 1;
  }
  return `${task.files.length} files, ${failed} did not parse`;
}

async function readAll(): Promise<string> {
  let characters = 0;
  for (const file of task.files) characters += readFileSync(file, 'utf8').length;
  return `${task.files.length} files, ${(characters / 1e6).toFixed(1)} million characters`;
}
