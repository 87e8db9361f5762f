import { a03 } from './a03-no-location-condition.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const stopped = (stoppedBy: string, arms: ('untouched' | 'refuse' | 'accept')[] = ['untouched', 'refuse', 'accept']) =>
  a('function-reached', { reached: 'no', stoppedBy, arms });

samples(a03, [
  ['no menu without location', 'fail', [a('gate', { needs: 'location', refusable: 'no' }), stopped('location')]],
  ['refused and served', 'pass', [a('gate', { needs: 'location', refusable: 'yes' }), reached]],
  [
    'shop by hand',
    'pass',
    [a('gate', { needs: 'location', refusable: 'no' }), stopped('location'), a('control', { role: 'manual-location' })],
  ],
  ['never asked', 'pass', [reached]],
  ['delivery', 'cannot-tell', [a('gate', { needs: 'location', refusable: 'no' }), stopped('location')], { channel: 'delivery' }],
  ['way past not tried', 'cannot-tell', [a('gate', { needs: 'location', refusable: 'unknown' }), stopped('time')]],
]);
