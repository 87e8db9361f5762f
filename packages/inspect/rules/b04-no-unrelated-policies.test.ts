import { b04 } from './b04-no-unrelated-policies.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { Purpose } from '../facts/fact.ts';
const tick = (label: string, purposes: Purpose[]) => a('tick-box', { purposes }, { label });
const parking = { scene: 'S2', channel: null };

samples(b04, [
  [
    'advertiser’s policy under the box',
    'fail',
    [tick('我已阅读并同意《隐私政策》《示例广告平台隐私政策》', ['privacy-policy', 'third-party'])],
    parking,
  ],
  ['lender in the dialog', 'fail', [a('prompt', { text: '请同意《示例贷款服务协议》后缴费', purposes: ['other-agreement'] })], parking],
  ['own policy only', 'pass', [tick('同意《隐私政策》', ['privacy-policy'])], parking],
  ['payment service is part of paying', 'pass', [tick('同意《微信支付合作方用户协议》', ['user-agreement'])], parking],
  ['nothing to agree to', 'pass', [a('function-reached')], parking],
  ['third parties without a title', 'cannot-tell', [tick('同意向第三方提供', ['third-party'])], parking],
  ['wall', 'cannot-tell', [a('limit', { what: 'wechat-wall' })], parking],
]);
