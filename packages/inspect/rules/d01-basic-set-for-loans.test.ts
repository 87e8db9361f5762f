import { d01 } from './d01-basic-set-for-loans.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { PiCategory } from '@liangjian/law';
const loan = { scene: 'S4', channel: null };
const field = (category: PiCategory, more: Parameters<typeof a<'field'>>[1] = {}) =>
  a('field', { required: 'yes', form: '额度申请', ...more }, { pi: [category], label: category });

samples(d01, [
  ['call log must be uploaded', 'fail', [field('name'), field('call-log')], loan],
  ['basic set', 'pass', [field('name'), field('phone'), field('id-number'), field('bank-card')], loan],
  ['marital status must be given', 'fail', [field('marital'), field('income')], loan],
  ['income: perhaps owed for judging the loan', 'cannot-tell', [field('income')], loan],
  ['contacts marked optional', 'pass', [field('contacts', { markedOptional: true, required: 'no' })], loan],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })], loan],
]);
