import { g23 } from './g23-frequency.ts';
import { a, other } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const ids = { identifiers: [{ key: 'uid', where: 'query' as const }] };

samples(g23, [
  ['sent once', 'pass', [a('transfer', ids, { party: other() }), reached]],
  ['repeated without anything in it', 'pass', [a('transfer', { repeated: true }), reached]],
  ['identifier sent again and again', 'cannot-tell', [a('transfer', { ...ids, repeated: true }, { party: other() }), reached]],
  ['permission asked three times', 'cannot-tell', [a('permission', { count: 3 }), reached]],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
]);
