import { c03 } from './c03-guardian-and-rules.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const child = (more: Parameters<typeof a<'field'>>[1] = {}) =>
  a('field', { subject: 'child', form: '课程报名', required: 'yes', ...more }, { pi: ['name', 'minor'], label: '孩子姓名' });
const guardian = a('tick-box', { purposes: ['children'] }, { label: '我是孩子的监护人，单独同意处理孩子的信息' });
const policy = a('policy-text');
const rules = a('policy-link', { document: 'children-rule' });
const training = { scene: 'S3', channel: null };

samples(c03, [
  [
    'child’s data, policy read, no rules',
    'fail',
    [child(), policy, a('policy-clause', { element: 'children-rule', verdict: 'absent' })],
    training,
  ],
  ['child’s data, no policy at all', 'fail', [child()], training],
  [
    'guardian consents, but no rules',
    'fail',
    [child(), guardian, policy, a('policy-clause', { element: 'children-rule', verdict: 'absent' })],
    training,
  ],
  [
    'the policy only denies collecting what the form asks for',
    'fail',
    [child(), policy, a('policy-clause', { element: 'children-rule', verdict: 'present' }, { label: '我们不会主动收集儿童的个人信息' })],
    training,
  ],
  [
    'to come with parents is no rule',
    'fail',
    [
      child(),
      policy,
      a(
        'policy-clause',
        { element: 'children-rule', verdict: 'present' },
        { label: '未成年人请由父母或者其他监护人陪同使用，我们不会主动收集儿童的个人信息' },
      ),
    ],
    training,
  ],
  [
    'not without a guardian is a rule',
    'cannot-tell',
    [
      child(),
      policy,
      a('policy-clause', { element: 'children-rule', verdict: 'present' }, { label: '未经监护人同意，我们不会收集儿童的个人信息' }),
    ],
    training,
  ],
  ['guardian and rules', 'pass', [child(), guardian, policy, rules], training],
  ['nothing of a child', 'pass', [a('field', {}, { pi: ['phone'] }), a('function-reached')], training],
  ['rules there, a parent fills in', 'cannot-tell', [child(), policy, rules], training],
  ['policy linked but not read', 'cannot-tell', [child(), a('policy-link')], training],
  [
    'box of the guardian ticked in advance',
    'cannot-tell',
    [child(), rules, { ...guardian, detail: { ...guardian.detail, initial: 'ticked' } }],
    training,
  ],
  ['not settled what is asked: walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'time' })], training],
  ['the national scene of training', 'fail', [child()], { scene: 'N7', channel: null }],
]);
