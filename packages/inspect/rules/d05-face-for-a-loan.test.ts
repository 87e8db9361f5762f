import { d05 } from './d05-face-for-a-loan.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { Purpose } from '../facts/fact.ts';
const tick = (label: string, purposes: Purpose[], initial: 'clear' | 'ticked' = 'clear') => a('tick-box', { purposes, initial }, { label });
const loan = { scene: 'S4', channel: null };
const face = (required: 'yes' | 'unknown') => a('field', { required }, { pi: ['biometric'], label: '人脸识别' });

samples(d05, [
  ['face demanded, nothing apart', 'fail', [face('yes'), a('policy-clause', { element: 'retention', verdict: 'absent' })], loan],
  ['face inside one tick for everything', 'fail', [tick('同意《服务协议》《人脸识别授权书》', ['user-agreement', 'face'])], loan],
  ['box of its own', 'pass', [face('yes'), tick('同意采集人脸信息', ['face'])], loan],
  ['no face asked', 'pass', [a('function-reached')], loan],
  ['not required', 'cannot-tell', [face('unknown')], loan],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })], loan],
]);
