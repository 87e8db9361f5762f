import { a07 } from './a07-pick-up-code-only.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { PiCategory } from '@liangjian/law';
const field = (category: PiCategory, more: Parameters<typeof a<'field'>>[1] = {}) =>
  a('field', { required: 'yes', ...more }, { pi: [category], label: category });

samples(a07, [
  ['address must be given', 'fail', [field('address')], { channel: 'pick-up' }],
  ['phone marked optional', 'pass', [field('phone', { markedOptional: true, required: 'no' })], { channel: 'pick-up' }],
  ['phone must be given: our list only', 'cannot-tell', [field('phone')], { channel: 'pick-up' }],
  ['channel unknown', 'cannot-tell', [field('address')], { channel: null }],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'time' })], { channel: 'pick-up' }],
]);
