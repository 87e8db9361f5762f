import { randomBytes } from 'node:crypto';
import { chinaCalendar } from '@liangjian/law';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { happen } from '../../clocks/happen.ts';
import { type Context, within, workerContext } from '../../store/index.ts';
import { wordSuggester } from '../../triage/suggest/suggest.ts';
import { international } from '../../vault/international.ts';
import { openTestIntake, type TestIntake } from '../testing/open-test-intake.ts';
import { suggestMap } from './column-map.ts';
import { openOrders } from './open-orders.ts';
import type { OrderDesk } from './order-tip.ts';
import { type RunImport, runImport } from './run-import.ts';
import { encoded, sourceOf } from './testing.ts';
import { undoImport } from './undo-import.ts';

const clerk: Context = { actor: 'clerk-1', roles: ['clerk'], office: 'samr-huangpu', districts: ['310101'] };

let house: TestIntake;
let desk: OrderDesk;
beforeAll(async () => {
  house = await openTestIntake(international);
  desk = {
    suite: house.suite,
    directory: await house.intake.directory(),
    calendar: chinaCalendar,
    rules: [],
    suggester: wordSuggester,
    markKey: randomBytes(32),
  };
});
afterAll(() => house?.stop());

const head = '工单编号,受理时间,业务类型,被投诉人,诉求内容,所属区,联系人,联系电话';
const canary = '金丝雀';
const row = (number: string, kind = '举报', district = '浦东新区') =>
  `${number},2026-11-03 09:05,${kind},某茶饮店,扫码点餐强制要求授权手机号，拒绝后无法下单,${district},${canary},10012345678`;

