import { a08 } from './a08-delivery-list.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { PiCategory } from '@liangjian/law';
const field = (category: PiCategory, more: Parameters<typeof a<'field'>>[1] = {}) =>
  a('field', { required: 'yes', ...more }, { pi: [category], label: category });

samples(a08, [
  ['birthday and identity number must be given', 'fail', [field('birth-date'), field('id-number')], { channel: 'delivery' }],
  ['name, address, phone', 'pass', [field('name'), field('address'), field('phone')], { channel: 'delivery' }],
  ['birthday marked optional', 'pass', [field('birth-date', { markedOptional: true, required: 'no' })], { channel: 'delivery' }],
  ['not marked either way', 'cannot-tell', [field('birth-date', { required: 'unknown' })], { channel: 'delivery' }],
  ['channel unknown', 'cannot-tell', [field('birth-date')], { channel: null }],
]);
