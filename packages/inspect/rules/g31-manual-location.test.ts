import { g31 } from './g31-manual-location.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const stopped = a('function-reached', { reached: 'no', stoppedBy: 'location' });

const reachedByYes = a('function-reached', { reached: 'no', stoppedBy: 'phone', arms: ['refuse'] });

samples(g31, [
  ['refused, nothing by hand, stopped', 'fail', [a('permission', { manualAlternative: 'no' }), stopped]],
  ['gate for location without a way past', 'fail', [a('gate', { needs: 'location', refusable: 'no' }), stopped]],
  ['shop list by hand', 'pass', [a('permission', { manualAlternative: 'yes' }), stopped]],
  [
    'control to choose by hand',
    'pass',
    [a('gate', { needs: 'location', refusable: 'no' }), a('control', { role: 'manual-location' }), stopped],
  ],
  ['no list, but the code names the shop and ordering goes on', 'pass', [a('permission', { manualAlternative: 'no' }), reached]],
  ['never asked', 'pass', [reached]],
  ['camera is not location', 'pass', [a('permission', { permission: 'camera', manualAlternative: 'no' }), reached]],
  [
    'beside the function: the page says that places are shown with the location only',
    'fail',
    [
      a('permission', { answered: 'denied' }),
      a('gate', { needs: 'location', refusable: 'unknown', how: '未开启定位，无法查看网点' }),
      reachedByYes,
    ],
  ],
  [
    'the same, with a choice by hand named',
    'cannot-tell',
    [
      a('permission', { answered: 'denied' }),
      a('gate', { needs: 'location', refusable: 'unknown', how: '未开启定位，无法自动查看，请手动选择' }),
      reachedByYes,
    ],
  ],
  ['alternative unknown', 'cannot-tell', [a('permission'), stopped]],
  [
    'page’s own question, walk stopped elsewhere',
    'cannot-tell',
    [...dialog({ role: 'location' }, { role: 'agree' }, { role: 'refuse' }), a('function-reached', { reached: 'no', stoppedBy: 'login' })],
  ],
  ['not asked before the walk was cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
]);
