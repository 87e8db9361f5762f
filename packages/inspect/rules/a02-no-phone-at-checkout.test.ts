import { a02 } from './a02-no-phone-at-checkout.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const stopped = (stoppedBy: string, arms: ('untouched' | 'refuse' | 'accept')[] = ['untouched', 'refuse', 'accept']) =>
  a('function-reached', { reached: 'no', stoppedBy, arms });

samples(a02, [
  ['refusing the number ends the order', 'fail', [a('gate', { refusable: 'no' }), stopped('phone')]],
  ['phone field must be filled', 'fail', [a('field', { required: 'yes' }, { pi: ['phone'] }), stopped('fields')]],
  ['layer without any way past', 'fail', [...dialog({ role: 'phone', text: '请授权手机号' }, { role: 'agree' }), stopped('phone')]],
  ['asked, refused, served', 'pass', [...dialog({ role: 'phone' }, { role: 'agree' }, { role: 'refuse' }), reached]],
  ['never asked', 'pass', [reached]],
  [
    'layer closed, the walk stopped by time',
    'cannot-tell',
    [...dialog({ role: 'phone' }, { role: 'agree' }, { role: 'close' }), a('gate', { refusable: 'no' }), stopped('time')],
  ],
  ['guest path', 'cannot-tell', [a('gate', { refusable: 'no' }), stopped('phone'), a('control')]],
  ['delivery needs the number', 'pass', [a('gate', { refusable: 'no' }), stopped('phone')], { channel: 'delivery' }],
  ['channel unknown', 'cannot-tell', [a('gate', { refusable: 'no' }), stopped('phone')], { channel: null }],
  [
    'phone in the form for joining, walk cut by time',
    'cannot-tell',
    [a('field', { required: 'yes', form: '会员注册' }, { pi: ['phone'] }), stopped('time')],
  ],
]);
