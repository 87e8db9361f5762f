import { expect, test } from 'vitest';
import { answerPrompts } from './answer-prompts.ts';
import { SCENE_GOALS, type SceneGoal } from './goals.data.ts';
import type { Stance } from './page.ts';
import { madeUpPage, type State } from './testing/made-up-page.ts';
import { walk } from './walk.ts';

const goal = SCENE_GOALS['S1'] as SceneGoal;
const menu: State = { controls: [['加入购物车', 'cart'], ['去结算']] };
const cart: State = {
  controls: [
    ['加入购物车', 'cart'],
    ['去结算', 'checkout'],
  ],
};
const checkout: State = { controls: [['提交订单', 'SENT', true]] };

async function run(states: Record<string, State>, stance: Stance, fill = stance !== 'refuse') {
  const made = madeUpPage(states);
  const end = await walk(made.page, await made.page.look('start'), {
    goal,
    stance,
    canary: { phone: '19999999901', plate: '沪A00000' },
    fill,
    thrownOut: false,
  });
  return { ...made, end };
}

test('walks to the control that would order and does not press it', async () => {
  const { end, now } = await run({ start: { controls: [['开始点餐', 'menu']] }, menu, cart, checkout }, 'leave-alone');
  expect(end).toMatchObject({ function: 'order-and-pay', reached: 'yes', stoppedBy: null });
  expect(now()).toBe('checkout');
});

test('never presses a dangerous control even when its words lead forward', async () => {
  const { now } = await run({ start: { controls: [['去结算', 'SENT', true]] } }, 'agree');
  expect(now()).toBe('start');
});

test('refuses consent in the refusing arm, agrees in the accepting one, touches nothing in the untouched one', async () => {
  const consent: State = {
    prompts: [
      {
        role: 'consent',
        text: '隐私保护提示',
        choices: [
          ['agree', '同意', 'menu'],
          ['refuse', '不同意', 'refused'],
        ],
      },
    ],
    controls: [['加入购物车', 'cart'], ['去结算']],
  };
  const states = { start: consent, menu, refused: { controls: [['加入购物车', 'cart'], ['去结算']] } as State, cart, checkout };
  expect((await run(states, 'agree')).end.reached).toBe('yes');
  const refused = await run(states, 'refuse');
  expect(refused.end.reached).toBe('yes');
  expect(refused.ledger.map((entry) => entry.data['aim'])).toContain('prompt:consent:refuse');
  expect((await run(states, 'leave-alone')).end).toMatchObject({ reached: 'no', stoppedBy: 'agreement' });
});

test('a prompt that comes back with the same press closes the way', async () => {
  const asked: State = {
    prompts: [{ role: 'phone', text: '授权手机号', choices: [['refuse', '不允许', 'start']] }],
    controls: [['去结算', 'asked']],
  };
  const { end } = await run({ start: { controls: [['去结算', 'asked']] }, asked }, 'refuse');
  expect(end).toMatchObject({ reached: 'no', stoppedBy: 'phone' });
});

test('a required field left empty keeps the refusing arm from the end, not the filling one', async () => {
  const form: State = { controls: [['提交订单', 'SENT', true]], fields: [{ required: 'yes', requiredBy: 'mark' }] };
  expect((await run({ start: form }, 'refuse')).end).toMatchObject({ reached: 'no', stoppedBy: 'phone' });
  const filled = await run({ start: form }, 'agree');
  expect(filled.end.reached).toBe('yes');
  expect(filled.ledger.find((entry) => entry.data['kind'] === 'type')?.data['text']).toBe('19999999901');
});

test('with nothing to press the end is unknown, not refused', async () => {
  const { end } = await run({ start: { text: 'welcome' } }, 'leave-alone');
  expect(end).toMatchObject({ reached: 'unknown', stoppedBy: 'no-way-forward' });
});

test('leaving the site by refusing is seen', async () => {
  const states: Record<string, State> = {
    start: {
      prompts: [
        {
          role: 'consent',
          text: '协议',
          choices: [
            ['agree', '同意', 'start'],
            ['exit', '不同意并退出', 'gone'],
          ],
        },
      ],
    },
    gone: { url: 'http://elsewhere.test/', text: 'bye' },
  };
  const { page } = madeUpPage(states);
  expect(await answerPrompts(page, await page.look('start'), 'refuse')).toMatchObject({ left: true, blockedBy: 'agreement' });
});

