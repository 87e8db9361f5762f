import { expect, test } from 'vitest';
import { answerPrompts } from './answer-prompts.ts';
import type { Stance } from './page.ts';
import { madeUpPage, type State } from './testing/made-up-page.ts';

const layer = (choices: NonNullable<State['prompts']>[number]['choices'], more: Partial<State> = {}): State => ({
  prompts: [{ role: 'consent', text: '隐私选择', choices }],
  ...more,
});

const states: Record<string, State> = {
  start: layer([
    ['settings', '管理选项', 'layer'],
    ['agree', '全部接受', 'menu'],
  ]),
  layer: layer(
    [
      ['agree', '保存并全部接受', 'menu'],
      ['acknowledge', '保存选择', 'saved'],
    ],
    { ticks: [['个性化推荐', 'ticked', 'off']] },
  ),
  off: layer(
    [
      ['agree', '保存并全部接受', 'menu'],
      ['acknowledge', '保存选择', 'saved'],
    ],
    { ticks: [['个性化推荐', 'clear', 'layer']] },
  ),
  saved: { text: 'menu' },
  menu: { text: 'menu' },
};

async function answered(stance: Stance) {
  const made = madeUpPage(states);
  await answerPrompts(made.page, await made.page.look('start'), stance);
  return { now: made.now(), aims: made.ledger.flatMap(({ type, data }) => (type === 'input' ? [data['aim']] : [])) };
}

test('where only settings lead out, the refusing arm opens them, switches off what was on, and saves', async () => {
  const { now, aims } = await answered('refuse');
  expect(now).toBe('saved');
  expect(aims).toEqual(['prompt:consent:settings', 'tick:other', 'prompt:consent:refuse']);
});

test('the other arms leave settings alone', async () => {
  expect(await answered('leave-alone')).toEqual({ now: 'start', aims: [] });
  expect((await answered('agree')).aims).toEqual(['prompt:consent:agree']);
});
