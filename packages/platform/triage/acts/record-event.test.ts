import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { happen } from '../../clocks/happen.ts';
import { acting, calling, clerk, makeOffices, makeTip, unitHead } from '../../clocks/testing.ts';
import { openTestStore, type TestStore } from '../../store/testing/open-test-store.ts';
import { acceptComplaint } from './accept.ts';
import { recordEvent } from './record-event.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  await makeOffices(store);
});
afterAll(() => store?.stop());

const call = () => calling(store.console, clerk);
const open = async (tip: string) =>
  (
    await store.owner.selectFrom('app.clock').select('rule').where('tip', '=', tip).where('state', '=', 'running').orderBy('rule').execute()
  ).map(({ rule }) => rule);

describe('what happens to a tip after triage', () => {
  test('a complaint goes through mediation to the result, every clock fulfilled', async () => {
    const tip = await makeTip(store, { kind: 'complaint', received_on: '2026-10-12' });
    await acting(store.console, clerk, (act) => happen(act, { tip, event: 'complaint-received', on: '2026-10-12' }));
    await acceptComplaint(calling(store.console, unitHead), { tip, version: 1 });
    const record = (version: number, event: string, on = '2026-10-20') => recordEvent(call(), { tip, version, event, on });
    await expect(record(2, 'new-facts')).rejects.toMatchObject({ code: 'wrong-state' });
    await expect(record(2, 'clue-in-mediation', '2026-10-11')).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await record(2, 'clue-in-mediation')).toMatchObject({ state: 'accepted', clocks: { started: ['T04'] } });
    expect(await record(3, 'mediation-ended')).toMatchObject({ state: 'closed', clocks: { started: ['T03'], met: ['T02'] } });
    expect(await open(tip)).toEqual(['T03', 'T04']);
    expect(await record(4, 'clue-verified')).toMatchObject({ clocks: { met: ['T04'] } });
    expect(await record(5, 'ending-told')).toMatchObject({ clocks: { met: ['T03'] } });
    expect(await record(6, 'report-handled')).toMatchObject({ clocks: { started: ['T07'] } });
    expect(await record(7, 'result-told')).toMatchObject({ version: 8, clocks: { met: ['T07'] } });
    expect(await open(tip)).toEqual([]);
  });

  test('a report restarts with new facts and, under the old rule, owes the named reporter the notice of filing', async () => {
    const tip = await makeTip(store, { received_on: '2026-04-10', anonymous: false, state: 'verification' });
    await acting(store.console, clerk, (act) => happen(act, { tip, event: 'report-received', on: '2026-04-10' }));
    const record = (version: number, event: string) => recordEvent(call(), { tip, version, event, on: '2026-04-20' });
    expect(await record(1, 'new-facts')).toMatchObject({ clocks: { started: [], met: [] } });
    expect(await record(2, 'filing-decided')).toMatchObject({ clocks: { started: ['T06'], met: ['T05'] } });
    await expect(record(2, 'filing-told')).rejects.toMatchObject({ code: 'version-conflict' });
    expect(await record(3, 'filing-told')).toMatchObject({ clocks: { met: ['T06'] } });
  });
});
