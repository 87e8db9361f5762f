import { i04 } from './i04-sensitive-data-of-buyers.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { Purpose } from '../facts/fact.ts';
const tick = (label: string, purposes: Purpose[], initial: 'clear' | 'ticked' = 'clear') => a('tick-box', { purposes, initial }, { label });
const cars = { scene: 'S8', channel: null };

samples(i04, [
  [
    'face, track and credit in one ticked box',
    'fail',
    [tick('同意采集人脸信息、试驾行踪轨迹，并授权查询个人征信', ['face', 'credit-inquiry'], 'ticked')],
    cars,
  ],
  ['face must be given for a test drive', 'fail', [a('field', { required: 'yes' }, { pi: ['biometric'], label: '人脸照片' })], cars],
  ['box of its own', 'pass', [a('field', { required: 'yes' }, { pi: ['biometric'] }), tick('单独同意采集人脸信息', ['face'])], cars],
  ['none asked', 'pass', [a('field', {}, { pi: ['phone'] }), a('function-reached')], cars],
  ['optional face', 'cannot-tell', [a('field', { markedOptional: true }, { pi: ['biometric'] })], cars],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'time' })], cars],
]);
