import { g32 } from './g32-correction-deletion-closing.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const policy = a('policy-text');
const clause = (element: string, verdict: 'present' | 'absent' | 'empty' | 'unreadable') => a('policy-clause', { element, verdict });
const phone = a('field', {}, { pi: ['phone'] });
const closing = a('control', { role: 'account-closing' });
const deletion = a('control', { role: 'deletion' });

samples(g32, [
  [
    'policy silent, no control, data asked',
    'fail',
    [policy, clause('correction-deletion', 'absent'), clause('account-closing', 'absent'), phone],
  ],
  ['policy file alone, silent', 'fail', [policy, clause('correction-deletion', 'empty')], { kind: 'policy', arms: [], scene: null }],
  [
    'members are joined, closing is left out',
    'fail',
    [policy, clause('correction-deletion', 'present'), clause('account-closing', 'absent'), a('gate', { needs: 'membership' })],
  ],
  ['ways offered', 'pass', [policy, closing, deletion, phone, a('gate', { needs: 'login' })]],
  [
    'closing offered, the policy tells how to correct and delete',
    'pass',
    [policy, closing, phone, a('policy-clause', { element: 'correction-deletion', verdict: 'present', slots: { channel: ['邮箱'] } })],
  ],
  ['closing offered, the policy names no channel', 'cannot-tell', [policy, closing, phone, clause('correction-deletion', 'present')]],
  ['no account: deletion is enough', 'pass', [deletion]],
  ['nothing asked, no account', 'pass', [a('function-reached')]],
  ['closing alone, the rest behind the log-in', 'cannot-tell', [closing, phone]],
  ['described only', 'cannot-tell', [policy, clause('correction-deletion', 'present'), clause('account-closing', 'present'), phone]],
  ['unreadable', 'cannot-tell', [policy, clause('correction-deletion', 'unreadable'), phone]],
  ['policy of another company', 'cannot-tell', [a('policy-text', { foreign: 'yes' }), clause('correction-deletion', 'absent'), phone]],
  ['no policy read, login needed', 'cannot-tell', [phone, a('limit', { what: 'login-needed' })]],
]);
