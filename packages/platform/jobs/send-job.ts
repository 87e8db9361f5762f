import { sql } from 'kysely';
import type { Tx } from '../store/connect.ts';
import type { QueueName } from './queues.data.ts';

export interface SendOptions {
  /** Not before this instant. */
  readonly after?: Date;
  /** In a queue that keeps one waiting job a key: what the job is about. */
  readonly key?: string;
}

/** Puts a job into its queue within the transaction of `tx`: it exists exactly when what it is about does. Data are ids and codes only. */
export async function sendJob(
  tx: Tx,
  queue: QueueName,
  data: Readonly<Record<string, string | number>>,
  options: SendOptions = {},
): Promise<void> {
  const { after, key } = options;
  await sql`select app.send_job(${queue}, ${JSON.stringify(data)}::jsonb, ${after?.toISOString() ?? null}::timestamptz, ${key ?? null})`.execute(
    tx as never,
  );
}
