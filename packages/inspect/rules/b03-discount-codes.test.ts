import { b03 } from './b03-discount-codes.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { PiCategory } from '@liangjian/law';
const field = (category: PiCategory) => a('field', { required: 'yes', form: '停车优惠领取' }, { pi: [category], label: category });
const parking = { scene: 'S2', channel: null };

samples(b03, [
  ['identity number for a voucher', 'fail', [field('id-number')], parking],
  ['plate for a voucher', 'pass', [field('plate')], parking],
  ['phone for points: lists are silent', 'cannot-tell', [field('phone')], parking],
  ['no such form', 'pass', [a('function-reached')], parking],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'time' })], parking],
]);
