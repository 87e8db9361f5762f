import { g20 } from './g20-related-to-function.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const field = (category: 'id-number' | 'phone' | 'birth-date' | 'plate' | 'address' | 'verification-code', more = {}) =>
  a('field', more, { pi: [category], label: category });
const parking = { scene: 'S2', channel: null };

samples(g20, [
  ['ID number at the table', 'fail', [field('id-number'), reached]],
  ['birthday at the table, required', 'fail', [field('birth-date', { required: 'yes' }), reached]],
  ['address for parking', 'fail', [field('plate'), field('address'), reached], parking],
  ['identity number at enrolment', 'fail', [field('id-number', { form: '课程报名' }), reached], { scene: 'S3', channel: null }],
  ['birth date at a trial lesson', 'fail', [field('birth-date', { form: '预约试听' }), reached], { scene: 'S3', channel: null }],
  ['birth date at enrolment', 'pass', [field('birth-date', { form: '课程报名' }), reached], { scene: 'S3', channel: null }],
  ['birth date, step unknown', 'cannot-tell', [field('birth-date', { form: '提交' }), reached], { scene: 'S3', channel: null }],
  ['plate for parking', 'pass', [field('plate'), reached], parking],
  ['name, address, phone for delivery', 'pass', [field('phone'), field('address'), reached], { channel: 'delivery' }],
  ['a code alone says nothing', 'pass', [field('verification-code'), reached]],
  ['nothing asked', 'pass', [reached]],
  ['our own reading of the account page', 'pass', [field('id-number', { stage: 'read' }), reached]],
  ['birthday marked optional', 'cannot-tell', [field('birth-date', { markedOptional: true }), reached]],
  ['birthday in the member form', 'cannot-tell', [field('birth-date', { form: '会员注册' }), reached]],
  ['no scene, ID number', 'cannot-tell', [field('id-number'), reached], { scene: null, channel: null }],
  ['no scene, phone', 'cannot-tell', [field('phone'), reached], { scene: null, channel: null }],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
]);
