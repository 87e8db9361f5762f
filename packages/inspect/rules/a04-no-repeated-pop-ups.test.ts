import { a04 } from './a04-no-repeated-pop-ups.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const joins = (count: number) => a('prompt', { role: 'membership', count });

samples(a04, [
  ['membership at three stages of one visit', 'fail', [joins(1), joins(1), joins(1)]],
  ['one layer, four showings', 'fail', [joins(4)]],
  ['declined, and up again', 'fail', [a('prompt', { role: 'membership', count: 2, afterRefusal: 1 })]],
  ['once each', 'pass', [joins(1), a('prompt', { role: 'location' })]],
  [
    'once in each of three visits is once',
    'pass',
    (['untouched', 'refuse', 'accept'] as const).map((arm) => a('prompt', { role: 'membership', arms: [arm] })),
  ],
  ['none', 'pass', [a('function-reached')]],
  ['twice', 'cannot-tell', [joins(2)]],
  ['role in doubt', 'cannot-tell', [a('prompt', { role: 'membership', count: 5, confidence: 0.3 })]],
  [
    'the number asked for by a coupon, a membership and a location pop-up in turn',
    'fail',
    [
      a('prompt', { role: 'coupon', text: '授权手机号，成为会员立减 3 元', purposes: [] }),
      a('prompt', { role: 'membership', text: '授权手机号，加入会员享 9 折', purposes: [] }),
      a('prompt', { role: 'location', text: '授权位置和手机号，领取红包', purposes: [] }),
      a('function-reached'),
    ],
  ],
]);
