import { g30 } from './g30-one-tap-refusable.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const stopped = a('function-reached', { reached: 'no', stoppedBy: 'phone' });

samples(g30, [
  ['number demanded, no way past', 'fail', [a('gate', { refusable: 'no' }), stopped]],
  [
    'nickname and picture over the menu',
    'fail',
    [
      ...dialog({ role: 'profile', text: '授权头像昵称' }, { role: 'agree', label: '允许' }),
      a('function-reached', { reached: 'no', stoppedBy: 'profile' }),
    ],
  ],
  ['only the accept arm gets through', 'fail', [a('gate', { refusable: 'no' }), a('function-reached', { arms: ['accept'] })]],
  ['number demanded to rent a power bank', 'fail', [a('gate', { refusable: 'no' }), stopped], { scene: 'S6', channel: null }],
  [
    'one-tap layer with one answer, lists silent',
    'fail',
    [...dialog({ role: 'phone', text: '本机号码一键登录' }, { role: 'agree' }), stopped],
    { scene: 'S7', channel: null },
  ],
  [
    'log-in form with one answer, lists silent',
    'cannot-tell',
    [...dialog({ role: 'login', text: '登录' }, { role: 'login' }), stopped],
    { scene: 'S7', channel: null },
  ],
  ['declined and served', 'pass', [...dialog({ role: 'phone' }, { role: 'agree' }, { role: 'later' }), reached]],
  ['never asked', 'pass', [reached]],
  ['guest path on the page', 'cannot-tell', [a('gate', { refusable: 'no' }), stopped, a('control')]],
  ['delivery needs the number', 'cannot-tell', [a('gate', { refusable: 'no' }), stopped], { channel: 'delivery' }],
  ['no scene', 'cannot-tell', [a('gate', { refusable: 'no' }), stopped], { scene: null, channel: null }],
  [
    'refusing visit stopped at the number, agreeing one went through',
    'cannot-tell',
    [a('function-reached', { arms: ['refuse'], reached: 'no', stoppedBy: 'phone' }), a('function-reached', { arms: ['accept'] })],
  ],
  ['way past not tried', 'cannot-tell', [a('gate', { refusable: 'unknown' }), stopped]],
  ['dialog is a picture', 'cannot-tell', [...dialog({ role: 'phone', rendered: 'image' }, { role: 'agree' }), stopped]],
  ['walk cut elsewhere', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'time' })]],
  [
    'a log-in by nothing but one tap, no way past',
    'fail',
    [
      ...dialog({ role: 'login', text: '请使用本机号码登录后结算' }, { role: 'login', label: '本机号码一键登录' }),
      a('field', { control: 'one-tap' }, { pi: ['phone'], label: '本机号码一键登录' }),
      a('function-reached', { reached: 'no', stoppedBy: 'login' }),
    ],
    { scene: 'S7', channel: null },
  ],
  [
    'joining by handing over number and picture, and pressing no changes nothing',
    'fail',
    [
      ...dialog(
        { role: 'membership', text: '授权手机号、昵称、头像注册会员' },
        { role: 'agree' },
        { role: 'refuse', effect: { tried: true, closed: 'no', left: 'no', reprompted: 'no', proceeded: 'no' } },
      ),
      a('function-reached', { reached: 'no', stoppedBy: 'membership' }),
    ],
    { scene: 'S7', channel: null },
  ],
  [
    'joining by a form',
    'cannot-tell',
    [
      a('gate', { needs: 'membership', refusable: 'no', how: '请先注册会员' }),
      a('function-reached', { reached: 'no', stoppedBy: 'membership' }),
    ],
  ],
]);
