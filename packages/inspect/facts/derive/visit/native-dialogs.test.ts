import { expect, test } from 'vitest';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import type { ArmName, Fact } from '../../fact.ts';
import { asksConsent, deriveNativePrompts } from './native-dialogs.ts';
import { consentChoiceSeq } from './visit.ts';

const ASKS = '请阅读页面底部的《用户协议》和《隐私政策》。点击“确定”表示同意，点击“取消”将离开本店。';

function arm(name: ArmName, answer: 'accepted' | 'dismissed', leaves: boolean, message = ASKS) {
  const base = { stage: 'arrive', step: 0, target: 'page' };
  const rest = leaves ? [{ t: 950, type: 'navigation', url: 'http://shop.test/bye', frame: 'f', reason: 'scriptInitiated' }] : [];
  const events = [
    { t: 100, type: 'navigation', url: 'http://shop.test/', frame: 'f', reason: 'browser' },
    { t: 900, type: 'native-dialog', kind: 'confirm', message, answer },
    ...rest,
    { t: 1500, type: 'surface', surface: 's', screenshot: 'p', reason: 'first', url: '', title: '' },
  ].map((event, index) => ({ seq: index + 1, ...base, ...event })) as unknown as LedgerEvent[];
  return { arm: name, events, choiceSeq: consentChoiceSeq(events, asksConsent) };
}

const derive = (arms: readonly ReturnType<typeof arm>[]) => {
  const facts = deriveNativePrompts({
    arms,
    hadConsentPrompt: true,
    surface: () => {
      throw new Error('not looked at');
    },
    reading: () => {
      throw new Error('not looked at');
    },
    scene: null,
  });
  return {
    prompt: facts.find((fact): fact is Fact<'prompt'> => fact.type === 'prompt'),
    choice: (role: string) => facts.find((fact): fact is Fact<'choice'> => fact.type === 'choice' && fact.detail.role === role),
  };
};

test("a question in the browser's own dialog is a prompt; refusing that throws out is seen as leaving", () => {
  const { prompt, choice } = derive([arm('refuse', 'dismissed', true), arm('accept', 'accepted', false)]);
  expect(prompt?.detail).toMatchObject({
    role: 'consent',
    rendered: 'native',
    trigger: 'native',
    blocking: true,
    arms: ['refuse', 'accept'],
  });
  expect(prompt?.phase).toBe('before-choice');
  expect(choice('refuse')?.detail.effect).toEqual({ tried: true, closed: 'yes', left: 'yes', reprompted: 'no', proceeded: 'no' });
  expect(choice('agree')?.detail.effect).toMatchObject({ tried: true, left: 'no', proceeded: 'yes' });
});

test('refusing that leaves the page open goes on', () => {
  const { choice } = derive([arm('refuse', 'dismissed', false)]);
  expect(choice('refuse')?.detail.effect).toMatchObject({ left: 'no', proceeded: 'yes' });
  expect(choice('agree')?.detail.effect.tried).toBe(false);
});

test('a question about something else is no consent', () => {
  const { prompt } = derive([arm('accept', 'accepted', false, '确定清空购物车吗？')]);
  expect(prompt?.detail.role).not.toBe('consent');
});
