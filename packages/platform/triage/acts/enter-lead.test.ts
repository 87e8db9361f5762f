import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calling } from '../../clocks/testing.ts';
import { openTestIntake, type TestIntake } from '../../intake/testing/open-test-intake.ts';
import { type Context, within } from '../../store/index.ts';
import { tipKeyOfOffice } from '../../vault/index.ts';
import { openBody } from '../../vault/seal-tip.ts';
import { suites } from '../../vault/suites.ts';
import { enterLeadAct } from './enter-lead.ts';

const clerk: Context = { actor: 'clerk-1', roles: ['clerk'], office: 'samr-huangpu', districts: ['310101'] };

describe.each(Object.values(suites))('a lead an officer writes down ($id)', (suite) => {
  let house: TestIntake;
  let enterLead: ReturnType<typeof enterLeadAct>;
  beforeAll(async () => {
    house = await openTestIntake(suite);
    enterLead = enterLeadAct({ suite: house.suite, directory: house.intake.directory, markKey: randomBytes(32) });
  });
  afterAll(() => house?.stop());

  const lead = {
    channel: 'officer' as const,
    receivedOn: '2026-11-03',
    story: '来访人反映扫码点餐时必须授权手机号才能下单',
    shop: { name: '演示面馆' },
    reporter: { name: '金丝雀', contact: '10012345678' },
  };

  test('is sealed, has its clock, and stands in the inbox of the own office', async () => {
    const made = await enterLead(calling(house.store.console, clerk), lead);
    expect(made.clocks).toEqual(['T05']);
    const tip = await house.store.owner.selectFrom('app.tip').selectAll().where('id', '=', made.id).executeTakeFirstOrThrow();
    expect(tip).toMatchObject({
      office: 'samr-huangpu',
      channel: 'officer',
      due_on: '2026-11-24',
      anonymous: false,
      suggestion: { scene: 'S1' },
    });
    const body = await within(house.store.console, clerk, async (tx) => {
      const { sealed } = await tx.selectFrom('vault.tip_body').select('sealed').where('tip', '=', made.id).executeTakeFirstOrThrow();
      return openBody(made.id, await tipKeyOfOffice(tx, house, made.id), sealed);
    });
    expect(body).toMatchObject({ story: lead.story, shop: { name: '演示面馆', address: '' } });
    const clear = JSON.stringify([tip, await house.store.owner.selectFrom('audit.entry').selectAll().execute()]);
    expect(/金丝雀|10012345678|授权/.test(clear)).toBe(false);
  });

  test('of an inspection starts the clock of verification; what cannot be is refused', async () => {
    const call = calling(house.store.console, clerk);
    const seen = { ...lead, channel: 'inspection' as const, reporter: null };
    expect(await enterLead(call, seen)).toMatchObject({ clocks: ['T05'] });
    await expect(enterLead(call, { ...seen, kind: 'complaint' })).rejects.toMatchObject({ name: 'ZodError' });
    await expect(enterLead(call, { ...lead, kind: 'complaint', reporter: null })).rejects.toMatchObject({ name: 'ZodError' });
    await expect(enterLead(call, { ...lead, receivedOn: '2099-01-01' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(enterLead(call, { ...lead, scene: 'S99' })).rejects.toMatchObject({ code: 'invalid-input' });
    const reviewer: Context = { ...clerk, roles: ['reviewer'] };
    await expect(enterLead(calling(house.store.console, reviewer), lead)).rejects.toMatchObject({ code: 'not-permitted' });
  });
});
