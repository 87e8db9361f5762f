import { g17 } from './g17-no-deceit.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const stopped = a('function-reached', { reached: 'no', stoppedBy: 'membership' });
const gone = { tried: true, closed: 'no', left: 'yes', reprompted: 'no', proceeded: 'no' } as const;

samples(g17, [
  ['"停车缴费" opens membership', 'fail', [a('landing', { page: 'membership' }, { label: '停车缴费' }), stopped]],
  ['"扫码点餐" opens a follow page', 'fail', [a('landing', { page: 'follow' }, { label: '扫码点餐' }), stopped]],
  ['member layer over the menu that can be put aside', 'pass', [a('landing', { page: 'membership' }, { label: '扫码点餐' }), reached]],
  ['member page under a service title, walk unknown', 'cannot-tell', [a('landing', { page: 'membership' }, { label: '停车缴费' })]],
  [
    'gift button that agrees by small print',
    'fail',
    dialog({ role: 'consent', text: '新人礼 8 元，点击领取即表示同意《隐私政策》' }, { role: 'agree', label: '立即领取' }),
  ],
  [
    'closing counts as agreement',
    'fail',
    dialog({ role: 'membership', text: '开通会员并接收短信\n关闭即代表同意开通' }, { role: 'agree' }, { role: 'close' }),
  ],
  ['a member code opens membership', 'pass', [a('landing', { page: 'membership' }, { label: '会员缴费中心' }), reached]],
  ['controls do what they say', 'pass', [...dialog({}, { role: 'agree' }, { role: 'refuse' })]],
  ['whole walk, nothing odd', 'pass', [a('landing'), reached]],
  [
    '"立即领取" makes a member',
    'cannot-tell',
    [...dialog({ role: 'coupon', purposes: ['membership'] }, { role: 'agree', label: '立即领取' }), reached],
  ],
  ['grey cross leaves for elsewhere', 'cannot-tell', [...dialog({ role: 'coupon' }, { role: 'close', effect: gone }), reached]],
  ['"不同意" may leave', 'pass', [...dialog({}, { role: 'refuse', effect: gone }), reached]],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
]);
