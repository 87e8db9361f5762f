import { g20 } from './g20-related-to-function.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const field = (category: 'id-number' | 'phone' | 'birth-date' | 'plate' | 'address' | 'verification-code', more = {}) =>
  a('field', more, { pi: [category], label: category });
const training = { scene: 'S3', channel: null };
const guardian = a('tick-box', { purposes: ['children'] }, { label: '我是孩子的监护人，同意处理孩子的年龄段' });
const parking = { scene: 'S2', channel: null };

const oneTap = a('field', { control: 'one-tap' }, { pi: ['phone'], label: '一键授权手机号' });
const sheet = (more: Parameters<typeof dialog>[0], closed: 'yes' | 'no') =>
  dialog(
    { role: 'phone', ...more },
    { role: 'agree', label: '一键授权手机号' },
    { role: 'refuse', effect: { tried: true, closed, left: 'no', reprompted: 'no', proceeded: 'unknown' } },
  );

samples(g20, [
  ['one tap that could be refused', 'cannot-tell', [oneTap, ...sheet({}, 'yes'), reached]],
  ['one tap whose refusal does nothing', 'fail', [oneTap, ...sheet({}, 'no'), reached]],
  ['one tap asked again after the refusal', 'fail', [oneTap, ...sheet({ afterRefusal: 1 }, 'yes'), reached]],
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
  [
    'age of a child under a parent’s box',
    'cannot-tell',
    [a('field', { form: '预约试听', subject: 'child' }, { pi: ['minor'], label: '孩子年龄段' }), guardian, reached],
    training,
  ],
  [
    'age of a child, no parent asked',
    'fail',
    [a('field', { form: '预约试听', subject: 'child' }, { pi: ['minor'], label: '孩子年龄段' }), reached],
    training,
  ],
  [
    'identity number of a child, whoever agrees',
    'fail',
    [a('field', { form: '预约试听', subject: 'child' }, { pi: ['id-number'], label: '孩子身份证号' }), guardian, reached],
    training,
  ],
  [
    'name marked optional, the lists silent',
    'pass',
    [a('field', { form: '预约看房', markedOptional: true }, { pi: ['name'], label: '称呼（选填）' }), reached],
    { scene: 'S5', channel: null },
  ],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
  [
    'a number with its code in the registration that shuts the way',
    'fail',
    [
      field('phone', { form: '注册会员后缴费' }),
      field('verification-code', { form: '注册会员后缴费' }),
      a('gate', { needs: 'membership', refusable: 'no' }),
      a('function-reached', { reached: 'no', stoppedBy: 'membership' }),
    ],
    parking,
  ],
]);
