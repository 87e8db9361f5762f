import { d09 } from './d09-browse-without-login.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const loan = { scene: 'S4', channel: null };

samples(d09, [
  ['opens a log-in page', 'fail', [a('landing', { page: 'login' })], loan],
  [
    'products show after log-in only',
    'fail',
    [a('landing', { page: 'loan' }), a('gate', { needs: 'login', refusable: 'no', how: '未登录无法浏览贷款产品' })],
    loan,
  ],
  [
    'products open, log-in to apply',
    'pass',
    [
      a('landing', { page: 'loan' }),
      a('gate', { needs: 'login', refusable: 'no', how: '登录后申请借款' }),
      a('function-reached', { reached: 'no', stoppedBy: 'login', steps: 2 }),
    ],
    loan,
  ],
  [
    'a dialog that can only be agreed to',
    'fail',
    [
      a('landing', { page: 'loan' }),
      ...dialog({}, { role: 'agree' }),
      a('function-reached', { reached: 'no', steps: 0, stoppedBy: 'agreement', arms: ['refuse'] }),
      a('function-reached', { arms: ['accept'] }),
    ],
    loan,
  ],
  ['loan page, nothing walked', 'cannot-tell', [a('landing', { page: 'loan' })], loan],
  ['nothing asked', 'pass', [a('function-reached')], loan],
  ['guest path', 'cannot-tell', [a('landing', { page: 'login' }), a('control')], loan],
  [
    'log-in somewhere',
    'cannot-tell',
    [a('landing', { page: 'unknown' }), a('gate', { needs: 'login', refusable: 'no', how: '请登录' })],
    loan,
  ],
]);
