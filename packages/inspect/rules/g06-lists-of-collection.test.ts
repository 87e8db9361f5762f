import { g06 } from './g06-lists-of-collection.ts';
import { a, other } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const policy = a('policy-text');
const clause = (verdict: 'present' | 'absent' | 'by-link', ...recipients: string[]) =>
  a('policy-clause', { element: 'recipients-list', topic: 'share', verdict, slots: { recipients } });
const sent = a('transfer', { identifiers: [{ key: 'uid', where: 'query' }] }, { party: other() });

samples(g06, [
  ['data goes out, no list at all', 'fail', [policy, clause('absent'), sent]],
  [
    'the rules deny any third party, and one gets a mark',
    'fail',
    [
      policy,
      a('policy-clause', { element: 'recipients-list', topic: 'share' }, { label: '我们没有接入任何第三方 SDK，也不向任何第三方提供信息' }),
      sent,
    ],
  ],
  ['everybody listed', 'pass', [policy, clause('present', '示例统计公司'), sent]],
  ['listed, nobody contacted', 'pass', [policy, clause('present', '示例统计公司')]],
  [
    'listed in the SDK list',
    'pass',
    [
      policy,
      clause('absent'),
      a('policy-clause', { element: 'sdk-list', document: 'sdk-list', slots: { sdk: ['示例统计公司 SDK'] } }),
      sent,
    ],
  ],
  [
    'listed by the name of its host',
    'pass',
    [
      policy,
      clause('present', '数家统计 SDK（tongji.shujia）'),
      a('transfer', { identifiers: [{ key: 'uid', where: 'query' }] }, { party: other({ domain: 'shujia.example', company: null }) }),
    ],
  ],
  [
    'a host called after its task is no name',
    'cannot-tell',
    [
      policy,
      clause('present', 'cloud 服务商'),
      a('transfer', { identifiers: [{ key: 'uid', where: 'query' }] }, { party: other({ domain: 'cloud.example', company: null }) }),
    ],
  ],
  ['another name listed', 'cannot-tell', [policy, clause('present', '甲乙丙公司'), sent]],
  ['no list, nothing sent', 'cannot-tell', [policy, clause('absent')]],
  ['list on another page', 'cannot-tell', [policy, clause('by-link')]],
  ['no policy read', 'cannot-tell', [sent]],
]);
