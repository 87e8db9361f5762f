import { type Job, PgBoss } from 'pg-boss';
import type { Address } from '../store/connect.ts';
import { JOB_SCHEMA } from './install-jobs.ts';
import { type Queue, type QueueName, queueNames, queues } from './queues.data.ts';

/** Does one job. May be called again for the same job after a crash: must be harmless then. */
export type Handler = (
  data: Readonly<Record<string, unknown>>,
  job: { readonly id: string; readonly signal: AbortSignal },
) => Promise<void>;

export interface JobOptions {
  /** Seconds between two looks at a queue. Default 1. */
  readonly pollSeconds?: number;
  /** Jobs of one queue worked on at the same time. Default 2. */
  readonly atOnce?: number;
  readonly onError?: (error: unknown) => void;
}

/** Background work that is going on. */
export interface Jobs {
  /** Lets running jobs end (at most 20 s), then stops looking. */
  stop(): Promise<void>;
}

/**
 * Works on the queues that have a handler, and keeps their timetable in Asia/Shanghai. Several processes share the work.
 * @param address of the role `liangjian_worker`.
 */
export async function startJobs(address: Address, handlers: Partial<Record<QueueName, Handler>>, options: JobOptions = {}): Promise<Jobs> {
  const { pollSeconds = 1, atOnce = 2, onError = () => undefined } = options;
  const boss = new PgBoss({
    ...address,
    schema: JOB_SCHEMA,
    max: 4,
    migrate: false,
    createSchema: false,
    // Rebuilding indexes belongs to their owner.
    reindex: false,
    application_name: 'liangjian-worker',
  });
  boss.on('error', onError);
  await boss.start();
  for (const name of queueNames) {
    const handler = handlers[name];
    if (!handler) continue;
    const { cron }: Queue = queues[name];
    if (cron) await boss.schedule(name, cron, {}, { tz: 'Asia/Shanghai' });
    await boss.work<Record<string, unknown>>(
      name,
      { pollingIntervalSeconds: pollSeconds, localConcurrency: atOnce },
      async ([job]: Job<Record<string, unknown>>[]) => {
        if (job) await handler(job.data ?? {}, { id: job.id, signal: job.signal });
      },
    );
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 20_000 }) };
}
