import { c02 } from './c02-four-items-at-enrolment.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { PiCategory } from '@liangjian/law';
const training = { scene: 'S3', channel: null };
const item = (category: PiCategory, more: Parameters<typeof a<'field'>>[1] = {}) =>
  a('field', { form: '课程报名', ...more }, { pi: [category], label: category });

samples(c02, [
  ['identity number at enrolment', 'fail', [item('id-number', { required: 'yes' })], training],
  ['school asked, no mark', 'fail', [item('education')], training],
  ['the four items', 'pass', [item('name'), item('birth-date'), item('phone', { required: 'yes' })], training],
  ['address marked optional', 'pass', [item('address', { markedOptional: true, required: 'no' })], training],
  ['school in the trial form is another row', 'cannot-tell', [item('education', { form: '预约试听' }), a('function-reached')], training],
  ['not required by the mark of the others', 'pass', [item('address', { required: 'no' }), item('name')], training],
  ['enrolment never seen', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })], training],
]);
