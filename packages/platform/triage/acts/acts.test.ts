import { randomBytes } from 'node:crypto';
import { chinaCalendar } from '@liangjian/law';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calling } from '../../clocks/testing.ts';
import type { ImportedOrder } from '../../intake/import/index.ts';
import { type OrderDesk, tipsOfOrder } from '../../intake/import/order-tip.ts';
import { openTestIntake, type TestIntake } from '../../intake/testing/open-test-intake.ts';
import { type Context, within, workerContext } from '../../store/index.ts';
import { tipKeyOfOffice } from '../../vault/index.ts';
import { international } from '../../vault/international.ts';
import { wordSuggester } from '../suggest/suggest.ts';
import { acceptComplaint, refuseComplaint, verifyReport } from './accept.ts';
import { classifyTip } from './classify.ts';
import { findSealedDuplicates } from './find-duplicates.ts';
import { handOverActs } from './hand-over.ts';
import { linkTips, unlinkTips } from './link.ts';

const at = (office: string, district: string, role = 'clerk'): Context => ({
  actor: `${role}-${office}`,
  roles: [role],
  office,
  districts: [district],
});
const huangpu = at('samr-huangpu', '310101');
const huangpuHead = at('samr-huangpu', '310101', 'unit-head');
const pudong = at('samr-pudong', '310115');
const city = at('samr-city', '310000');
const officerId = '00000000-0000-4000-8000-00000000000a';

let house: TestIntake;
let desk: OrderDesk;
let acts: ReturnType<typeof handOverActs>;
beforeAll(async () => {
  house = await openTestIntake(international);
  await sql`update app.office set superior = 'samr-city' where level = 'district'`.execute(house.store.owner);
  await sql`insert into app.officer (id, office, log_in, name) values (${officerId}, 'samr-huangpu', 'a', '甲')`.execute(house.store.owner);
  await sql`insert into app.import_batch (id, office, channel, file_sha256, made_by) values (${batch}, 'samr-huangpu', '12345', 'x', 'x')`.execute(
    house.store.owner,
  );
  desk = {
    suite: house.suite,
    directory: await house.intake.directory(),
    calendar: chinaCalendar,
    rules: [],
    suggester: wordSuggester,
    markKey: Buffer.alloc(32, 7),
  };
  acts = handOverActs(house);
});
afterAll(() => house?.stop());

const batch = '00000000-0000-4000-8000-0000000000b0';
let line = 0;
/** A tip as an import files it. */
async function newTip(more: Partial<ImportedOrder> = {}): Promise<string> {
  line += 1;
  const order: ImportedOrder = {
    channel: '12345',
    orderNumber: `N${line}-${randomBytes(4).toString('hex')}`,
    receivedOn: '2026-11-03',
    receivedAt: null,
    kind: 'report',
    title: null,
    content: `第${line}件：在某处遇到的情况说明文字，各不相同${randomBytes(12).toString('hex')}`,
    operatorName: null,
    uscc: null,
    address: null,
    district: '310101',
    link: null,
    reporter: { name: '某人', phone: '10012345678' },
    ...more,
  };
  const rows = tipsOfOrder(order, line, desk);
  await within(house.store.worker, workerContext, (tx) =>
    sql`select app.take_orders(${batch}::uuid, ${JSON.stringify(rows)}::jsonb)`.execute(tx),
  );
  return String(rows[0]?.id);
}
const tipOf = (id: string) => house.store.owner.selectFrom('app.tip').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const clocksOf = async (id: string) =>
  (
    await house.store.owner
      .selectFrom('app.clock')
      .select(['rule', 'state', 'office'])
      .where('tip', '=', id)
      .orderBy('started_at')
      .orderBy('slot')
      .execute()
  ).map(({ rule, state, office }) => `${rule} ${state} ${office}`);
const call = (context: Context) => calling(house.store.console, context);

