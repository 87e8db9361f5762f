import type { Text } from '@liangjian/law';
import type { Fact, GateNeed } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';
import { text } from './text.ts';

const WORDS: Readonly<Record<GateNeed, Text>> = {
  agreement: text('同意协议', 'agreeing to terms'),
  login: text('登录', 'logging in'),
  phone: text('提供手机号', 'giving a phone number'),
  profile: text('提供昵称、头像等资料', 'giving nickname, picture or other profile data'),
  membership: text('成为会员', 'becoming a member'),
  follow: text('关注账号、加群或添加员工', 'following an account, joining a group or adding staff'),
  location: text('提供位置', 'giving the location'),
  face: text('人脸识别', 'face recognition'),
  identity: text('实名认证', 'identity verification'),
  wechat: text('在微信中打开', 'opening it in WeChat'),
  'app-download': text('下载应用', 'installing an app'),
  'robot-check': text('人机验证', 'a robot check'),
  age: text('年龄确认', 'an age check'),
  fields: text('填写表单', 'filling in a form'),
  payment: text('支付', 'paying'),
  other: text('其他条件', 'another condition'),
};

/** What a gate demands, in words. */
export const needWords = (need: string): Text => WORDS[need as GateNeed] ?? text('其他条件', 'another condition');

/** Things that stood between the visitor and the basic function. */
export const gatesOf = (facts: FactView, ...needs: readonly GateNeed[]): readonly Fact<'gate'>[] =>
  facts.of('gate').filter((gate) => gate.detail.stage !== 'read' && (needs.length === 0 || needs.includes(gate.detail.needs)));

/** How the walk ended, in this arm or in any. */
export const walksOf = (facts: FactView, arm?: 'untouched' | 'refuse' | 'accept' | 'control'): readonly Fact<'function-reached'>[] =>
  facts.of('function-reached').filter((walk) => arm === undefined || walk.detail.arms.includes(arm));

/**
 * The basic function was reached without granting anything. The refusing arm decides, for it leaves fields empty; where it did not run,
 * an arm without a choice counts.
 */
export function reachedWithoutYes(facts: FactView): boolean {
  const refused = walksOf(facts, 'refuse');
  const deciding = refused.length > 0 ? refused : [...walksOf(facts, 'untouched'), ...walksOf(facts, 'control')];
  return deciding.some(({ detail }) => detail.reached === 'yes');
}
