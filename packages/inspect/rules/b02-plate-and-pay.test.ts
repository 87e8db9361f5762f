import { b02 } from './b02-plate-and-pay.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const parking = { scene: 'S2', channel: null };
const stopped = (stoppedBy: string, arms: ('untouched' | 'refuse' | 'accept')[] = ['untouched', 'refuse', 'accept']) =>
  a('function-reached', { reached: 'no', stoppedBy, arms });

samples(b02, [
  ['registration before paying', 'fail', [a('gate', { needs: 'membership', refusable: 'no' }), stopped('membership')], parking],
  ['phone beside the plate', 'fail', [a('field', { form: '停车缴费', required: 'yes' }, { pi: ['phone'] }), stopped('fields')], parking],
  ['plate and pay', 'pass', [a('field', { required: 'yes' }, { pi: ['plate'] }), a('function-reached', { steps: 2 })], parking],
  [
    'offer to join closed, paid',
    'pass',
    [a('gate', { needs: 'membership', refusable: 'yes' }), a('function-reached', { steps: 2 })],
    parking,
  ],
  ['six steps', 'cannot-tell', [a('function-reached', { steps: 6 })], parking],
  ['way past not settled', 'cannot-tell', [a('gate', { needs: 'follow', refusable: 'unknown' }), stopped('time')], parking],
  ['robot check', 'cannot-tell', [a('limit', { what: 'robot-check' }), stopped('robot-check')], parking],
]);
