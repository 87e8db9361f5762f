import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acting, calling, clerk, commander, makeOffices, makeTip } from '../../clocks/testing.ts';
import { happen } from '../../clocks/happen.ts';
import { tipClocks } from '../../clocks/tip-clocks.ts';
import { within } from '../../store/index.ts';
import { openTestStore, type TestStore } from '../../store/testing/open-test-store.ts';
import { dropFilter, type InboxFilter, inbox, saveFilter, savedFilters } from './inbox.ts';

let store: TestStore;
const tips: string[] = [];
beforeAll(async () => {
  store = await openTestStore();
  await makeOffices(store);
  for (const [at, more] of [
    { scene: 'S1' },
    { scene: 'S2', kind: 'complaint' as const, received_on: '2026-11-04' },
    { scene: null, office: 'samr-pudong', district: '310115' },
    { scene: 'S1', state: 'import-undone' },
  ].entries()) {
    const tip = await makeTip(store, more);
    tips.push(tip);
    await store.owner
      .updateTable('app.tip')
      .set({ due_on: at === 0 ? '2026-12-01' : at === 1 ? '2026-11-20' : null, suggestion: JSON.stringify({ scene: 'S3', kinds: ['K4'] }) })
      .where('id', '=', tip)
      .execute();
  }
});
afterAll(() => store?.stop());

const see = async (filter: InboxFilter, context = clerk, page = {}) =>
  (await within(store.console, context, (tx) => inbox(tx, context, filter, page))).map(({ id }) => tips.indexOf(id));

describe('the inbox', () => {
  test('lists what the officer may see by deadline, page by page', async () => {
    expect(await see({})).toEqual([1, 0]);
    expect(await see({}, commander)).toEqual([1, 0, 2]);
    expect(await see({}, commander, { limit: 1 })).toEqual([1]);
    expect(await see({}, commander, { limit: 1, after: { dueOn: '2026-11-20', id: tips[1] } })).toEqual([0]);
    expect(await see({}, commander, { after: { dueOn: '2026-12-01', id: tips[0] } })).toEqual([2]);
    expect(await see({}, commander, { after: { dueOn: null, id: tips[2] } })).toEqual([]);
  });

  test.each<[InboxFilter, number[]]>([
    [{ scenes: ['S1'] }, [0]],
    [{ scenes: ['S3'] }, [2]],
    [{ violations: ['K4'] }, [1, 0, 2]],
    [{ violations: ['K1'] }, []],
    [{ kinds: ['complaint'] }, [1]],
    [{ offices: ['samr-pudong'] }, [2]],
    [{ dueTo: '2026-11-30' }, [1]],
    [{ receivedFrom: '2026-11-04' }, [1]],
    [{ handler: 'none', districts: ['310104'] }, [1, 0]],
    [{ states: ['import-undone'] }, [3]],
    [{ number: "T-1' or true --" }, []],
  ])('%o', async (filter, expected) => {
    expect(await see(filter, commander)).toEqual(expected);
  });

  test('filters are kept for their officer alone', async () => {
    const call = calling(store.console, clerk);
    const { id } = await saveFilter(call, { name: '待办', filter: { scenes: ['S1'] } });
    await expect(saveFilter(call, { name: '待办', filter: {} })).rejects.toMatchObject({ code: 'version-conflict' });
    await saveFilter(call, { name: '待办', filter: { kinds: ['report'] }, version: 1 });
    await expect(saveFilter(call, { name: '坏', filter: { sql: 'x' } })).rejects.toMatchObject({ name: 'ZodError' });
    expect(await within(store.console, clerk, savedFilters)).toEqual([{ id, name: '待办', filter: { kinds: ['report'] }, version: 2 }]);
    expect(await within(store.console, commander, savedFilters)).toEqual([]);
    expect(await dropFilter(calling(store.console, commander), { id })).toEqual({ dropped: 0 });
    expect(await dropFilter(call, { id })).toEqual({ dropped: 1 });
  });
});

describe('the clocks of a tip as they are shown', () => {
  test('open ones first, ended ones with their reason, all in words', async () => {
    const tip = tips[0] ?? '';
    for (const [event, on] of [
      ['report-received', '2026-11-03'],
      ['new-facts', '2026-11-10'],
    ] as const)
      await acting(store.console, clerk, (act) => happen(act, { tip, event, on }));
    const [open, ended] = await within(store.console, clerk, (tx) => tipClocks(tx, tip, '2026-11-12'));
    expect(open).toMatchObject({ rule: 'T05', state: 'running', earliest: '2026-12-01', cancelled: null, law: ['PROC:18', 'PROC:80'] });
    expect(open?.lines[0]?.text).toEqual({
      zh: '由“同一举报人补充新的事实”启动。',
      en: 'Started because the same reporter gave new facts.',
    });
    expect(ended).toMatchObject({ state: 'cancelled', cancelled: { zh: expect.stringContaining('重新计算') } });
    expect(await within(store.console, clerk, (tx) => tipClocks(tx, tips[2] ?? '', '2026-11-12'))).toEqual([]);
  });
});
