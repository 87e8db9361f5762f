import { f01 } from './f01-nothing-before-rental.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const stopped = (stoppedBy: string, arms: ('untouched' | 'refuse' | 'accept')[] = ['untouched', 'refuse', 'accept']) =>
  a('function-reached', { reached: 'no', stoppedBy, arms });
const rental = { scene: 'S6', channel: null };

samples(f01, [
  ['phone before renting', 'fail', [a('gate', { refusable: 'no' }), stopped('phone')], rental],
  [
    'nickname layer, no way past',
    'fail',
    [...dialog({ role: 'profile', text: '授权昵称头像' }, { role: 'agree' }), stopped('profile')],
    rental,
  ],
  [
    'fields of the log-in form stopped the walk',
    'fail',
    [a('field', { required: 'yes', form: '登录后租借' }, { pi: ['phone'] }), stopped('fields')],
    rental,
  ],
  [
    'the page says: complete your profile first, and marks the fields',
    'fail',
    [
      a('field', { required: 'yes', form: '登录后租借' }, { pi: ['nickname-avatar'], label: '昵称' }),
      a('gate', { needs: 'profile', refusable: 'unknown', how: '完善资料后才能租借' }),
      stopped('other'),
    ],
    rental,
  ],
  ['declined, rented', 'pass', [...dialog({ role: 'phone' }, { role: 'agree' }, { role: 'refuse' }), reached], rental],
  ['never asked', 'pass', [reached], rental],
  ['not tried', 'cannot-tell', [a('gate', { refusable: 'unknown' }), stopped('time')], rental],
]);
