import { PgBoss } from 'pg-boss';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portalContext } from '../store/context.ts';
import { openTestStore, type TestStore } from '../store/testing/open-test-store.ts';
import { within } from '../store/within.ts';
import { sendJob } from './send-job.ts';
import { startJobs } from './start-jobs.ts';

interface Row {
  readonly id: string;
  readonly data: unknown;
}

describe('jobs', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store?.stop());

  const jobs = async (queue: string): Promise<Row[]> =>
    (await sql<Row>`select * from pgboss.job where name = ${queue} order by data::text`.execute(store.owner)).rows;

  test('a job lives and dies with the transaction it was sent in', async () => {
    const broken = within(store.portal, portalContext, async (tx) => {
      await sendJob(tx, 'tip.material', { tip: 'gone' });
      throw new Error('stop');
    });
    await expect(broken).rejects.toThrow('stop');
    await within(store.portal, portalContext, (tx) => sendJob(tx, 'tip.material', { tip: 'kept' }));
    expect((await jobs('tip.material')).map(({ data }) => data)).toEqual([{ tip: 'kept' }]);
  });

  test('a job sent by us is what pg-boss would have written', async () => {
    const boss = new PgBoss({
      ...store.addressOf('liangjian_worker'),
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
    });
    await boss.start();
    const after = new Date('2027-01-01T00:00:00Z');
    await boss.sendAfter('clock.reckon', { n: 1 }, { singletonKey: 'a' }, after);
    await within(store.portal, portalContext, (tx) => sendJob(tx, 'clock.reckon', { n: 2 }, { key: 'b', after }));
    await boss.stop({ graceful: false });
    const [theirs, ours] = await jobs('clock.reckon');
    const own = { id: '', data: {}, singleton_key: '', created_on: '' };
    expect({ ...ours, ...own }).toEqual({ ...theirs, ...own });
  });

  test('of two jobs about the same thing one waits', async () => {
    for (const _ of [1, 2]) await within(store.portal, portalContext, (tx) => sendJob(tx, 'upload.sweep', {}, { key: 'all' }));
    expect(await jobs('upload.sweep')).toHaveLength(1);
  });

  test('who has no context sends nothing, and nobody but the worker reads the queue', async () => {
    await expect(sql`select app.send_job('tip.received', '{}'::jsonb)`.execute(store.portal)).rejects.toThrow(/no context/);
    await expect(sql`select * from pgboss.job`.execute(store.portal)).rejects.toThrow(/permission denied/);
    await expect(sql`select * from pgboss.job`.execute(store.console)).rejects.toThrow(/permission denied/);
  });

  test('the worker does each job, tries again after a failure, and needs no right to make tables', async () => {
    const done: unknown[] = [];
    let failures = 1;
    const errors: unknown[] = [];
    for (const tip of ['a', 'b']) await within(store.portal, portalContext, (tx) => sendJob(tx, 'tip.received', { tip }));
    const finished = Promise.withResolvers<void>();
    const running = await startJobs(
      store.addressOf('liangjian_worker'),
      {
        'tip.received': async ({ tip }) => {
          if (tip === 'b' && failures-- > 0) throw new Error('not yet');
          done.push(tip);
          if (done.length === 2) finished.resolve();
        },
        'clock.watch': async () => undefined,
      },
      { pollSeconds: 0.5, onError: (error) => errors.push(error) },
    );
    const { rows } = await sql`select name, cron, timezone from pgboss.schedule`.execute(store.owner);
    await finished.promise;
    await running.stop();
    expect(done.toSorted()).toEqual(['a', 'b']);
    expect(rows).toEqual([{ name: 'clock.watch', cron: '5 8 * * *', timezone: 'Asia/Shanghai' }]);
    expect(errors).toEqual([]);
  });
});
