import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { requestTimestamp } from '@liangjian/evidence';
import { z } from 'zod';
import { checkTrail, stampRoot } from '../audit/index.ts';
import { reckonClocks, watchClocks } from '../clocks/index.ts';
import type { Log, LogFields } from '../http/index.ts';
import { fileSource, importJob } from '../intake/import/index.ts';
import { checkObjects, makeWorkingCopies, sweepObjects, sweepUploads } from '../intake/index.ts';
import { type Handler, type JobOptions, type Jobs, type QueueName, startJobs } from '../jobs/index.ts';
import { sweepSessions } from '../offices/sweep-sessions.ts';
import { closeOpenings } from '../vault/index.ts';
import { importFile, orderDesk } from './order-desk.ts';
import type { Platform } from './open-platform.ts';

export interface WorkerOptions extends Pick<JobOptions, 'pollSeconds'> {
  /** Address of the time-stamp authority; `LIANGJIAN_TSA_URL` when left out. Without one every hour stays a gap that is shown. */
  readonly authority?: string | undefined;
  /** Certificates (PEM) of authorities that are trusted; the file that `LIANGJIAN_TSA_ANCHOR` names when left out. */
  readonly anchors?: readonly string[];
  readonly log?: Log;
}

const OBJECTS_A_NIGHT = 500;
const aboutTip = z.object({ tip: z.uuid() });

/**
 * Does the background work of a platform until it is stopped; several processes share it. The worker opens no text of a tip: what is
 * suggested about one was suggested while it came in. Files it opens to draw their working copies, with the key of their office.
 */
export async function startWorker(platform: Platform, options: WorkerOptions = {}): Promise<Jobs> {
  const { log, pollSeconds } = options;
  const done = Object.entries(handlersOf(platform, options)).map(([name, handler]) => [name, told(name, handler, log)]);
  return startJobs(platform.store.addressOf('liangjian_worker'), Object.fromEntries(done), {
    ...(pollSeconds === undefined ? {} : { pollSeconds }),
    onError: seldom((code) => log?.warn({ event: 'queue-failed', code })),
  });
}

/** What each queue does. Every queue there is has its work, or the type check fails. Gives what the log may tell. */
export function handlersOf(platform: Platform, options: WorkerOptions = {}): Readonly<Record<QueueName, Work>> {
  const { data, store, suite, keyring, intake } = platform;
  const { authority = process.env['LIANGJIAN_TSA_URL'], anchors = anchorsOf(process.env['LIANGJIAN_TSA_ANCHOR']) } = options;
  const files = { worker: store.worker, keyring, suite, objects: intake.objects, folder: join(data, 'working') };
  const copies: Work = async (about) => ({ count: await makeWorkingCopies(files, aboutTip.parse(about).tip) });
  const orders = importJob({
    db: store.worker,
    file: (batch) => fileSource(importFile(platform, batch)),
    done: (batch) => rm(importFile(platform, batch), { force: true }),
    desk: () => orderDesk(platform),
  });
  const reckoning = reckonClocks(store.worker);
  const ask = authority ? (digest: Uint8Array) => requestTimestamp(digest, authority, { trustAnchors: anchors }) : undefined;
  return {
    'tip.received': copies,
    'tip.material': copies,
    'clock.reckon': quietly(reckoning),
    'clock.watch': async () => ({ count: (await watchClocks(store.worker)).overdue }),
    'import.run': quietly(orders),
    'upload.sweep': async () => ({ count: (await sweepUploads(intake.uploads)) + (await sweepObjects(store.worker, intake.objects)) }),
    'object.check': async () => {
      const damaged = await checkObjects(store.worker, intake.objects, OBJECTS_A_NIGHT);
      return { count: damaged.length, state: damaged.length === 0 ? 'intact' : 'broken' };
    },
    'session.sweep': async () => ({ count: await sweepSessions(store.console) }),
    'opening.close': async () => ({ count: await closeOpenings({ worker: store.worker }) }),
    'audit.stamp': async () => {
      const { waiting } = await stampRoot(store.worker, ask);
      return { count: waiting, state: waiting === 0 ? 'stamped' : 'gap' };
    },
    'audit.verify': async () => {
      const { ok, faults } = await checkTrail(store.worker, anchors);
      return { count: faults.length, state: ok ? 'intact' : 'broken' };
    },
  };
}

const REPEAT_MS = 30_000;

/** Every look at a queue fails while the database is away: one line for each code now and then says as much. */
function seldom(tell: (code: string) => void): (error: unknown) => void {
  const told = new Map<string, number>();
  return (error) => {
    const code = codeOf(error);
    const now = performance.now();
    if (now - (told.get(code) ?? Number.NEGATIVE_INFINITY) < REPEAT_MS) return;
    told.set(code, now);
    tell(code);
  };
}

const anchorsOf = (file: string | undefined): readonly string[] => (file ? [readFileSync(file, 'utf8')] : []);

/** One job, and what the log may say of it. */
type Work = (...about: Parameters<Handler>) => Promise<LogFields>;

const quietly =
  (handler: Handler): Work =>
  async (...about) => {
    await handler(...about);
    return {};
  };

const told =
  (job: string, work: Work, log: Log | undefined): Handler =>
  async (data, about) => {
    const began = performance.now();
    try {
      const fields = await work(data, about);
      const broken = fields.state === 'broken';
      log?.[broken ? 'error' : 'info']({ event: 'job', job, ms: Math.round(performance.now() - began), ...fields });
    } catch (error) {
      log?.warn({ event: 'job-failed', job, code: codeOf(error) });
      throw error;
    }
  };

/** A message may hold what a person wrote: only the code goes into the log. */
const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? 'internal-error');
