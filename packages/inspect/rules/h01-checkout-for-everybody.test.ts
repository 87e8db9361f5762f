import { h01 } from './h01-checkout-for-everybody.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const stopped = (stoppedBy: string, arms: ('untouched' | 'refuse' | 'accept')[] = ['untouched', 'refuse', 'accept']) =>
  a('function-reached', { reached: 'no', stoppedBy, arms });
const till = { scene: 'S7', channel: 'checkout' };

samples(h01, [
  ['members only', 'fail', [a('gate', { needs: 'membership', refusable: 'no' }), stopped('membership')], till],
  ['face as the only way to pay', 'fail', [a('field', { required: 'yes', form: '支付' }, { pi: ['biometric'] }), stopped('face')], till],
  ['offer declined, paid', 'pass', [a('gate', { needs: 'membership', refusable: 'yes' }), reached], till],
  ['never asked', 'pass', [reached], till],
  [
    'online needs a number',
    'cannot-tell',
    [a('gate', { needs: 'phone', refusable: 'no' }), stopped('phone')],
    { scene: 'S7', channel: 'online' },
  ],
  [
    'members only, whoever declined the policy to look around',
    'fail',
    [
      ...dialog({}, { role: 'agree' }, { role: 'guest', label: '不同意，先逛逛' }),
      a('gate', { needs: 'membership', refusable: 'no' }),
      stopped('membership'),
    ],
    till,
  ],
  [
    'online, a number beside the address',
    'pass',
    [
      a('field', { required: 'yes', form: '确认订单' }, { pi: ['phone'] }),
      a('field', { required: 'yes', form: '确认订单' }, { pi: ['address'] }),
      stopped('fields'),
    ],
    { scene: 'S7', channel: 'online' },
  ],
  [
    'online, a number and nowhere to deliver',
    'cannot-tell',
    [a('field', { required: 'yes', form: '登记' }, { pi: ['phone'] }), stopped('fields')],
    { scene: 'S7', channel: 'online' },
  ],
  [
    'online, but members only',
    'fail',
    [a('gate', { needs: 'membership', refusable: 'no' }), stopped('membership')],
    { scene: 'S7', channel: 'online' },
  ],
  ['guest path', 'cannot-tell', [a('gate', { needs: 'login', refusable: 'no' }), stopped('login'), a('control')], till],
  ['not settled', 'cannot-tell', [a('gate', { needs: 'membership', refusable: 'unknown' }), stopped('time')], till],
  [
    'going on as a guest was only the answer to the policy',
    'fail',
    [
      a('gate', { needs: 'membership', refusable: 'no' }),
      stopped('membership'),
      a('control', { role: 'guest-path' }, { label: '不同意，以游客身份购物' }),
      ...dialog({}, { role: 'agree' }, { role: 'refuse', label: '不同意，以游客身份购物' }),
    ],
    till,
  ],
]);
