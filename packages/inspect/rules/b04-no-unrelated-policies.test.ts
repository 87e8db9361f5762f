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
  [
    'another company’s platform under the box',
    'fail',
    [
      tick('同意《隐私政策》《悦积分平台用户服务协议》', ['privacy-policy', 'user-agreement']),
      a('operator', {}, { label: '上海恒泰商业管理有限公司' }),
    ],
    parking,
  ],
  [
    'the operator named in its own policy',
    'pass',
    [tick('同意《上海恒泰商业管理有限公司隐私政策》', ['privacy-policy']), a('operator', {}, { label: '上海恒泰商业管理有限公司' })],
    parking,
  ],
  [
    'a company that takes the money',
    'cannot-tell',
    [tick('同意《汇享支付有限公司隐私政策》', ['privacy-policy']), a('operator', {}, { label: '上海恒泰商业管理有限公司' })],
    parking,
  ],
  ['own policy only', 'pass', [tick('同意《隐私政策》', ['privacy-policy'])], parking],
  ['payment service is part of paying', 'pass', [tick('同意《微信支付合作方用户协议》', ['user-agreement'])], parking],
  ['nothing to agree to', 'pass', [a('function-reached')], parking],
  ['third parties without a title', 'cannot-tell', [tick('同意向第三方提供', ['third-party'])], parking],
  ['wall', 'cannot-tell', [a('limit', { what: 'wechat-wall' })], parking],
  ['a bank’s form under the box', 'fail', [tick('同意《用户协议》《示例银行个人信息处理授权书》', ['user-agreement'])], parking],
]);
