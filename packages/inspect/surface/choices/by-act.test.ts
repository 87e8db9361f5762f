import { expect, it } from 'vitest';
import type { ChoiceReading } from '../model.ts';
import { agreeingByAct } from './by-act.ts';

const choice = (text: string, role: ChoiceReading['role'] = 'other'): ChoiceReading => ({
  node: 1,
  role,
  text,
  shape: 'button',
  weight: 'strongest',
  fontSize: 16,
  contrast: 5,
  area: 100,
  box: { x: 0, y: 0, width: 10, height: 10 },
});

it.each([
  ['新人礼包\n立即领取\n点击领取即表示同意《隐私政策》并授权使用您的个人信息', '立即领取', 'agree'],
  ['送您 8 元，领取即视为同意《隐私政策》', '领取', 'agree'],
  ['点击“开始体验”即代表您已同意《用户协议》', '开始体验', 'agree'],
  ['By tapping Get started, you agree to our Privacy Policy.', 'Get started', 'agree'],
  ['新人礼包\n立即领取\n券有效期七天', '立即领取', 'other'],
  ['点击领取即表示同意《隐私政策》', '活动规则', 'other'],
  ['提交即表示同意《隐私政策》', '提交', 'other'],
  ['领取后即可使用，使用即享九折', '立即领取', 'other'],
] as const)('%s: %s is %s', (text, label, role) => expect(agreeingByAct(text, [choice(label)])[0]?.role).toBe(role));

it('leaves a way out alone', () => {
  expect(agreeingByAct('点击关闭即表示同意《隐私政策》', [choice('关闭', 'close')])[0]?.role).toBe('close');
});
