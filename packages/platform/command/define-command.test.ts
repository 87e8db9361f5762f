import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { verifyAudit } from '../audit/verify-audit.ts';
import type { Context } from '../store/context.ts';
import { openTestStore, type TestStore } from '../store/testing/open-test-store.ts';
import { changed, found } from './changed.ts';
import { defineCommand } from './define-command.ts';

const head: Context = {
  actor: '0198c000-0000-7000-8000-000000000001',
  roles: ['department-head'],
  office: 'samr-huangpu',
  districts: ['310101'],
};
const clerk: Context = { ...head, actor: '0198c000-0000-7000-8000-000000000002', roles: ['clerk'] };

let breakAfter = false;
const rename = defineCommand({
  name: 'operator.rename',
  permission: 'operator.keep',
  input: z.strictObject({ id: z.uuid(), name: z.string().min(1).max(100), version: z.int() }),
  guard: async ({ tx }, { id }) => found(await tx.selectFrom('app.operator').selectAll().where('id', '=', id).executeTakeFirst()),
  effect: async ({ tx, send, note }, { id, name, version }, before) => {
    changed(
      await tx
        .updateTable('app.operator')
        .set({ name, version: sql`version + 1` })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst(),
    );
    await send('clock.reckon', { operator: id });
    note({ act: 'operator.read', kind: 'operator', subject: id });
    if (breakAfter) throw new Error('stop');
    return { name, was: before.name };
  },
  audit: ({ id }, before) => ({ kind: 'operator', subject: id, detail: { from: before.version } }),
});

describe('a command', () => {
  let store: TestStore;
  let id = '';
  beforeAll(async () => {
    store = await openTestStore();
    const made = await store.owner
      .insertInto('app.operator')
      .values({ name: '甲', name_key: '甲' })
      .returning('id')
      .executeTakeFirstOrThrow();
    id = made.id;
  });
  afterAll(() => store?.stop());

  const traces = async () => {
    const { rows } = await sql<{ acts: number; jobs: number; name: string }>`
      select (select count(*)::int from audit.entry) as acts, (select count(*)::int from pgboss.job) as jobs,
             (select name from app.operator where id = ${id}) as name`.execute(store.owner);
    return rows[0];
  };

  test('writes state, entries and job together, or nothing', async () => {
    breakAfter = true;
    await expect(rename({ db: store.console, context: clerk }, { id, name: '乙', version: 1 })).rejects.toThrow('stop');
    breakAfter = false;
    expect(await traces()).toEqual({ acts: 0, jobs: 0, name: '甲' });
    expect(await rename({ db: store.console, context: clerk }, { id, name: '乙', version: 1 })).toEqual({ name: '乙', was: '甲' });
    expect(await traces()).toEqual({ acts: 2, jobs: 1, name: '乙' });
    expect(await verifyAudit(store.worker)).toMatchObject({ ok: true, entries: 2 });
  });

  test('refuses whoever lacks the permission before anything is read', async () => {
    const auditor: Context = { ...clerk, roles: ['auditor'] };
    await expect(rename({ db: store.console, context: auditor }, { id, name: '丙', version: 2 })).rejects.toMatchObject({
      code: 'not-permitted',
    });
  });

  test('refuses a version that is no longer the newest, and an unknown row', async () => {
    await expect(rename({ db: store.console, context: clerk }, { id, name: '丙', version: 1 })).rejects.toMatchObject({
      code: 'version-conflict',
    });
    const other = '0198c000-0000-7000-8000-00000000ffff';
    await expect(rename({ db: store.console, context: clerk }, { id: other, name: '丙', version: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(rename({ db: store.console, context: clerk }, { id, name: '', version: 2 })).rejects.toThrow(z.ZodError);
  });

  test('sent twenty times at once with one key it acts once and answers twenty times', async () => {
    const before = await traces();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => rename({ db: store.console, context: clerk, key: 'k1' }, { id, name: '丁', version: 2 })),
    );
    for (const answer of answers) expect(answer).toEqual({ name: '丁', was: '乙' });
    expect((await traces())?.acts).toBe((before?.acts ?? 0) + 2);
    const different = rename({ db: store.console, context: clerk, key: 'k1' }, { id, name: '戊', version: 3 });
    await expect(different).rejects.toMatchObject({ code: 'repeated-differently' });
    // A key belongs to who used it.
    expect(await rename({ db: store.console, context: head, key: 'k1' }, { id, name: '戊', version: 3 })).toMatchObject({ name: '戊' });
  });

  test('a permission with step-up asks for a fresh confirmation', async () => {
    const decide = defineCommand({
      name: 'tip.decide',
      permission: 'tip.decide',
      input: z.strictObject({}),
      guard: () => Promise.resolve(null),
      effect: () => Promise.resolve('done'),
      audit: () => ({ kind: 'tip', subject: 'x' }),
    });
    const call = { db: store.console, context: head };
    await expect(decide(call, {})).rejects.toMatchObject({ code: 'step-up-needed' });
    await expect(decide({ ...call, steppedUpAt: new Date(Date.now() - 11 * 60_000) }, {})).rejects.toMatchObject({
      code: 'step-up-needed',
    });
    expect(await decide({ ...call, steppedUpAt: new Date() }, {})).toBe('done');
  });
});
