import { expect, test } from 'vitest';
import { deriveControls } from './controls.ts';
import type { VisitInput } from './visit.ts';

const node = { id: 0, parent: -1, tag: 'html', attributes: {}, children: [], box: null, frame: 0, shadow: null };
const tick = { node: 0, press: 0, state: 'clear', label: '开启个性化推荐与营销消息' };

/** One look with these things on view. */
function seen(stage: 'arrive' | 'read', reading: { controls?: object[]; fields?: object[]; ticks?: object[] }): VisitInput {
  return {
    arms: [
      { arm: 'untouched', choiceSeq: null, events: [{ type: 'surface', seq: 0, stage, step: 0, surface: 'a', url: 'https://a.example/' }] },
    ],
    hadConsentPrompt: false,
    scene: 'S6',
    surface: () => ({ nodes: [node], frames: [], viewport: {} }),
    reading: () => ({ controls: [], fields: [], ticks: [], prompts: [], ...reading }),
  } as unknown as VisitInput;
}
const roles = (input: VisitInput) => deriveControls(input).map(({ detail }) => [detail.role, detail.state]);

test('a list to choose the place from is a way without the position', () => {
  expect(roles(seen('arrive', { fields: [{ node: 0, label: '或手动选择区域' }] }))).toEqual([['manual-location', 'unknown']]);
  expect(roles(seen('arrive', { fields: [{ node: 0, label: '投诉内容' }] }))).toEqual([]);
});

test('a switch on the account page is a switch; a box that asks for consent is none', () => {
  expect(roles(seen('read', { ticks: [tick] }))).toEqual([['personalisation-switch', 'off']]);
  expect(roles(seen('arrive', { ticks: [tick] }))).toEqual([]);
});
