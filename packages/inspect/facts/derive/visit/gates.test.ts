import { expect, test } from 'vitest';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import { readSurface } from '../../../surface/read-surface.ts';
import { handSurface } from '../../../surface/testing/hand-surface.ts';
import type { ArmName } from '../../fact.ts';
import { deriveGates } from './gates.ts';
import { WALK_END_NOTE, type WalkEnd } from './walk.ts';

const button = (text: string) => ({ tag: 'button', clickable: true, children: [{ tag: '#text', text }] });
const line = (text: string) => ({ tag: 'p', children: [{ tag: '#text', text }] });

/** Whether the demand of a screen, on which the walk of an arm ended so, can be refused. */
function refusable(arm: ArmName, end: Partial<WalkEnd>, ...body: Parameters<typeof handSurface>[0]) {
  const surface = handSurface(body);
  const detail = { function: 'rent', reached: 'unknown', steps: 1, stoppedBy: 'no-way-forward', exhausted: true, ...end };
  const events = [
    { seq: 1, type: 'surface', stage: 'use', step: 1, surface: 's', screenshot: null },
    { seq: 2, type: 'note', stage: 'use', step: 1, code: WALK_END_NOTE, detail: JSON.stringify(detail) },
  ] as unknown as LedgerEvent[];
  const reading = readSurface(surface);
  return deriveGates({
    arms: [{ arm, events, choiceSeq: null }],
    hadConsentPrompt: false,
    surface: () => surface,
    reading: () => reading,
    scene: 'S6',
  }).map((gate) => [gate.detail.needs, gate.detail.refusable]);
}

test('a walk that ends before a sentence that demands, with nothing round it, was shut out', () => {
  expect(refusable('refuse', {}, line('请授权位置信息后使用'), button('关于我们'))).toEqual([['location', 'no']]);
  expect(refusable('untouched', {}, line('请完成人脸识别后继续申请借款'))).toEqual([['face', 'no']]);
});

test('a way round the demand, a function that was reached, or an arm that gave all leave it open', () => {
  expect(refusable('refuse', {}, line('请授权位置信息后使用'), button('手动选择门店'))).toEqual([['location', 'unknown']]);
  expect(refusable('refuse', { reached: 'yes', stoppedBy: null }, line('请授权位置信息后使用'))).toEqual([['location', 'yes']]);
  expect(refusable('accept', {}, line('请授权位置信息后使用'))).toEqual([['location', 'unknown']]);
});
