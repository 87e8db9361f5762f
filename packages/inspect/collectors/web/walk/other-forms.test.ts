import { expect, test } from 'vitest';
import { openFormsHere, openOtherForms } from './other-forms.ts';
import { SCENE_GOALS } from './goals.data.ts';
import { madeUpPage, type State } from './testing/made-up-page.ts';

const dealer: Record<string, State> = {
  start: {
    controls: [
      ['获取底价', 'price'],
      ['预约试驾', 'drive'],
      ['联系我们', 'about'],
    ],
  },
  price: { text: '底价' },
  drive: { text: '试驾', fields: [{ categories: ['phone'] }], controls: [['提交预约', 'sent', true]] },
  about: {},
  sent: {},
};

const run = async (scene: string, pressed: readonly string[]) => {
  const { page, ledger } = madeUpPage(dealer);
  const goal = SCENE_GOALS[scene];
  if (!goal) throw new Error(scene);
  const canary = { phone: '10012345678' };
  await openOtherForms(page, await page.look('start'), { goal, stance: 'agree', canary, pressed: new Set(pressed), step: 1 });
  return ledger.filter(({ type }) => type === 'input').map(({ data }) => `${String(data['stage'])} ${String(data['aim'])}`);
};

test('the function beside the one walked to is opened and filled in, not sent', async () => {
  expect(await run('S8', ['获取底价'])).toEqual(['use forward:enquire-price', 'use fill:phone']);
});

test('what stands beside the function is opened where more may be asked: offers, instalments, details', async () => {
  const beside = ['优惠缴费', '分期购车', '春申路 88 弄 2 室 89㎡ 438 万 查看详情', '我的', '关于我们', '个人信息管理'];
  const { page, ledger } = madeUpPage({
    start: { controls: beside.map((words) => [words, 'side'] as const) },
    side: { fields: [{ categories: ['birth-date'] }] },
  });
  const goal = SCENE_GOALS['S2'];
  if (!goal) throw new Error('S2');
  await openOtherForms(page, await page.look('start'), { goal, stance: 'agree', canary: {}, pressed: new Set(), step: 1 });
  const tapped = ledger.filter(({ type, data }) => type === 'input' && data['kind'] === 'tap').map(({ data }) => data['text']);
  expect(tapped).toEqual(beside.slice(0, 3));
});

test('nothing is opened twice, nor where a scene has one function', async () => {
  expect(await run('S8', ['获取底价', '预约试驾'])).toEqual([]);
  expect(await run('S2', [])).toEqual([]);
});

test('what stands beside the end of the way is opened there, be its address a script, and filled in', async () => {
  const { page, ledger } = madeUpPage({
    start: { controls: [['查询停车费', 'end']] },
    end: {
      controls: [
        ['立即支付', 'sent', true],
        ['停车优惠码', 'coupon'],
      ],
    },
    coupon: { fields: [{ categories: ['phone'] }], controls: [['使用']] },
    sent: {},
  });
  const start = await page.look('start');
  await page.tap(50, 105);
  const goal = SCENE_GOALS['S2'];
  if (!goal) throw new Error('S2');
  const look: typeof page.look = async (reason) => {
    const seen = await page.look(reason);
    const nodes = seen.surface.nodes.map((node) => (node.text === '停车优惠码' ? { ...node, attributes: { href: 'javascript:;' } } : node));
    return { ...seen, surface: { ...seen.surface, nodes } };
  };
  const canary = { phone: '10012345678' };
  await openFormsHere({ ...page, look }, start, { goal, stance: 'agree', canary, pressed: new Set(), step: 1 });
  const aims = ledger.filter(({ type }) => type === 'input').map(({ data }) => data['aim']);
  expect(aims).toEqual(['forward:pay-parking', 'fill:phone']);
});

test('places are looked for last, with the position denied', async () => {
  const { page, ledger } = madeUpPage({
    start: {
      controls: [
        ['附近网点', 'near'],
        ['优惠缴费', 'coupon'],
      ],
    },
    near: { text: '未开启定位，无法查看网点' },
    coupon: { text: '优惠' },
  });
  const goal = SCENE_GOALS['S2'];
  if (!goal) throw new Error('S2');
  const seen: unknown[] = [];
  const denyPosition = async () => void seen.push(ledger.filter(({ type }) => type === 'input').length);
  const others = { goal, stance: 'agree', canary: {}, pressed: new Set<string>(), step: 1 } as const;
  await openOtherForms({ ...page, denyPosition }, await page.look('start'), others);
  expect(ledger.filter(({ type }) => type === 'input').map(({ data }) => data['text'])).toEqual(['优惠缴费', '附近网点']);
  expect(seen).toEqual([1]);
});
