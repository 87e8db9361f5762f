import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface OcrWord {
  readonly text: string;
  /** 0–100. */
  readonly confidence: number;
  /** Pixels of the whole picture. */
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

export interface OcrLine {
  readonly words: readonly OcrWord[];
}

/** One way of looking: page layout and separation of ink from ground, numbers of the engine. */
export interface Pass {
  readonly layout: '3' | '6' | '11';
  readonly threshold: '0' | '2';
}

export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Job {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly region: Region;
  readonly passes: readonly Pass[];
}

export type Answer =
  | { readonly id: number; readonly read: readonly (readonly OcrLine[])[] }
  | { readonly id: number; readonly read: null; readonly why: string };

/** Opening the engine takes half a second, hence one thread for all pictures of the process; unused it goes away. */
const IDLE_MS = 20_000;

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();
let jobs = 0;

/**
 * Reads a region of a picture (PNG or JPEG), once per pass, in a thread of its own; one region at a time.
 * Null when the picture cannot be read or `limitMs` passed: the thread is then ended, and the next call opens a new one.
 */
export function readRegion(
  bytes: Uint8Array,
  region: Region,
  passes: readonly Pass[],
  limitMs: number,
): Promise<readonly (readonly OcrLine[])[] | null> {
  const read = queue.then(() => run({ id: ++jobs, bytes, region, passes }, limitMs));
  queue = read;
  return read;
}

/** Ends the thread now, after what is under way. Without this call it ends by itself, and never keeps the process alive. */
export async function endOcr(): Promise<void> {
  await queue;
  await end();
}

async function end(): Promise<void> {
  clearTimeout(idle);
  const ending = thread;
  thread = null;
  await ending?.terminate();
}

function run(job: Job, limitMs: number): Promise<readonly (readonly OcrLine[])[] | null> {
  clearTimeout(idle);
  const worker = (thread ??= open());
  return new Promise((resolve) => {
    const finish = (read: readonly (readonly OcrLine[])[] | null, broken: boolean) => {
      clearTimeout(limit);
      worker.off('message', onAnswer).off('error', onEnd).off('exit', onEnd);
      if (broken) void end();
      else idle = setTimeout(() => void end(), IDLE_MS).unref();
      resolve(read);
    };
    const onAnswer = (answer: Answer) => {
      if (answer.id === job.id) finish(answer.read, answer.read === null);
    };
    const onEnd = () => finish(null, true);
    const limit = setTimeout(onEnd, limitMs);
    worker.on('message', onAnswer).on('error', onEnd).on('exit', onEnd);
    worker.postMessage(job);
  });
}

function open(): Worker {
  const worker = new Worker(fileURLToPath(new URL('./picture-worker.ts', import.meta.url)), { stdout: true, stderr: true });
  worker.on('error', () => {
    if (thread === worker) thread = null;
  });
  worker.unref();
  return worker;
}
