import { g27 } from './g27-no-forced-follow.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const stopped = a('function-reached', { reached: 'no', stoppedBy: 'follow' });

samples(g27, [
  ['follow before the menu', 'fail', [a('gate', { needs: 'follow', refusable: 'no' }), stopped]],
  ['code of the account over the page, no cross', 'fail', [...dialog({ role: 'follow', text: '长按关注后点餐' }), stopped]],
  ['follow suggested with a cross', 'pass', [...dialog({ role: 'follow' }, { role: 'close' }), reached]],
  ['gate that can be refused', 'pass', [a('gate', { needs: 'follow' }), reached]],
  ['reached the menu behind it after all', 'pass', [...dialog({ role: 'follow' }), reached]],
  ['no follow, whole walk', 'pass', [reached]],
  ['not settled', 'cannot-tell', [a('gate', { needs: 'follow', refusable: 'unknown' }), stopped]],
  ['dialog is a picture', 'cannot-tell', [...dialog({ role: 'follow', rendered: 'image' }), stopped]],
  [
    'phone gate is not follow; walk cut',
    'cannot-tell',
    [a('gate', { refusable: 'no' }), a('function-reached', { reached: 'no', stoppedBy: 'phone' })],
  ],
]);
