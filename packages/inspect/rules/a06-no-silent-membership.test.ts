import { a06 } from './a06-no-silent-membership.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

samples(a06, [
  ['joining ticked in advance', 'fail', [a('tick-box', { initial: 'ticked', purposes: ['membership'] }, { label: '加入会员' })]],
  ['ordering makes a member', 'fail', [a('prompt', { role: 'notice', text: '下单即自动注册为会员' })]],
  [
    'gift pop-up will not close',
    'fail',
    dialog(
      { role: 'coupon', text: '新人礼' },
      { role: 'close', effect: { tried: true, closed: 'no', left: 'no', reprompted: 'no', proceeded: 'no' } },
    ),
  ],
  ['gift closes', 'pass', dialog({ role: 'coupon', text: '新人礼' }, { role: 'close' })],
  ['empty box for joining', 'pass', [a('tick-box', { purposes: ['membership'] }, { label: '加入会员' }), a('function-reached')]],
  ['nothing of the kind', 'pass', [a('function-reached')]],
  ['gift is a picture', 'cannot-tell', dialog({ role: 'coupon', rendered: 'image' })],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'time' })]],
]);
