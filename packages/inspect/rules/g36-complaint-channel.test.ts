import { g36 } from './g36-complaint-channel.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const policy = a('policy-text');
const clause = (verdict: 'present' | 'absent' | 'empty' | 'by-link') => a('policy-clause', { element: 'complaint-channel', verdict });

samples(g36, [
  ['policy read, no channel', 'fail', [policy, clause('absent')]],
  ['only a heading', 'fail', [policy, clause('empty')]],
  ['channel in the policy', 'pass', [policy, clause('present')]],
  ['control on the page, policy silent', 'pass', [policy, clause('absent'), a('control', { role: 'complaint' })]],
  ['by link', 'cannot-tell', [policy, clause('by-link')]],
  ['policy never read', 'cannot-tell', [a('function-reached')]],
  ['policy of another company', 'cannot-tell', [a('policy-text', { foreign: 'yes' }), clause('absent')]],
]);
