import { a05 } from './a05-no-follow-before-menu.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

samples(a05, [
  [
    'follow before the menu',
    'fail',
    [a('gate', { needs: 'follow', refusable: 'no' }), a('function-reached', { reached: 'no', stoppedBy: 'follow' })],
  ],
  ['can be skipped', 'pass', [a('gate', { needs: 'follow', refusable: 'yes' }), a('function-reached')]],
  ['never asked', 'pass', [a('function-reached')]],
  ['not tried', 'cannot-tell', [a('gate', { needs: 'follow', refusable: 'unknown' })]],
]);
