import { g08 } from './g08-purpose-told-when-asked.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const silent = { purposeText: null };

samples(g08, [
  ['location at load, no word why', 'fail', [a('permission', { ...silent, trigger: 'load', stage: 'arrive' })]],
  ['face photo required without purpose', 'fail', [a('field', { required: 'yes' }, { pi: ['biometric'], label: '上传人脸照片' })]],
  ['purpose beside the permission', 'pass', [a('permission', { trigger: 'load', stage: 'arrive' })]],
  [
    'page explains location before asking',
    'pass',
    [
      a('permission', { ...silent, trigger: 'load', stage: 'arrive' }),
      ...dialog({ role: 'location' }, { role: 'agree' }, { role: 'refuse' }),
    ],
  ],
  ['sensitive field with purpose', 'pass', [a('field', { required: 'yes', purposeText: '用于核对年龄' }, { pi: ['biometric'] })]],
  ['phone is not sensitive', 'pass', [a('field', {}, { pi: ['phone'] }), reached]],
  [
    'notifications are not PI',
    'pass',
    [a('permission', { ...silent, permission: 'notifications', trigger: 'load', stage: 'arrive' }), reached],
  ],
  ['location on the press of a button', 'cannot-tell', [a('permission', silent)]],
  ['health field, optional', 'cannot-tell', [a('field', { required: 'no' }, { pi: ['health'], label: '过敏史' })]],
  [
    'button for the location with its purpose beside it',
    'pass',
    [
      a('permission', silent, { pi: ['location-precise'] }),
      a('field', { control: 'one-tap', purposeText: '仅用于查找网点' }, { pi: ['location-precise'] }),
    ],
  ],
  [
    'the label names what the card is for',
    'pass',
    [a('field', { required: 'yes' }, { pi: ['bank-card'], label: '收款银行卡号' }), reached],
  ],
  ['a card number, no word why', 'fail', [a('field', { required: 'yes' }, { pi: ['bank-card'], label: '银行卡号' })]],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
]);
