import type { ClauseVerdict } from '../facts/fact.ts';
import { g05 } from './g05-policy-contents.ts';
import { OWED_ELEMENTS } from './shared/clauses.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const policy = a('policy-text');
const all = (bent: Record<string, ClauseVerdict> = {}) =>
  OWED_ELEMENTS.map(({ id: element }) => a('policy-clause', { element, verdict: bent[element] ?? 'present' }));

const foot = (label: string) => a('operator', { basis: 'copyright' }, { label });

samples(g05, [
  ['no retention period', 'fail', [policy, ...all({ retention: 'absent' })]],
  ['contact heading without contact', 'fail', [policy, ...all({ 'controller-contact': 'empty' })]],
  ['missing beats by-link', 'fail', [policy, ...all({ retention: 'absent', categories: 'by-link' })]],
  ['complete but for a channel of its own', 'pass', [policy, ...all({ 'rights-channel': 'absent' })]],
  ['neither contact nor channel', 'fail', [policy, ...all({ 'rights-channel': 'absent', 'controller-contact': 'absent' })]],
  ['complete', 'pass', [policy, ...all()]],
  [
    'categories stand in the collection list',
    'pass',
    [policy, ...all({ categories: 'absent' }), a('policy-clause', { element: 'categories', document: 'collection-list' })],
  ],
  ['policy file alone', 'pass', [policy, ...all()], { kind: 'policy', arms: [] }],
  ['another company at the foot of the pages', 'cannot-tell', [policy, ...all(), foot('上海某趣游戏科技有限公司')]],
  ['a branch at the foot of the pages', 'pass', [policy, ...all(), foot('示例餐饮有限公司上海分公司')]],
  ['rights on another page', 'cannot-tell', [policy, ...all({ 'rights-how': 'by-link' })]],
  ['contradicts itself', 'cannot-tell', [policy, ...all(), a('policy-clause', { element: 'retention', verdict: 'contradicts' })]],
  ['unreadable', 'cannot-tell', [policy, ...all({ purposes: 'unreadable' })]],
  ['another company’s text', 'cannot-tell', [a('policy-text', { foreign: 'yes' }), ...all({ retention: 'absent' })]],
  [
    'element in the user agreement does not count, nothing read of the policy',
    'cannot-tell',
    [policy, a('policy-clause', { document: 'user-agreement', verdict: 'absent' })],
  ],
  ['no text', 'cannot-tell', [a('policy-link', { reached: 'no' })]],
]);
