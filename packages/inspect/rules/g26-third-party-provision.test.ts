import { g26 } from './g26-third-party-provision.ts';
import { a, other } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const policy = a('policy-text');
const phone = (encoding = 'plain') => ({
  found: [{ category: 'phone' as const, key: 'mobile', where: 'body' as const, encoding, canary: true }],
});
const ids = { identifiers: [{ key: 'uid', where: 'query' as const }] };
const names = (...list: string[]) => a('policy-clause', { element: 'recipients-list', topic: 'share', slots: { recipients: list } });

samples(g26, [
  ['typed phone to analytics, policy silent', 'fail', [policy, a('transfer', phone(), { party: other() }), reached]],
  [
    'hashed phone in a beacon to a stranger',
    'fail',
    [policy, a('transfer', { ...phone('sha256'), typed: true }, { party: other({ company: null, service: null, category: null }) })],
  ],
  ['no policy anywhere', 'fail', [a('transfer', phone(), { party: other() }), reached]],
  [
    'policy names somebody else',
    'fail',
    [policy, names('另一家科技有限公司'), a('transfer', phone(), { party: other({ company: '示例统计科技有限公司' }) })],
  ],
  ['only to the shop', 'pass', [policy, a('transfer', phone(), { party: other({ role: 'first' }) }), reached]],
  [
    'named, with a tick of its own',
    'pass',
    [policy, names('示例统计公司'), a('tick-box', { purposes: ['third-party'] }), a('transfer', phone(), { party: other() })],
  ],
  ['identifier to somebody the policy names by domain', 'pass', [policy, names('stat.example'), a('transfer', ids, { party: other() })]],
  [
    'policy names the brand inside the company name',
    'pass',
    [policy, names('友盟'), a('transfer', ids, { party: other({ company: '友盟同欣（北京）科技有限公司' }) })],
  ],
  ['the platform itself', 'pass', [a('transfer', phone(), { party: other({ role: 'platform', category: 'platform' }) }), reached]],
  ['named, no separate consent seen', 'cannot-tell', [policy, names('示例统计公司'), a('transfer', phone(), { party: other() })]],
  ['identifier to analytics, not named', 'cannot-tell', [policy, a('transfer', ids, { party: other() })]],
  ['form service may be a processor', 'cannot-tell', [policy, a('transfer', phone(), { party: other({ category: 'form' }) })]],
  [
    'form sent to another domain, perhaps the shop’s own',
    'cannot-tell',
    [policy, a('transfer', phone(), { party: other({ company: null, service: null, category: null }) })],
  ],
  [
    'fingerprint to analytics, not named',
    'cannot-tell',
    [
      policy,
      a(
        'transfer',
        { found: [{ category: 'device-id', key: 'fp', where: 'body', encoding: 'plain', canary: false }] },
        { party: other(), pi: ['device-id'] },
      ),
    ],
  ],
  ['relation unknown', 'cannot-tell', [policy, a('transfer', phone(), { party: other({ role: 'unknown' }) })]],
  ['policy linked but not read', 'cannot-tell', [a('policy-link', { reached: 'no' }), a('transfer', phone(), { party: other() })]],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
]);
