import { b01 } from './b01-code-opens-payment.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const parking = { scene: 'S2', channel: null };

samples(b01, [
  ['opens a membership page', 'fail', [a('landing', { page: 'membership' })], parking],
  [
    'opens the mall, registration bars the way',
    'fail',
    [a('landing', { page: 'shop' }), a('gate', { needs: 'membership', refusable: 'no' })],
    parking,
  ],
  [
    'opens the mall, the walk ends at joining',
    'fail',
    [a('landing', { page: 'shop' }), a('function-reached', { reached: 'no', stoppedBy: 'membership' })],
    parking,
  ],
  ['opens the payment', 'pass', [a('landing', { page: 'plate-payment' })], parking],
  ['mall page, nothing in the way', 'cannot-tell', [a('landing', { page: 'shop' })], parking],
  ['first page unknown', 'cannot-tell', [a('landing', { page: 'unknown' })], parking],
  ['visits differ', 'cannot-tell', [a('landing', { page: 'plate-payment' }), a('landing', { page: 'membership' })], parking],
  ['wall', 'cannot-tell', [a('landing', { page: 'wall' }), a('limit', { what: 'wechat-wall' })], parking],
]);
