import { g12 } from './g12-within-declared-scope.ts';
import { a, other } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const policy = a('policy-text');
const says = a('policy-clause', { element: 'categories' }, { pi: ['phone', 'location-fuzzy'] });

samples(g12, [
  ['phone asked and declared', 'pass', [policy, says, a('field', {}, { pi: ['phone'] })]],
  ['precise location where location is declared', 'pass', [policy, says, a('permission', {}, { pi: ['location-precise'] })]],
  ['verification code needs no line of its own', 'pass', [policy, says, a('field', {}, { pi: ['phone', 'verification-code'] })]],
  ['ID number not declared', 'cannot-tell', [policy, says, a('field', {}, { pi: ['id-number'] })]],
  ['fingerprint sent, not declared', 'cannot-tell', [policy, says, a('transfer', {}, { pi: ['device-id'], party: other() })]],
  [
    'marks of the visitor sent away, devices not declared',
    'cannot-tell',
    [policy, says, a('transfer', { identifiers: [{ key: 'uid', where: 'query' }] }, { party: other() })],
  ],
  [
    'marks of the visitor sent away, devices declared',
    'pass',
    [
      policy,
      a('policy-clause', { element: 'categories' }, { pi: ['device-id'] }),
      a('transfer', { identifiers: [{ key: 'uid', where: 'query' }] }, { party: other() }),
    ],
  ],
  ['policy not read', 'cannot-tell', [a('field', {}, { pi: ['phone'] })]],
  ['policy without kinds', 'cannot-tell', [policy, a('policy-clause'), a('field', {}, { pi: ['phone'] })]],
  ['nothing collected, walk cut', 'cannot-tell', [policy, says, a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
  ['nothing collected, basic function reached', 'pass', [policy, says, a('function-reached')]],
]);