describe('acts of triage', () => {
  test('a clerk confirms scene and kinds beside the suggestion; another office sees nothing', async () => {
    const tip = await newTip({ content: '奶茶店扫码点餐强制要求授权手机号，否则不能下单' });
    const input = { tip, version: 1, scene: 'S1', kinds: ['K1'] as const, handler: officerId };
    await expect(classifyTip(call(pudong), input)).rejects.toMatchObject({ code: 'not-found' });
    await expect(classifyTip(call(huangpu), { ...input, scene: 'S99' })).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await classifyTip(call(huangpu), input)).toEqual({ version: 2, state: 'triage' });
    await expect(classifyTip(call(huangpu), input)).rejects.toMatchObject({ code: 'version-conflict' });
    expect(await tipOf(tip)).toMatchObject({
      scene: 'S1',
      violation_kinds: ['K1'],
      suggestion: { scene: 'S1', kinds: ['K1'] },
      handler: officerId,
    });
  });

  test('a complaint is accepted or refused on one of seven grounds, with its clocks; a report is verified', async () => {
    const [taken, refused, report] = [await newTip({ kind: 'complaint' }), await newTip({ kind: 'complaint' }), await newTip()];
    await expect(acceptComplaint(call(huangpu), { tip: taken, version: 1 })).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(acceptComplaint(call(huangpuHead), { tip: report, version: 1 })).rejects.toMatchObject({ code: 'wrong-state' });
    expect(await acceptComplaint(call(huangpuHead), { tip: taken, version: 1 })).toMatchObject({
      state: 'accepted',
      clocks: { started: ['T02'], met: ['T01'] },
    });
    const refusal = { tip: refused, version: 1, ground: 'dealt-with', reason: '区消保委已于十月调解', otherRoutes: '可以向法院起诉' };
    await expect(refuseComplaint(call(huangpuHead), { ...refusal, ground: '' })).rejects.toMatchObject({ code: 'ground-needed' });
    await expect(refuseComplaint(call(huangpuHead), { ...refusal, otherRoutes: '' })).rejects.toMatchObject({ code: 'ground-needed' });
    expect(await refuseComplaint(call(huangpuHead), refusal)).toMatchObject({ state: 'refused' });
    expect(await clocksOf(refused)).toEqual(['T01 met samr-huangpu']);
    expect(await tipOf(refused)).toMatchObject({ due_on: null });
    await expect(acceptComplaint(call(huangpuHead), { tip: refused, version: 2 })).rejects.toMatchObject({ code: 'wrong-state' });
    expect(await verifyReport(call(huangpu), { tip: report, version: 1, handler: officerId })).toMatchObject({ state: 'verification' });
    const kept = JSON.stringify(await house.store.owner.selectFrom('audit.entry').selectAll().execute());
    expect(kept.includes('调解') || kept.includes('起诉')).toBe(false);
  });

  test('duplicates are found while sealed, linked and unlinked; each keeps its clocks', async () => {
    const shop = { operatorName: '某某茶饮（人民广场店）', link: 'https://shop.example/o?shop=7&table=1' };
    const one = await newTip({
      ...shop,
      content: '昨天在人民广场店扫码点餐，小程序必须授权手机号才能下单，点拒绝就退出，店员说没有纸质菜单，要求查处。',
    });
    const two = await newTip({
      operatorName: '上海某某茶饮(人民广场店)',
      link: 'https://www.shop.example/o?table=9&shop=7',
      content: '市民来电：在人民广场店扫码点餐，小程序必须授权手机号才可以下单，点了拒绝就退出，店员称没有纸质菜单。',
      receivedOn: '2026-11-05',
    });
    const away = await newTip({ ...shop, district: '310115', content: '另一件事，不在同一个单位' });
    const find = () => within(house.store.console, huangpu, (tx) => findSealedDuplicates(tx, one));
    const [offer, ...rest] = await find();
    expect(rest).toEqual([]);
    expect(offer).toMatchObject({ tip: two, linked: false });
    expect(offer?.reasons.map(({ on }) => on).sort()).toEqual(['name', 'place', 'text', 'time']);
    expect(offer?.score).toBeGreaterThan(60);
    const link = { tip: one, other: two, kind: 'same-matter', restsOn: ['place', 'text'] } as const;
    await expect(linkTips(call(huangpu), { ...link, other: away })).rejects.toMatchObject({ code: 'not-found' });
    const made = await linkTips(call(huangpu), link);
    await expect(linkTips(call(huangpu), { ...link, tip: two, other: one })).rejects.toMatchObject({ code: 'wrong-state' });
    expect((await find())[0]?.linked).toBe(true);
    expect([await clocksOf(one), await clocksOf(two)]).toEqual([['T05 running samr-huangpu'], ['T05 running samr-huangpu']]);
    await unlinkTips(call(huangpu), { link: made.link, why: '不是同一件' });
    expect((await find())[0]?.linked).toBe(false);
    await expect(unlinkTips(call(huangpu), { link: made.link, why: '不是同一件' })).rejects.toMatchObject({ code: 'wrong-state' });
  });
});

