import { h03 } from './h03-one-tap-refusable.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const till = { scene: 'S7', channel: 'checkout' };

samples(h03, [
  [
    'layer with one answer',
    'fail',
    [
      ...dialog({ role: 'phone', text: '申请获取您的手机号' }, { role: 'agree', label: '允许' }),
      a('function-reached', { reached: 'no', stoppedBy: 'phone' }),
    ],
    till,
  ],
  ['declined, bought', 'pass', [...dialog({ role: 'phone' }, { role: 'agree' }, { role: 'refuse' }), a('function-reached')], till],
  ['never asked', 'pass', [a('function-reached')], till],
  [
    'guest path',
    'cannot-tell',
    [a('gate', { refusable: 'no' }), a('control'), a('function-reached', { reached: 'no', stoppedBy: 'phone' })],
    till,
  ],
  ['not tried', 'cannot-tell', [a('gate', { refusable: 'unknown' })], till],
]);
