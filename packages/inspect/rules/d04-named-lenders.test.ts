import { d04 } from './d04-named-lenders.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { Purpose } from '../facts/fact.ts';
const tick = (label: string, purposes: Purpose[], initial: 'clear' | 'ticked' = 'clear') => a('tick-box', { purposes, initial }, { label });
const loan = { scene: 'S4', channel: null };

samples(d04, [
  [
    'all partners in one tick',
    'fail',
    [tick('同意《服务协议》，向平台及全部合作机构提供我的信息', ['user-agreement', 'third-party'])],
    loan,
  ],
  ['a box of its own for all partners, no list', 'fail', [tick('授权向所有合作机构提供信息', ['third-party'])], loan],
  ['named lender, box of its own', 'pass', [tick('同意将申请信息提供给合作方示例银行股份有限公司', ['third-party'])], loan],
  ['says it passes nothing on', 'pass', [tick('不会向第三方提供，同意《隐私政策》', ['privacy-policy']), a('function-reached')], loan],
  ['nothing of the kind', 'pass', [a('function-reached')], loan],
  [
    'partners with a list beside it',
    'cannot-tell',
    [tick('授权向合作机构提供信息', ['third-party']), a('policy-link', { document: 'sharing-list' })],
    loan,
  ],
  ['wall', 'cannot-tell', [a('limit', { what: 'wechat-wall' })], loan],
  [
    'kinds of companies name nobody',
    'fail',
    [tick('允许提供给平台全部合作机构（包括但不限于银行、担保、催收、保险公司）', ['third-party', 'marketing'])],
    loan,
  ],
]);