describe('a tip between offices', () => {
  const reason = '行为发生在浦东新区某路某号';
  const opens = (context: Context, tip: string) =>
    within(house.store.console, context, (tx) => tipKeyOfOffice(tx, house, tip)).then(
      () => true,
      () => false,
    );

  test('moves with its key and its clocks, and the sender sees it no more', async () => {
    const tip = await newTip();
    await expect(acts.transferTip(call(huangpu), { tip, version: 1, to: 'samr-huangpu', reason })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(await acts.transferTip(call(huangpu), { tip, version: 1, to: 'samr-pudong', reason })).toEqual({
      to: 'samr-pudong',
      ordinal: 1,
    });
    expect(await tipOf(tip)).toMatchObject({ office: 'samr-pudong', district: '310115', state: 'transferred', version: 2, returns: 0 });
    expect(await clocksOf(tip)).toEqual(['T05 running samr-pudong']);
    expect([await opens(huangpu, tip), await opens(pudong, tip)]).toEqual([false, true]);
    await expect(classifyTip(call(huangpu), { tip, version: 2, scene: null, kinds: [] })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('refused once goes back with T09, twice to the common superior with T10, which fixes the office for good', async () => {
    const tip = await newTip();
    await acts.transferTip(call(huangpu), { tip, version: 1, to: 'samr-pudong', reason });
    await expect(acts.returnTip(call(pudong), { tip, version: 2, ground: 'busy', reason })).rejects.toMatchObject({
      code: 'ground-needed',
    });
    expect(await acts.returnTip(call(pudong), { tip, version: 2, ground: 'place', reason })).toMatchObject({
      to: 'samr-huangpu',
      ordinal: 2,
    });
    expect(await tipOf(tip)).toMatchObject({ office: 'samr-huangpu', state: 'returned', returns: 1 });
    expect(await clocksOf(tip)).toEqual(['T05 running samr-huangpu', 'T09 running samr-huangpu']);
    // Pushing it over again under the name of a transfer does not get around the superior.
    await expect(acts.transferTip(call(huangpu), { tip, version: 3, to: 'samr-pudong', reason })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect(await acts.returnTip(call(huangpu), { tip, version: 3, ground: 'place', reason })).toMatchObject({
      to: 'samr-city',
      ordinal: 3,
    });
    expect(await clocksOf(tip)).toEqual(['T05 running samr-city', 'T09 met samr-city', 'T10 running samr-city']);
    expect(await opens(city, tip)).toBe(true);
    await expect(acts.fixOffice(call(city), { tip, version: 4, to: 'nowhere', reason })).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await acts.fixOffice(call(city), { tip, version: 4, to: 'samr-pudong', reason })).toMatchObject({ to: 'samr-pudong' });
    expect(await clocksOf(tip)).toEqual(['T05 running samr-pudong', 'T09 met samr-pudong', 'T10 met samr-pudong']);
    await expect(acts.returnTip(call(pudong), { tip, version: 5, ground: 'place', reason })).rejects.toMatchObject({ code: 'wrong-state' });
    expect((await tipOf(tip)).returns).toBe(2);
  });

  test('cannot be moved past its transfer: the function of the database asks for one of the same transaction', async () => {
    const tip = await newTip();
    const alone = within(house.store.console, huangpu, (tx) =>
      sql`select app.hand_over(${tip}::uuid, 1::smallint, 'transferred')`.execute(tx),
    );
    await expect(alone).rejects.toThrow(/no transfer/);
    await acts.transferTip(call(huangpu), { tip, version: 1, to: 'samr-pudong', reason });
    const again = within(house.store.console, huangpu, (tx) =>
      sql`select app.hand_over(${tip}::uuid, 1::smallint, 'transferred')`.execute(tx),
    );
    await expect(again).rejects.toThrow(/no transfer/);
  });
});
