import { d03 } from './d03-credit-inquiry-apart.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { Purpose } from '../facts/fact.ts';
const tick = (label: string, purposes: Purpose[], initial: 'clear' | 'ticked' = 'clear') => a('tick-box', { purposes, initial }, { label });
const loan = { scene: 'S4', channel: null };

samples(d03, [
  [
    'credit inquiry in one tick with the agreement',
    'fail',
    [tick('同意《综合服务协议》（含《征信查询授权书》）', ['user-agreement', 'credit-inquiry'])],
    loan,
  ],
  ['its own box, ticked already', 'fail', [tick('授权查询征信', ['credit-inquiry'], 'ticked')], loan],
  ['its own empty box', 'pass', [tick('单独授权查询一次本人信用报告', ['credit-inquiry'])], loan],
  ['text there, step not met', 'cannot-tell', [a('policy-link', { document: 'credit-authorisation' })], loan],
  ['never mentioned', 'cannot-tell', [a('function-reached')], loan],
]);
