import { d02 } from './d02-no-contacts-for-a-loan.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const loan = { scene: 'S4', channel: null };

samples(d02, [
  [
    'layer for all of them, no way past',
    'fail',
    [...dialog({ role: 'permission', text: '需要获取通讯录、通话记录、短信权限' }, { role: 'agree', label: '全部允许' })],
    loan,
  ],
  [
    'the page says: refused, no loan',
    'fail',
    [...dialog({ role: 'permission', text: '读取通讯录。拒绝授权将无法申请贷款' }, { role: 'agree' }, { role: 'refuse' })],
    loan,
  ],
  ['call log must be uploaded', 'fail', [a('field', { required: 'yes' }, { pi: ['call-log'], label: '通话记录' })], loan],
  [
    'asked, refused, went on',
    'pass',
    [...dialog({ role: 'permission', text: '读取通讯录' }, { role: 'agree' }, { role: 'refuse' }), a('function-reached')],
    loan,
  ],
  [
    'the page says it needs none',
    'pass',
    [...dialog({ role: 'notice', text: '不需要通讯录、短信、通话记录' }, { role: 'acknowledge' }), a('function-reached')],
    loan,
  ],
  ['never asked', 'pass', [a('function-reached')], loan],
  ['permission asked on a press', 'cannot-tell', [a('permission', { permission: 'contacts' }, { pi: ['contacts'] })], loan],
  ['code reads contacts somewhere', 'cannot-tell', [a('collects', { name: 'getContacts' }, { pi: ['contacts'] })], loan],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })], loan],
]);
