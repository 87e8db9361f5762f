import { g18 } from './g18-withdrawal.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const policy = a('policy-text');
const clause = (verdict: 'present' | 'absent' | 'unreadable') => a('policy-clause', { element: 'consent-withdrawal', verdict });

samples(g18, [
  ['consent asked, policy silent, no control', 'fail', [...dialog({}, { role: 'agree' }), policy, clause('absent')]],
  [
    'authority over number and picture asked, policy silent',
    'fail',
    [...dialog({ role: 'phone', text: '申请授权您的手机号' }, { role: 'login' }), policy, clause('absent')],
  ],
  ['policy file alone, silent: consent may not be its ground', 'cannot-tell', [policy, clause('absent')], { kind: 'policy', arms: [] }],
  ['control offered', 'pass', [policy, clause('absent'), a('control', { role: 'consent-withdrawal', taps: 3 })]],
  ['described only', 'cannot-tell', [policy, clause('present')]],
  [
    'named in the policy as a control',
    'cannot-tell',
    [policy, clause('absent'), a('control', { role: 'consent-withdrawal', found: 'policy' })],
  ],
  ['control found but leads nowhere', 'cannot-tell', [policy, a('control', { role: 'consent-withdrawal', reached: 'no' })]],
  ['unreadable', 'cannot-tell', [policy, clause('unreadable')]],
  ['another company’s policy', 'cannot-tell', [a('policy-text', { foreign: 'yes' }), clause('absent')]],
  ['nothing read', 'cannot-tell', []],
]);
