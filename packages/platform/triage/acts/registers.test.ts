import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calling, clerk, commander, makeOffices, makeTip } from '../../clocks/testing.ts';
import { within } from '../../store/index.ts';
import { openTestStore, type TestStore } from '../../store/testing/open-test-store.ts';
import { usccCheck } from '../uscc.ts';
import { attachOperator, findOperators, nameOperator, saveOperator, saveTouchpoint } from './operators.ts';
import { routingRules, saveRoutingRule, tryRoutingRules } from './routing.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  await makeOffices(store);
});
afterAll(() => store?.stop());

const codeOf = (number: string): string => `Y9310101${number}${usccCheck(`Y9310101${number}`)}`;
const call = () => calling(store.console, clerk);
const find = (what: Parameters<typeof findOperators>[1]) => within(store.console, clerk, (tx) => findOperators(tx, what));

describe('the register of operators', () => {
  test('takes sound codes only, one operator each, and keeps old numbers and names as aliases', async () => {
    const code = codeOf('MA0000001');
    await expect(saveOperator(call(), { name: '某某茶饮有限公司', registration: `${code.slice(0, 17)}*` })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const { id } = await saveOperator(call(), { name: '某某茶饮有限公司', registration: code });
    await expect(saveOperator(call(), { name: '另一家', registration: code })).rejects.toMatchObject({ code: 'wrong-state' });
    expect(await saveOperator(call(), { id, version: 1, name: '新名茶饮有限公司', registration: '110108000000016' })).toEqual({
      id,
      oldLicence: true,
    });
    await expect(saveOperator(call(), { id, version: 1, name: '新名茶饮有限公司' })).rejects.toMatchObject({ code: 'version-conflict' });
    for (const [what, by] of [
      [{ registration: code }, 'uscc'],
      [{ registration: '110108000000016' }, 'alias'],
      [{ name: '上海某某茶饮有限公司' }, 'alias'],
      [{ name: '新名茶饮' }, 'name'],
    ] as const)
      expect(await find(what)).toMatchObject([{ id, by, uscc: code }]);
    expect(await find({ registration: '' })).toEqual([]);
  });

  test('knows chains, signs and touchpoints; one address in two spellings is one', async () => {
    const { id: chain } = await saveOperator(call(), { name: '连锁总部有限公司' });
    const { id: shop } = await saveOperator(call(), { name: '连锁徐汇店', chain });
    await expect(saveOperator(call(), { name: '孙店', chain: shop })).rejects.toMatchObject({ code: 'not-found' });
    await nameOperator(call(), { operator: shop, alias: '好喝奶茶', source: 'sign' });
    const one = await saveTouchpoint(call(), { locator: 'https://www.shop.example/o/?b=2&a=1', operator: shop, scene: 'S1' });
    expect(await saveTouchpoint(call(), { locator: 'http://shop.example/o?a=1&b=2&utm_source=x' })).toEqual(one);
    await expect(saveTouchpoint(call(), { locator: '扫了桌上的码' })).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await find({ locator: 'shop.example/o?a=1&b=2' })).toMatchObject([{ id: shop, by: 'touchpoint', chain }]);
    expect(await find({ name: '好喝奶茶' })).toMatchObject([{ id: shop, by: 'alias' }]);
    const tip = await makeTip(store);
    expect(await attachOperator(call(), { tip, version: 1, operator: shop, touchpoint: one.id })).toMatchObject({ version: 2 });
  });
});

describe('rules of routing', () => {
  test('are kept by leaders, tried on the tips at hand, and end instead of vanishing', async () => {
    const rule = {
      priority: 10,
      conditions: { scenes: ['S14'] },
      office: 'samr-city',
      reason: { zh: 'AI 滥用由市局办理', en: 'Abuse of AI goes to the city' },
      validFrom: '2026-01-01',
      validUntil: null,
    };
    await expect(saveRoutingRule(call(), rule)).rejects.toMatchObject({ code: 'not-permitted' });
    const lead = calling(store.console, commander);
    await expect(saveRoutingRule(lead, { ...rule, office: 'nowhere' })).rejects.toMatchObject({ code: 'invalid-input' });
    const { id } = await saveRoutingRule(lead, rule);
    const tip = await makeTip(store, { scene: 'S14' });
    const tried = await within(store.console, commander, async (tx) => tryRoutingRules(tx, await routingRules(tx)));
    expect(tried.moved).toContainEqual({ tip, from: 'samr-xuhui', to: 'samr-city', reason: rule.reason });
    expect(tried.perOffice).toEqual({ 'samr-city': 1 });
    expect((await store.owner.selectFrom('app.tip').select('office').where('id', '=', tip).executeTakeFirst())?.office).toBe('samr-xuhui');
    await saveRoutingRule(lead, { ...rule, id, version: 1, validUntil: '2026-10-31' });
    await expect(saveRoutingRule(lead, { ...rule, id, version: 1 })).rejects.toMatchObject({ code: 'version-conflict' });
    expect(await within(store.console, clerk, routingRules)).toMatchObject([
      { id, validUntil: '2026-10-31', conditions: { scenes: ['S14'] } },
    ]);
  });
});
