import { h02 } from './h02-first-run-notice.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const notice = dialog({}, { role: 'agree' }, { role: 'refuse' });
const till = { scene: 'S7', channel: 'checkout' };

samples(h02, [
  ['location before any choice', 'fail', [...notice, a('permission', { trigger: 'load', stage: 'arrive' })], till],
  [
    'storage without any notice',
    'fail',
    [a('permission', { permission: 'storage', trigger: 'load', stage: 'arrive' }, { phase: 'no-choice' })],
    till,
  ],
  ['phone asked, no notice at all', 'fail', [a('field', { required: 'yes' }, { pi: ['phone'] }), a('function-reached')], till],
  ['notice first', 'pass', [...notice, a('permission', {}, { phase: 'after-accept' })], till],
  ['location on a press', 'pass', [...notice, a('permission', { trigger: 'input' })], till],
  ['notice is a picture', 'cannot-tell', [a('prompt', { role: 'unknown', confidence: 0.2, rendered: 'image' })], till],
]);
