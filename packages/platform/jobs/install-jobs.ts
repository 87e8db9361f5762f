import { PgBoss } from 'pg-boss';
import type { Address } from '../store/connect.ts';
import { type Queue, queueNames, queues } from './queues.data.ts';

export const JOB_SCHEMA = 'pgboss';

/** Makes or renews the tables of pg-boss and every queue, as the role that owns the structure. Needs no rights at run time then. */
export async function installJobs(address: Address): Promise<void> {
  const boss = new PgBoss({
    ...address,
    schema: JOB_SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
    application_name: 'liangjian-install',
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const name of queueNames) {
      const { retryLimit = 5, expireInSeconds = 300, once }: Queue = queues[name];
      const options = { retryLimit, retryBackoff: true, retryDelay: 2, expireInSeconds, deleteAfterSeconds: 7 * 86_400 };
      await boss.createQueue(name, { ...options, policy: once ? 'short' : 'standard' });
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
