import { f04 } from './f04-close-the-account-oneself.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const clause = (verdict: 'present' | 'absent') => a('policy-clause', { element: 'account-closing', verdict });
const rental = { scene: 'S6', channel: null };

samples(f04, [
  ['log-in, policy silent, no control', 'fail', [a('gate', { needs: 'login' }), a('policy-text'), clause('absent')], rental],
  ['control', 'pass', [a('control', { role: 'account-closing', taps: 3 })], rental],
  [
    'papers by post, in words on the account page',
    'fail',
    [a('control', { role: 'account-closing', conditions: ['注销账号：请邮寄手持身份证照片和申请书原件'] })],
    rental,
  ],
  ['described only', 'cannot-tell', [a('gate', { needs: 'login' }), a('policy-text'), clause('present')], rental],
  [
    'staff must do it',
    'cannot-tell',
    [
      a('gate', { needs: 'login' }),
      a('policy-text'),
      a('policy-clause', { element: 'account-closing', slots: { how: ['如需注销请联系客服'] } }),
    ],
    rental,
  ],
  ['no account seen', 'cannot-tell', [a('policy-text'), clause('absent')], rental],
  ['no policy', 'cannot-tell', [a('gate', { needs: 'login' })], rental],
  [
    'a page for those with an account, policy silent',
    'fail',
    [a('control', { role: 'account-page' }), a('policy-text'), clause('absent')],
    rental,
  ],
]);
