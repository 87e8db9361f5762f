import { b05 } from './b05-policy-on-payment-page.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import { OWED_ELEMENTS } from './shared/clauses.ts';
const link = a('policy-link');
const policy = a('policy-text');
const clauses = OWED_ELEMENTS.map(({ id }) => a('policy-clause', { element: id, verdict: 'present' }));
const parking = { scene: 'S2', channel: null };

samples(b05, [
  [
    'policy without retention and rights',
    'fail',
    [
      link,
      policy,
      ...clauses.map((clause) =>
        clause.detail.element === 'retention' || clause.detail.element === 'rights-how'
          ? { ...clause, detail: { ...clause.detail, verdict: 'absent' as const } }
          : clause,
      ),
    ],
    parking,
  ],
  ['whole and clear', 'pass', [link, policy, ...clauses], parking],
  ['linked, not read', 'cannot-tell', [link], parking],
  ['wall', 'cannot-tell', [a('limit', { what: 'wechat-wall' })], parking],
]);