async function batchOf(text: string, more: Partial<RunImport> = {}) {
  const batch = (
    await within(house.store.console, clerk, (tx) =>
      tx
        .insertInto('app.import_batch')
        .values({ office: 'samr-huangpu', channel: '12345', file_sha256: '0'.repeat(64) })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
  ).id;
  const source = sourceOf(encoded(text, 'gb18030'));
  const { header, rows } = await openOrders(sourceOf(encoded(`${head}\n${row('X0001')}`, 'gb18030')));
  await rows.return(undefined);
  const { map } = suggestMap(header, '12345', '热线');
  const run = { db: house.store.worker, batch, source, map, desk, today: '2026-11-24', ...more };
  return { batch, run };
}
const owner = () => house.store.owner;

describe('importing orders', () => {
  test('takes each once, to its office, with its clock, sealed; names bad rows by line', async () => {
    const text = [head, row('A0001'), row('A0002', '投诉', '黄浦区'), row('A0003', '投诉举报'), row('3.1E+19'), row('A0001')].join('\n');
    const { batch, run } = await batchOf(text);
    expect(await runImport(run)).toEqual({ lines: 5, taken: 3, known: 0, bad: 2 });
    const tips = await owner().selectFrom('app.tip').selectAll().where('import_batch', '=', batch).orderBy('order_number').execute();
    expect(tips.map(({ order_number, kind, office, due_on }) => [order_number, kind, office, due_on])).toEqual([
      ['A0001', 'report', 'samr-pudong', '2026-11-24'],
      ['A0002', 'complaint', 'samr-huangpu', '2026-11-12'],
      ['A0003', 'report', 'samr-pudong', '2026-11-24'],
      ['A0003+complaint', 'complaint', 'samr-pudong', '2026-11-12'],
    ]);
    expect(tips[2]?.twin).toBe(tips[3]?.id);
    expect(tips[0]).toMatchObject({
      received_on: '2026-11-03',
      scene: null,
      suggestion: { scene: 'S1', kinds: ['K1'], by: 'words/1' },
      anonymous: false,
    });
    expect(tips[0]?.received_at.toISOString()).toBe('2026-11-03T01:05:00.000Z');
    const lines = await owner().selectFrom('app.import_row').selectAll().where('batch', '=', batch).orderBy('line').execute();
    expect(lines.map(({ line, outcome, problems }) => [line, outcome, (problems as { code: string }[]).map(({ code }) => code)])).toEqual([
      [2, 'taken', []],
      [3, 'taken', []],
      [4, 'taken', []],
      [5, 'bad', ['number-digits-lost']],
      [6, 'bad', ['number-twice']],
    ]);
    expect(
      await owner().selectFrom('app.import_batch').select(['state', 'lines', 'taken', 'bad']).where('id', '=', batch).executeTakeFirst(),
    ).toEqual({
      state: 'done',
      lines: 5,
      taken: 3,
      bad: 2,
    });
    // Whoever sent it and what they wrote stand nowhere in clear.
    const plain = JSON.stringify([
      tips,
      lines,
      await owner().selectFrom('app.tip_event').selectAll().execute(),
      await owner().selectFrom('audit.entry').selectAll().execute(),
    ]);
    expect(plain.includes(canary) || plain.includes('10012345678') || plain.includes('强制')).toBe(false);
  });

  test('a second upload changes nothing, and a run that is repeated after a crash goes on', async () => {
    const text = [head, row('B0001'), row('B0002')].join('\n');
    const first = await batchOf(text);
    await runImport(first.run);
    expect(await runImport(first.run)).toEqual({ lines: 2, taken: 2, known: 0, bad: 0 });
    const second = await batchOf([head, row('B0002'), row('B0003')].join('\n'));
    expect(await runImport(second.run)).toEqual({ lines: 2, taken: 1, known: 1, bad: 0 });
    const [count] = await owner()
      .selectFrom('app.tip')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('order_number', 'like', 'B%')
      .execute();
    expect(count?.n).toBe(3);
    const clocks = await owner()
      .selectFrom('app.clock')
      .innerJoin('app.tip', 'app.tip.id', 'app.clock.tip')
      .select('app.clock.id')
      .where('order_number', 'like', 'B%')
      .execute();
    expect(clocks).toHaveLength(3);
  });

  test('a file that breaks off keeps what came before and says where', async () => {
    const { batch, run } = await batchOf(`${head}\n${row('C0001')}\nC0002,"没有结束\n`);
    expect(await runImport(run)).toMatchObject({ lines: 1, taken: 1 });
    expect(
      await owner().selectFrom('app.import_batch').select(['state', 'broken']).where('id', '=', batch).executeTakeFirst(),
    ).toMatchObject({
      state: 'stopped',
      broken: { code: 'import-file-broken', line: 3 },
    });
  });

  test('is undone as far as nobody acted, says what stays, and the orders can come again', async () => {
    const text = [head, row('D0001', '举报', '黄浦区'), row('D0002', '举报', '黄浦区'), row('D0003', '举报', '黄浦区')].join('\n');
    const { batch, run } = await batchOf(text);
    await runImport(run);
    const tips = await owner()
      .selectFrom('app.tip')
      .select(['id', 'number'])
      .where('import_batch', '=', batch)
      .orderBy('order_number')
      .execute();
    await within(house.store.console, clerk, (tx) =>
      tx
        .updateTable('app.tip')
        .set({ state: 'verification', version: 2 })
        .where('id', '=', tips[1]?.id ?? '')
        .execute(),
    );
    const undone = await within(house.store.worker, workerContext, (tx) => undoImport(tx, batch, '导错了文件'));
    expect(undone).toEqual({ undone: 2, kept: [{ tip: tips[1]?.id, number: tips[1]?.number, why: 'in-hand' }] });
    const open = await owner()
      .selectFrom('app.clock')
      .select('tip')
      .where(
        'tip',
        'in',
        tips.map(({ id }) => id),
      )
      .where('state', '=', 'running')
      .execute();
    expect(open).toEqual([{ tip: tips[1]?.id }]);
    expect(await within(house.store.worker, workerContext, (tx) => undoImport(tx, batch, '再试一次'))).toMatchObject({ undone: 0 });
    expect(await runImport((await batchOf(text)).run)).toMatchObject({ taken: 2, known: 1 });
    // Numbers of tips that were taken back stay in the series.
    expect(
      await owner()
        .selectFrom('app.tip')
        .select('state')
        .where('id', '=', tips[0]?.id ?? '')
        .executeTakeFirst(),
    ).toEqual({ state: 'import-undone' });
    await expect(
      within(house.store.console, clerk, (tx) =>
        happen({ tx, note: () => undefined }, { tip: tips[0]?.id ?? '', event: 'new-facts', on: '2026-11-20' }),
      ),
    ).resolves.toBeDefined();
  });

  test('tells its progress and stops between two lots when it is told to', async () => {
    const text = [head, ...Array.from({ length: 450 }, (_, at) => row(`E${String(at).padStart(5, '0')}`))].join('\n');
    const stop = new AbortController();
    const seen: number[] = [];
    const { batch, run } = await batchOf(text, {
      signal: stop.signal,
      progress: ({ lines }) => {
        seen.push(lines);
        if (lines >= 200) stop.abort(new Error('stopped'));
      },
    });
    await expect(runImport(run)).rejects.toThrow('stopped');
    expect(seen).toEqual([200]);
    expect(
      await owner().selectFrom('app.import_batch').select(['state', 'lines', 'taken']).where('id', '=', batch).executeTakeFirst(),
    ).toEqual({
      state: 'running',
      lines: 200,
      taken: 200,
    });
  });
});