test('a dead end leads back to the next way, once', async () => {
  const { end } = await run(
    {
      start: {
        controls: [
          ['点餐说明', 'dead'],
          ['堂食介绍', 'checkout'],
        ],
      },
      dead: { text: 'nothing here', back: 'start' },
      checkout,
    },
    'agree',
  );
  expect(end.reached).toBe('yes');
  const stuck = await run({ start: { controls: [['点餐', 'dead']] }, dead: { text: 'nothing here', back: 'start' } }, 'agree');
  expect(stuck.end).toMatchObject({ reached: 'unknown', stoppedBy: 'no-way-forward' });
});

test('a page that only registers closes the way', async () => {
  const { end } = await run(
    { start: { controls: [['去结算', 'member']] }, member: { controls: [['注册并支付', 'SENT', true]], fields: [{ required: 'yes' }] } },
    'agree',
  );
  expect(end).toMatchObject({ reached: 'no', stoppedBy: 'membership' });
});

test('a page with nothing left to press has been seen whole; one with a log-in has not', async () => {
  const plain = await run({ start: { text: 'listing' } }, 'agree');
  expect(plain.end).toMatchObject({ reached: 'unknown', exhausted: true });
  const login = await run({ start: { text: 'listing', controls: [['登录', 'x', true]] } }, 'agree');
  expect(login.end.exhausted).toBe(false);
});

test('a control that demands a face closes the way, unless another way to pay stands beside it', async () => {
  const only = await run({ start: { controls: [['刷脸支付', 'SENT', true]] } }, 'agree');
  expect(only.end).toMatchObject({ reached: 'no', stoppedBy: 'face' });
  const choice = await run(
    {
      start: {
        controls: [
          ['刷脸支付', 'SENT', true],
          ['微信支付', 'SENT', true],
        ],
      },
    },
    'agree',
  );
  expect(choice.end.reached).toBe('yes');
});

test('a page that serves what its visitors come to see has reached its function when nothing leads further', async () => {
  const visit = async (state: State, scene: string) => {
    const made = madeUpPage({ start: state, form: { fields: [{ required: 'yes' }], controls: [['提交', 'SENT', true]] } });
    const options = { goal: SCENE_GOALS[scene] as SceneGoal, stance: 'refuse' as const, canary: {}, fill: false, thrownOut: false };
    return walk(made.page, await made.page.look('start'), options);
  };
  const listing = '安家找房 虹口 2 室 1 厅 68㎡ 410 万';
  expect(await visit({ text: listing }, 'S5')).toMatchObject({ function: 'view-listing', reached: 'yes', stoppedBy: null });
  // Where words lead on, what lies behind them is the end.
  expect(await visit({ text: listing, controls: [['联系经纪人', 'form']] }, 'S5')).toMatchObject({ reached: 'no', stoppedBy: 'phone' });
  expect(await visit({ text: '安家找房' }, 'S5')).toMatchObject({ reached: 'unknown' });
  expect(await visit({ text: '请对准机柜二维码' }, 'S6')).toMatchObject({ function: 'rent-power-bank', reached: 'yes' });
});

test('words of the end beside what it costs are the end once we are on the way', async () => {
  const states: Record<string, State> = {
    start: { controls: [['立即租借', 'rent']] },
    rent: { text: '押金 99 元 计费 3 元/小时', controls: [['立即租借', 'RENTED']] },
  };
  const made = madeUpPage(states);
  const rent = SCENE_GOALS['S6'] as SceneGoal;
  const end = await walk(made.page, await made.page.look('start'), {
    goal: rent,
    stance: 'agree',
    canary: {},
    fill: true,
    thrownOut: false,
  });
  expect(end.reached).toBe('yes');
  expect(made.now()).toBe('rent');
});

test('a button that only says no is pressed even where it was taken for one that sends', async () => {
  const asked: State = {
    prompts: [{ role: 'consent', text: '隐私提示', choices: [['refuse', '不同意', 'menu']] }],
    dangerousChoices: true,
  };
  const { page, now } = madeUpPage({ start: asked, menu });
  await answerPrompts(page, await page.look('start'), 'refuse');
  expect(now()).toBe('menu');
});

test('a face beside another way to prove who one is does not close the way', async () => {
  const { end } = await run({ start: { controls: [['人脸验证', 'SENT', true], ['银行卡验证']] } }, 'agree');
  expect(end.stoppedBy).not.toBe('face');
});

test('a call back that may be asked for is the end', async () => {
  const { end } = await run({ start: { controls: [['请回电', 'SENT', true]] } }, 'agree');
  expect(end.reached).toBe('yes');
});

