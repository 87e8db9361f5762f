import { expect, test } from 'vitest';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import { answerPrompts } from '../../../collectors/web/walk/answer-prompts.ts';
import { SCENE_GOALS, type SceneGoal } from '../../../collectors/web/walk/goals.data.ts';
import { stanceOf } from '../../../collectors/web/walk/page.ts';
import { madeUpPage, type State } from '../../../collectors/web/walk/testing/made-up-page.ts';
import { walk } from '../../../collectors/web/walk/walk.ts';
import type { ArmName, Fact, FactType } from '../../fact.ts';
import { deriveVisitFacts } from './derive.ts';
import { consentChoiceSeq } from './visit.ts';

/** Runs the arms of a made-up shop and derives its facts, as a live visit would. */
async function factsOf(states: Record<string, State>, arms: readonly ArmName[] = ['untouched', 'refuse', 'accept']) {
  const visits = [];
  const looks = new Map();
  for (const arm of arms) {
    const made = madeUpPage(states);
    const stance = stanceOf(arm);
    made.page.setStage('arrive', 0, '');
    let look = await made.page.look('arrive');
    made.page.setStage('choice', 0, '');
    if (stance !== 'leave-alone') look = (await answerPrompts(made.page, look, stance)).look;
    await walk(made.page, look, {
      goal: SCENE_GOALS['S1'] as SceneGoal,
      stance,
      canary: { phone: '15400000000' },
      fill: stance !== 'refuse',
      thrownOut: false,
    });
    for (const [key, value] of made.looks) looks.set(key, value);
    const events = made.ledger.map((entry, index) => ({
      seq: index + 1,
      t: index,
      target: 'page',
      type: entry.type,
      ...entry.data,
    })) as unknown as LedgerEvent[];
    visits.push({ arm, events, choiceSeq: consentChoiceSeq(events) });
  }
  const hadConsentPrompt = [...looks.values()].some((look) =>
    look.reading.prompts.some((prompt: { role: string }) => prompt.role === 'consent'),
  );
  const facts = deriveVisitFacts({
    arms: visits,
    hadConsentPrompt,
    surface: (name) => looks.get(name).surface,
    reading: (name) => looks.get(name).reading,
    scene: 'S1',
  });
  return { facts, of: <T extends FactType>(type: T) => facts.filter((fact) => fact.type === type) as unknown as Fact<T>[] };
}

const menu: State = { text: '点餐 菜单', controls: [['加入购物车', 'cart'], ['去结算']] };
const cart: State = { text: '点餐', controls: [['去结算', 'checkout']] };
const checkout: State = { text: '确认', controls: [['提交订单', 'SENT', true]] };
const consent: State = {
  text: '菜单',
  prompts: [
    {
      role: 'consent',
      text: '隐私保护提示',
      choices: [
        ['agree', '同意', 'menu'],
        ['refuse', '不同意', 'menu'],
      ],
    },
  ],
  controls: [['加入购物车', 'cart']],
};

test('a consent prompt, its choices with what they did, and the way of each arm', async () => {
  const { of } = await factsOf({ start: consent, menu, cart, checkout });
  const [prompt] = of('prompt');
  expect(prompt?.detail).toMatchObject({
    role: 'consent',
    count: 1,
    afterRefusal: 0,
    trigger: 'load',
    arms: ['untouched', 'refuse', 'accept'],
  });
  expect(prompt?.phase).toBe('before-choice');
  const refuse = of('choice').find((fact) => fact.detail.role === 'refuse');
  expect(refuse?.detail.effect).toMatchObject({ tried: true, closed: 'yes', left: 'no', proceeded: 'yes' });
  expect(refuse?.detail.prompt).toBe(prompt?.id);
  expect(of('function-reached').map((fact) => [fact.detail.reached, fact.detail.stoppedBy, fact.detail.arms])).toEqual([
    ['no', 'agreement', ['untouched']],
    ['yes', null, ['refuse', 'accept']],
  ]);
});

