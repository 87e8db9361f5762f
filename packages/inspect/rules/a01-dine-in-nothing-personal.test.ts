import { a01 } from './a01-dine-in-nothing-personal.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const field = (category: 'phone' | 'birth-date' | 'sex', more: Parameters<typeof a<'field'>>[1]) =>
  a('field', more, { pi: [category], label: category });

samples(a01, [
  ['phone must be given at checkout', 'fail', [field('phone', { required: 'yes' })]],
  ['birthday and sex must be given', 'fail', [field('birth-date', { required: 'yes' }), field('sex', { required: 'yes' })]],
  ['phone at checkout marked optional', 'pass', [field('phone', { markedOptional: true, required: 'no' }), a('function-reached')]],
  ['nothing asked', 'pass', [a('function-reached')]],
  ['not marked at all', 'cannot-tell', [field('phone', { required: 'unknown' })]],
  ['in the form for joining', 'cannot-tell', [field('phone', { required: 'yes', form: '会员注册' })]],
  ['channel unknown', 'cannot-tell', [field('phone', { required: 'yes' })], { channel: null }],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'time' })]],
]);
