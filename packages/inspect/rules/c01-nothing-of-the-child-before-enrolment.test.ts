import { c01 } from './c01-nothing-of-the-child-before-enrolment.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const training = { scene: 'S3', channel: null };
const child = (form: string, more: Parameters<typeof a<'field'>>[1] = {}) =>
  a('field', { subject: 'child', form, ...more }, { pi: ['name', 'minor'], label: '孩子姓名' });
const guardian = a('tick-box', { purposes: ['children'] }, { label: '我是孩子的监护人，单独同意' });

samples(c01, [
  ['trial form asks the child’s name', 'fail', [child('预约试听', { required: 'yes' })], training],
  ['questionnaire, no mark at all', 'fail', [child('学习问卷')], training],
  ['trial asks the parent only', 'pass', [a('field', { form: '预约试听', markedOptional: true }, { pi: ['phone'] })], training],
  ['child at enrolment only', 'pass', [child('课程报名'), a('function-reached')], training],
  ['guardian consents first', 'cannot-tell', [child('预约试听'), guardian], training],
  ['marked optional', 'cannot-tell', [child('预约试听', { markedOptional: true })], training],
  ['form nobody can place', 'cannot-tell', [child('信息登记')], training],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'time' })], training],
]);
