import { g22 } from './g22-new-function-no-condition.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const stopped = a('function-reached', { reached: 'no', stoppedBy: 'membership' });

samples(g22, [
  ['membership locks ordering', 'fail', [a('gate', { needs: 'membership', refusable: 'no' }), stopped]],
  [
    'whoever declines the new function loses the old one',
    'fail',
    dialog({ text: '新增健康档案功能，不同意使用新功能的，将无法继续使用原有的预约功能' }, { role: 'agree' }, { role: 'refuse' }),
  ],
  [
    'the new function is voluntary',
    'pass',
    [...dialog({ text: '新增健康档案功能，自愿使用，不同意不影响原有功能' }, { role: 'agree' }, { role: 'refuse' }), reached],
  ],
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
