import { g16 } from './g16-non-personalised-option.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const policy = a('policy-text');
const profiles = (verdict: 'present' | 'empty' | 'absent' | 'unreadable') =>
  a('policy-clause', { element: 'automated-decision', topic: 'automated-decision', verdict }, { label: '个性化推荐' });
const marketing = a('tick-box', { purposes: ['marketing'], initial: 'ticked' }, { label: '接收优惠短信' });

const denied = a('policy-clause', {
  element: 'marketing-choice',
  topic: 'marketing',
  verdict: 'absent',
  slots: { denied: ['不发送营销短信'] },
});

samples(g16, [
  ['policy denies, nothing met', 'pass', [denied, policy]],
  ['policy denies, yet a box takes marketing', 'fail', [denied, marketing, policy, reached]],
  ['policy denies, page shut', 'cannot-tell', [denied, policy, a('limit', { what: 'robot-check' })]],
  ['profiles, no switch, no words on refusing', 'fail', [profiles('empty'), policy, reached]],
  ['marketing ticked, policy silent', 'fail', [marketing, profiles('absent'), policy, reached]],
  ['profiles with a switch', 'pass', [profiles('empty'), a('control', { role: 'personalisation-switch', state: 'on' }), reached]],
  ['marketing box left clear', 'pass', [a('tick-box', { purposes: ['marketing'] }), reached]],
  ['no sign, policy read', 'pass', [policy, profiles('absent'), reached]],
  [
    'a heading is no switch',
    'fail',
    [profiles('empty'), policy, a('control', { role: 'personalisation-switch' }, { label: '个性化推荐' }), reached],
  ],
  ['refusing described only', 'cannot-tell', [profiles('present'), policy, reached]],
  [
    'switch named in the policy, not seen',
    'cannot-tell',
    [profiles('empty'), a('control', { role: 'marketing-switch', found: 'policy' }), reached],
  ],
  ['marketing ticked, policy not read', 'cannot-tell', [marketing, reached]],
  ['walk cut', 'cannot-tell', [profiles('empty'), policy, a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
  ['no policy read', 'cannot-tell', [reached]],
  ['nothing', 'cannot-tell', []],
]);
