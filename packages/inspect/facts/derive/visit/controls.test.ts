import { expect, test } from 'vitest';
import { deriveControls } from './controls.ts';
import type { VisitInput } from './visit.ts';

const node = { id: 0, parent: -1, tag: 'html', attributes: {}, children: [], box: null, frame: 0, shadow: null };
const tick = { node: 0, press: 0, state: 'clear', label: '开启个性化推荐与营销消息' };

/** One look with these things on view. */
function seen(stage: 'arrive' | 'read', reading: { text?: string; controls?: object[]; fields?: object[]; ticks?: object[] }): VisitInput {
  return {
    arms: [
      { arm: 'untouched', choiceSeq: null, events: [{ type: 'surface', seq: 0, stage, step: 0, surface: 'a', url: 'https://a.example/' }] },
    ],
    hadConsentPrompt: false,
    scene: 'S6',
    surface: () => ({ nodes: [node], frames: [], viewport: {} }),
    reading: () => ({ text: '', controls: [], fields: [], ticks: [], prompts: [], ...reading }),
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

test('what an account page says of the conditions of a right is kept', () => {
  const line = '注销账号：请邮寄手持身份证照片和申请书原件，审核通过后办理';
  expect(deriveControls(seen('use' as 'read', { text: `我的\n${line}` })).map(({ detail }) => [detail.role, detail.conditions])).toEqual([
    ['account-closing', [line]],
  ]);
  expect(deriveControls(seen('read', { text: '注销账号：无需材料，点击后立即注销' }))).toEqual([]);
});
