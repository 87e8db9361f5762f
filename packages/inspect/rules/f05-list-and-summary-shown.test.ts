import { f05 } from './f05-list-and-summary-shown.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const phone = a('field', { required: 'yes' }, { pi: ['phone'] });
const reached = a('function-reached');
const rental = { scene: 'S6', channel: null };

samples(f05, [
  ['phone asked, neither list nor policy', 'fail', [phone, reached], rental],
  [
    'policy without the list',
    'fail',
    [phone, reached, a('policy-link'), a('policy-text'), a('policy-clause', { element: 'collection-list', verdict: 'absent' })],
    rental,
  ],
  ['both', 'pass', [phone, a('policy-link'), a('policy-link', { document: 'collection-list' })], rental],
  ['nothing asked', 'pass', [reached], rental],
  ['policy linked, not read', 'cannot-tell', [phone, reached, a('policy-link')], rental],
  ['wall', 'cannot-tell', [a('limit', { what: 'wechat-wall' })], rental],
]);
