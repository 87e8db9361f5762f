import { expect, test } from 'vitest';
import type { Aim } from './page.ts';
import { press } from './press.ts';
import { madeUpPage, type State } from './testing/made-up-page.ts';

const asking = (to: string, more: Partial<State> = {}): State => ({
  prompts: [{ role: 'consent', text: '隐私保护提示', choices: [['refuse', '不同意', to]] }],
  controls: [['点餐']],
  ...more,
});

async function refuse(states: Readonly<Record<string, State>>, aim: Aim = 'prompt:consent:refuse') {
  const made = madeUpPage(states);
  const look = await made.page.look('start');
  const choice = look.reading.prompts[0]?.choices[0];
  const effect = await press(made.page, look, choice?.node ?? -1, aim, choice?.text ?? '');
  return { ...made, effect };
}

test('a question that goes and comes back while the page settles was asked again', async () => {
  const { effect } = await refuse({ start: asking('gone'), gone: { text: 'menu', turnsInto: 'start' } });
  expect(effect).toMatchObject({ closed: true, newPrompt: true, nothing: false });
});

test('the same question after a reload was asked again', async () => {
  const { effect } = await refuse({ start: asking('again'), again: asking('again', { loads: true }) });
  expect(effect).toMatchObject({ closed: true, newPrompt: true, navigated: true, left: false });
});

test('a question that stays where it is was not closed', async () => {
  const { effect } = await refuse({ start: asking('start') });
  expect(effect).toMatchObject({ closed: false, newPrompt: false, nothing: true });
});

test('what a cross pops up is seen, closed, and the page behind goes on', async () => {
  const states = { start: asking('shop'), shop: { popup: true, url: 'http://shop.example.test/', text: 'buy' } };
  const { effect, looks, page } = await refuse(states, 'prompt:ad:close');
  expect(looks.has('shop')).toBe(true);
  expect(page.inPopup()).toBe(false);
  expect(effect).toMatchObject({ left: false, closed: false });
});

test('words of parting where the page was are the same as being shown out', async () => {
  const { effect } = await refuse({ start: asking('bye'), bye: { text: '您已退出，感谢使用。请关闭本页面。' } });
  expect(effect).toMatchObject({ closed: true, left: true });
  const { effect: thanks } = await refuse({
    start: asking('thanks'),
    thanks: { text: '感谢使用，祝您用餐愉快', controls: [['开始点餐']] },
  });
  expect(thanks).toMatchObject({ closed: true, left: false });
});

test('a cross that only makes the same layer ask again has not closed it; another layer in its place has', async () => {
  const layer = (text: string, to: string): State => ({
    prompts: [{ role: 'ad', text, choices: [['close', '×', to]] }],
    controls: [['点餐']],
  });
  for (const [second, closed] of [
    ['好礼还没领，再次点击 × 关闭', false],
    ['第二件半价', true],
  ] as const) {
    const { page } = madeUpPage({ start: layer('直播间抽手机', 'next'), next: layer(second, 'start') });
    const look: typeof page.look = async (reason) => {
      const seen = await page.look(reason);
      return { ...seen, surface: { ...seen.surface, nodes: seen.surface.nodes.map((node) => ({ ...node, backend: node.id + 1 })) } };
    };
    const before = await look('start');
    const effect = await press({ ...page, look }, before, before.reading.prompts[0]?.choices[0]?.node ?? -1, 'prompt:ad:close', '×');
    expect(effect).toMatchObject({ closed, nothing: false });
  }
});
