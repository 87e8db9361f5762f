import { g16 } from './g16-non-personalised-option.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const policy = a('policy-text');
const profiles = a('policy-clause', { element: 'automated-decisions', topic: 'personalised' }, { label: '个性化推荐' });
const optOut = (verdict: 'present' | 'absent') =>
  a('policy-clause', { element: 'personalisation-opt-out', topic: 'personalised', verdict });

samples(g16, [
  ['profiles, no switch, no words on refusing', 'fail', [profiles, optOut('absent'), policy, reached]],
  ['profiles with a switch', 'pass', [profiles, a('control', { role: 'personalisation-switch' }), reached]],
  ['marketing box left clear', 'pass', [a('tick-box', { purposes: ['marketing'] }), reached]],
  ['no sign, policy read', 'pass', [policy, reached]],
  ['refusing described only', 'cannot-tell', [profiles, optOut('present'), policy, reached]],
  [
    'switch named in the policy, not seen',
    'cannot-tell',
    [profiles, optOut('absent'), a('control', { role: 'marketing-switch', found: 'policy' }), reached],
  ],
  ['opt-out clause never read', 'cannot-tell', [profiles, policy, reached]],
  ['no policy read', 'cannot-tell', [reached]],
  ['nothing', 'cannot-tell', []],
]);