test('whoever refused stays a while: the next step of an empty form is seen, the field typed into, the end unchanged', async () => {
  const { end, ledger, now } = await run(
    {
      start: { controls: [['下一步', 'second', true]], fields: [{ required: 'yes' }] },
      second: { text: '须授权通讯录', controls: [['授权通讯录', 'SENT', true]], fields: [{}] },
    },
    'refuse',
  );
  expect(end).toMatchObject({ reached: 'no', stoppedBy: 'phone' });
  expect(now()).toBe('second');
  const after = ledger.slice(ledger.findIndex(({ type }) => type === 'note') + 1);
  expect(after.filter(({ type }) => type === 'input').map(({ data }) => data['aim'])).toEqual(['explore', 'fill:phone']);
});

test('whoever gives nothing still says which car it is', async () => {
  const { end, ledger } = await run(
    { start: { fields: [{ categories: ['plate'], required: 'yes' }, {}], controls: [['提交订单', 'SENT', true]] } },
    'refuse',
  );
  expect(end).toMatchObject({ reached: 'yes' });
  const aims = ledger.filter(({ type }) => type === 'input').map(({ data }) => data['aim']);
  expect(aims[0]).toBe('fill:plate');
});

test('a form of membership that may be left aside closes nothing', async () => {
  const { end } = await run(
    {
      start: { controls: [['去结算', 'join']] },
      join: {
        fields: [{}],
        controls: [
          ['注册会员', 'SENT', true],
          ['暂不加入', 'checkout'],
        ],
      },
      checkout,
    },
    'refuse',
  );
  expect(end).toMatchObject({ reached: 'yes', stoppedBy: null });
});

test('a sheet for the number that blocks nothing is answered, and closes the way when it comes back', async () => {
  const states: Record<string, State> = {
    start: { controls: [['去下单', 'sheet']] },
    sheet: {
      prompts: [{ role: 'phone', text: '申请获取您的手机号', blocking: false, choices: [['refuse', '不允许', 'start']] }],
      controls: [['提交订单', 'SENT', true]],
    },
    SENT: {},
  };
  expect((await run(states, 'refuse')).end).toMatchObject({ reached: 'no', stoppedBy: 'phone' });
});

test('what stands there after refusing says why it is shut; a word of authorising agrees to a question for consent', async () => {
  const states: Record<string, State> = {
    start: {
      prompts: [
        {
          role: 'permission',
          text: '请同意我们收集应用列表',
          choices: [
            ['agree', '同意授权', 'menu'],
            ['refuse', '不同意', 'shut'],
          ],
        },
      ],
      dangerousChoices: true,
    },
    shut: { prompts: [{ role: 'unknown', text: '您未同意授权，无法使用本服务', choices: [] }] },
    menu,
    cart,
    checkout,
    SENT: {},
  };
  expect((await run(states, 'refuse')).end.stoppedBy).toBe('agreement');
  expect((await run(states, 'agree')).end.reached).toBe('yes');
});

test('a menu to order from by word of mouth is reached when it is shown', async () => {
  const states: Record<string, State> = {
    start: { controls: [['先看菜单点餐', 'list']] },
    list: { text: '鲜毛肚 ¥48 嫩牛肉 ¥42 选好后请呼叫服务员下单' },
  };
  expect((await run(states, 'agree')).end).toMatchObject({ reached: 'yes', function: 'view-menu' });
});

test('an empty basket gets something first, once, whatever comes up then', async () => {
  const empty: State = {
    text: '已点 0 份 ¥0',
    controls: [
      ['加菜 面', 'full'],
      ['去结算', 'checkout'],
    ],
  };
  const full: State = {
    text: '已点 1 份 ¥18',
    controls: [
      ['加菜 面', 'full'],
      ['去结算', 'checkout'],
    ],
  };
  const { ledger, end } = await run({ start: empty, full, checkout }, 'leave-alone');
  expect(ledger.filter(({ type }) => type === 'input').map(({ data }) => data['text'])).toEqual(['加菜 面', '去结算']);
  expect(end.reached).toBe('yes');
  const asked: State = { ...empty, prompts: [{ role: 'membership', text: '入会', choices: [['later', '暂不', 'start']] }] };
  const other = await run(
    {
      start: {
        ...empty,
        controls: [
          ['加菜 面', 'asked'],
          ['去结算', 'checkout'],
        ],
      },
      asked,
      checkout,
    },
    'leave-alone',
  );
  expect(other.end).toMatchObject({ reached: 'yes', stoppedBy: null });
});
