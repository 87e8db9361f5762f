import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Cost, watchTree } from './measure.ts';

/** What a measured program is told. It runs in a process of its own, so that the server and the bench are not counted. */
export interface Task {
  readonly urls: readonly string[];
  /** Pages or sites under way at once. */
  readonly concurrency: number;
  /** Port where all names of the task are served. */
  readonly port: number;
  readonly hosts: readonly string[];
  readonly control: boolean;
  /** Program of the browser to drive. */
  readonly browser: string;
  /** Folder where a peer is installed. */
  readonly folder: string;
}

export interface Result {
  readonly cost: Cost;
  /** What the program says of itself: versions, counts. */
  readonly notes: Readonly<Record<string, string | number>>;
}

/** Runs one program of `bench/subjects/` on a task. Throws what it reported, or when it ends or hangs without an answer. */
export async function runSubject(name: string, task: Task, timeOutMs = 10 * 60_000): Promise<Result> {
  const child = fork(fileURLToPath(new URL(`./subjects/${name}.ts`, import.meta.url)), [JSON.stringify(task)], {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      ...(process.env['PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['PROFILE']}`] : []),
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const watch = watchTree(child);
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk}`.slice(-600);
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), timeOutMs);
  try {
    return await new Promise((resolve, reject) => {
      child.on('message', (message: { readonly is: string; readonly notes?: Result['notes']; readonly error?: string }) => {
        if (message.is === 'begin') watch.begin();
        else if (message.is === 'end') resolve({ cost: watch.cost(), notes: message.notes ?? {} });
        else reject(new Error(message.error));
      });
      child.once('exit', () =>
        reject(
          new Error(
            complaint
              .trim()
              .split('\n')
              .findLast((line) => /error/i.test(line)) ?? `${name} ended without an answer`,
          ),
        ),
      );
    });
  } finally {
    clearTimeout(timer);
    watch.stop();
    child.send('stop', () => {});
    await Promise.race([new Promise((done) => child.once('exit', done)), new Promise((done) => setTimeout(done, 5000).unref())]);
    child.kill('SIGKILL');
  }
}

/** Inside a measured program: works off the task and tells the bench when to count. Work before `begin` is start-up. */
export async function subject(
  run: (task: Task, begin: () => void) => Promise<{ notes: Result['notes']; close?: () => Promise<void> }>,
): Promise<void> {
  const task = JSON.parse(process.argv[2] ?? '') as Task;
  const stopped = new Promise((done) => process.once('message', done));
  try {
    const { notes, close } = await run(task, () => process.send?.({ is: 'begin' }));
    process.send?.({ is: 'end', notes });
    // What closing costs is no part of a visit, and what still runs must be there to be counted.
    await stopped;
    await close?.();
  } catch (error) {
    process.send?.({ is: 'error', error: error instanceof Error ? error.message : String(error) });
    await stopped;
  }
  process.exit(0);
}

/** Works off a list, so many at a time. */
export async function eachOf<T>(items: readonly T[], concurrency: number, act: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await act(item);
    }),
  );
}
