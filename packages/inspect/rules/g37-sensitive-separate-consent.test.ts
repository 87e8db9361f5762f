import { g37 } from './g37-sensitive-separate-consent.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { Purpose } from '../facts/fact.ts';
const card = (more: Parameters<typeof a<'field'>>[1]) => a('field', more, { pi: ['bank-card'], label: '银行卡号' });
const tick = (label: string, purposes: Purpose[], initial: 'clear' | 'ticked' = 'clear') => a('tick-box', { purposes, initial }, { label });

samples(g37, [
  ['bank card demanded, nothing apart', 'fail', [card({ required: 'yes' }), a('function-reached')]],
  ['face in one tick with the policy', 'fail', [tick('同意《隐私政策》并采集人脸信息', ['privacy-policy', 'face'])]],
  ['face tick of its own, but ticked already', 'fail', [tick('同意采集人脸信息', ['face'], 'ticked')]],
  ['face demanded by a gate', 'fail', [a('gate', { needs: 'face', refusable: 'no' })]],
  ['card with a separate box', 'pass', [card({ required: 'yes' }), tick('单独同意处理银行卡号', [])]],
  [
    'face with its own box',
    'pass',
    [a('field', { required: 'yes' }, { pi: ['biometric'], label: '人脸' }), tick('同意采集人脸信息', ['face'])],
  ],
  [
    'the page says that a face is the only way',
    'fail',
    [a('gate', { needs: 'face', refusable: 'unknown', how: '入住须完成人脸识别，本店仅支持刷脸开门' }), a('function-reached')],
  ],
  ['nothing sensitive', 'pass', [a('field', {}, { pi: ['phone'] }), a('function-reached')]],
  ['the page says it takes no faces', 'pass', [tick('我们不采集人脸信息，同意《隐私政策》', ['privacy-policy']), a('function-reached')]],
  ['not required: may be told after sending', 'cannot-tell', [card({ required: 'unknown' }), a('function-reached')]],
  ['marked optional', 'cannot-tell', [card({ required: 'yes', markedOptional: true })]],
  ['our own reading of the account', 'cannot-tell', [card({ required: 'yes', stage: 'read' })]],
  [
    'a guardian’s tick that also takes the policy',
    'cannot-tell',
    [
      a('field', { required: 'yes', subject: 'child' }, { pi: ['name', 'minor'], label: '学员姓名' }),
      tick('我是学员的监护人，同意《隐私政策》及《儿童规则》', ['privacy-policy', 'children']),
    ],
    { scene: 'S3', channel: null },
  ],
]);
