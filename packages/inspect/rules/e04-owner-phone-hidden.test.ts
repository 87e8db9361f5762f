import { e04 } from './e04-owner-phone-hidden.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const homes = { scene: 'S5', channel: null };

samples(e04, [
  ['owner’s number in full', 'fail', [a('display', { masked: 'no' }, { pi: ['phone'], label: '业主电话' })], homes],
  ['masked', 'pass', [a('display', { masked: 'yes' }, { pi: ['phone'] })], homes],
  ['no number', 'pass', [a('function-reached')], homes],
  ['number of the agent', 'cannot-tell', [a('display', { masked: 'no' }, { pi: ['phone'], label: '经纪人电话' })], homes],
  ['number in an answer only', 'cannot-tell', [a('response-data', { masked: 'no' }, { pi: ['phone'] })], homes],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })], homes],
]);
