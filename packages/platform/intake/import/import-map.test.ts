import { randomBytes } from 'node:crypto';
import { chinaCalendar } from '@liangjian/law';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calling } from '../../clocks/testing.ts';
import { type Context, within, workerContext } from '../../store/index.ts';
import { wordSuggester } from '../../triage/suggest/suggest.ts';
import { international } from '../../vault/international.ts';
import { openTestIntake, type TestIntake } from '../testing/open-test-intake.ts';
import { importJob } from './import-job.ts';
import { beginImport, importMaps, knownOrders, saveImportMap, undoBatch } from './import-map.ts';
import { encoded, sourceOf } from './testing.ts';

const clerk: Context = { actor: 'clerk-1', roles: ['clerk'], office: 'samr-huangpu', districts: ['310101'] };
const other: Context = { ...clerk, actor: 'clerk-2', office: 'samr-pudong', districts: ['310115'] };
const map = {
  name: '热线周报',
  channel: '12345' as const,
  defaultKind: 'report' as const,
  columns: [
    { field: 'order-number' as const, header: '编号' },
    { field: 'received-at' as const, header: '时间' },
    { field: 'content' as const, header: '内容' },
  ],
};

let house: TestIntake;
beforeAll(async () => {
  house = await openTestIntake(international);
});
afterAll(() => house?.stop());

describe('an import from its map to its undo', () => {
  test('maps belong to an office and are replaced by version', async () => {
    const call = calling(house.store.console, clerk);
    await expect(saveImportMap(call, { map: { ...map, columns: map.columns.slice(0, 2) } })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const { id } = await saveImportMap(call, { map });
    await expect(saveImportMap(call, { map })).rejects.toMatchObject({ code: 'version-conflict' });
    expect(await saveImportMap(call, { map, version: 1 })).toEqual({ id });
    expect(await within(house.store.console, clerk, importMaps)).toEqual([{ id, version: 2, map }]);
    expect(await within(house.store.console, other, importMaps)).toEqual([]);
    await expect(beginImport(calling(house.store.console, other), { map: id, sha256: 'a'.repeat(64) })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('the job takes the file, drops it afterwards, and the undo goes the same way', async () => {
    const call = calling(house.store.console, clerk);
    const [saved] = await within(house.store.console, clerk, importMaps);
    const sha256 = randomBytes(32).toString('hex');
    const { batch, sameAs } = await beginImport(call, { map: saved?.id, sha256 });
    expect(sameAs).toBeNull();
    expect((await beginImport(call, { map: saved?.id, sha256 })).sameAs).toBe(batch);
    await expect(undoBatch(call, { batch, why: '导错了' })).rejects.toMatchObject({ code: 'wrong-state' });
    const dropped: string[] = [];
    const number = `H${randomBytes(6).toString('hex')}`;
    const job = importJob({
      db: house.store.worker,
      file: () => Promise.resolve(sourceOf(encoded(`编号,时间,内容\n${number},2026-11-03,强制授权手机号\n`, 'gb18030'))),
      done: (id) => {
        dropped.push(id);
        return Promise.resolve();
      },
      desk: async () => ({
        suite: house.suite,
        directory: await house.intake.directory(),
        calendar: chinaCalendar,
        rules: [],
        suggester: wordSuggester,
        markKey: randomBytes(32),
      }),
    });
    const run = { id: 'job', signal: new AbortController().signal };
    await job({ batch }, run);
    await job({ batch }, run);
    expect(dropped).toEqual([batch]);
    const known = () => within(house.store.worker, workerContext, (tx) => knownOrders(tx, '12345', [number, 'H0']));
    expect([...(await known())]).toEqual([number]);
    await undoBatch(call, { batch, why: '导错了' });
    const jobs = await sql<{ data: Record<string, unknown> }>`
      select data from pgboss.job where name = 'import.run' and data ->> 'act' = 'undo' and data ->> 'batch' = ${batch}`.execute(
      house.store.owner,
    );
    await job(jobs.rows[0]?.data ?? {}, run);
    expect([...(await known())]).toEqual([]);
    const state = await house.store.owner
      .selectFrom('app.import_batch')
      .select(['state', 'undone'])
      .where('id', '=', batch)
      .executeTakeFirst();
    expect(state).toEqual({ state: 'undone', undone: 1 });
  });
});