test('counts how often a prompt comes back after it was refused', async () => {
  const nagging: State = {
    ...menu,
    prompts: [
      {
        role: 'membership',
        text: '成为会员',
        choices: [
          ['agree', '加入', 'x'],
          ['refuse', '不了', 'menu2'],
        ],
      },
    ],
  };
  const { of } = await factsOf(
    {
      start: nagging,
      menu2: { ...menu, controls: [['加入购物车', 'again']] },
      again: {
        ...nagging,
        prompts: nagging.prompts?.map((prompt) => ({ ...prompt, choices: [['refuse', '不了', 'cart'] as const] })) ?? [],
      },
      cart,
      checkout,
    },
    ['refuse'],
  );
  expect(of('prompt')[0]?.detail).toMatchObject({ role: 'membership', count: 2, afterRefusal: 1 });
});

test('a gate that cannot be put aside is not refusable, one that was closed on the way is', async () => {
  const phone: State = {
    text: '手机号',
    prompts: [{ role: 'phone', text: '授权手机号', choices: [['refuse', '不允许', 'start']] }],
    controls: [['去结算', 'phone']],
  };
  const stuck = await factsOf({ start: { text: '菜单', controls: [['去结算', 'phone']] }, phone }, ['refuse']);
  expect(stuck.of('gate').find((fact) => fact.detail.needs === 'phone')?.detail.refusable).toBe('no');
  const free = await factsOf(
    {
      start: { text: '菜单', controls: [['去结算', 'phone']] },
      phone: { ...phone, prompts: [{ role: 'phone', text: '授权手机号', choices: [['refuse', '不允许', 'checkout']] }] },
      checkout,
    },
    ['refuse'],
  );
  expect(free.of('gate').find((fact) => fact.detail.needs === 'phone')?.detail.refusable).toBe('yes');
});

test('fields keep the strongest thing seen about them and the arms they were seen in', async () => {
  const form: State = { text: '点餐', controls: [['提交订单', 'SENT', true]], fields: [{ required: 'yes', requiredBy: 'mark' }] };
  const { of } = await factsOf({ start: form });
  expect(of('field')).toHaveLength(1);
  expect(of('field')[0]?.detail).toMatchObject({ required: 'yes', requiredBy: 'mark', arms: ['untouched', 'refuse', 'accept'] });
  expect(of('function-reached').find((fact) => fact.detail.arms.includes('refuse'))?.detail).toMatchObject({
    reached: 'no',
    stoppedBy: 'phone',
  });
});

test('two equal visits give equal facts', async () => {
  const states = { start: consent, menu, cart, checkout };
  expect((await factsOf(states)).facts).toEqual((await factsOf(states)).facts);
});

test('an advertisement whose cross works at the second tap did not close with one', async () => {
  const ad = (to: string): State => ({ text: '菜单', prompts: [{ role: 'ad', text: '广告', choices: [['close', '关闭', to]] }] });
  const close = async (states: Record<string, State>) => (await factsOf(states)).of('choice')[0]?.detail.effect;
  expect(await close({ start: ad('start2'), start2: ad('menu'), menu, cart, checkout })).toMatchObject({ closed: 'no', proceeded: 'yes' });
  expect(await close({ start: ad('menu'), menu, cart, checkout })).toMatchObject({ closed: 'yes', proceeded: 'yes' });
});

test('at which second of a countdown we looked stands in no name', async () => {
  const splash = (left: string, skip: string): Record<string, State> => ({
    start: { prompts: [{ role: 'ad', text: `全场五折 广告 ${left}`, choices: [['close', skip, 'menu']] }] },
    menu,
    cart,
    checkout,
  });
  const names = async (left: string, skip: string) => {
    const { of } = await factsOf(splash(left, skip), ['untouched']);
    return [of('prompt').map(({ label }) => label), of('choice').map(({ label }) => label)];
  };
  const seen = await names('8s', '跳过 3');
  expect(seen).toEqual([['全场五折 广告 …s'], ['跳过 …']]);
  expect(await names('2s', '跳过 1')).toEqual(seen);
  expect(await names('5 折', '领 20 元')).toEqual([['全场五折 广告 5 折'], ['领 20 元']]);
});

test('a form that only registers is a gate though no layer says so', async () => {
  const member: State = { text: '注册会员', controls: [['注册并支付', 'SENT', true]], fields: [{ required: 'yes' }] };
  const { of } = await factsOf({ start: { text: '菜单', controls: [['去结算', 'member']] }, member });
  expect(of('gate').find((fact) => fact.detail.needs === 'membership')?.detail).toMatchObject({
    refusable: 'no',
    arms: ['untouched', 'refuse', 'accept'],
  });
});
