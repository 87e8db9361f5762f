import { g22 } from './g22-new-function-no-condition.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const stopped = a('function-reached', { reached: 'no', stoppedBy: 'membership' });

samples(g22, [
  ['membership locks ordering', 'fail', [a('gate', { needs: 'membership', refusable: 'no' }), stopped]],
  ['membership offered, order goes on', 'pass', [...dialog({ role: 'membership' }, { role: 'close' }), reached]],
  ['gate passed without joining', 'pass', [a('gate', { needs: 'membership' }), reached]],
  ['nothing added', 'pass', [reached]],
  [
    'gate, only the accept arm got through',
    'fail',
    [a('gate', { needs: 'membership', refusable: 'no' }), a('function-reached', { arms: ['accept'] })],
  ],
  ['not settled', 'cannot-tell', [a('gate', { needs: 'membership', refusable: 'unknown' }), stopped]],
  ['scene unknown', 'cannot-tell', [a('gate', { needs: 'membership', refusable: 'no' }), stopped], { scene: null, channel: null }],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'time' })]],
]);
