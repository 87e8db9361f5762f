import { e09 } from './e09-basic-set-for-homes.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { PiCategory } from '@liangjian/law';
const field = (category: PiCategory, more: Parameters<typeof a<'field'>>[1] = {}) =>
  a('field', { required: 'yes', ...more }, { pi: [category], label: category });
const homes = { scene: 'S5', channel: null };

samples(e09, [
  ['sex and birthday must be given', 'fail', [field('sex'), field('birth-date')], homes],
  ['phone only', 'pass', [field('phone')], homes],
  ['identity number: perhaps for a contract', 'cannot-tell', [field('id-number')], homes],
  ['birthday not marked', 'cannot-tell', [field('birth-date', { required: 'unknown' })], homes],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })], homes],
]);
