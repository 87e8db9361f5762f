import { f03 } from './f03-location-only-to-find.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const stopped = (stoppedBy: string, arms: ('untouched' | 'refuse' | 'accept')[] = ['untouched', 'refuse', 'accept']) =>
  a('function-reached', { reached: 'no', stoppedBy, arms });
const rental = { scene: 'S6', channel: null };

samples(f03, [
  ['asked as the page opens', 'fail', [a('permission', { trigger: 'load', stage: 'arrive' }), reached], rental],
  ['refused: nothing goes on', 'fail', [a('gate', { needs: 'location', refusable: 'no' }), stopped('location')], rental],
  [
    'no map without the position',
    'fail',
    [a('gate', { needs: 'location', refusable: 'yes', how: '未获得定位权限，无法查看附近柜机，请开启定位后重试' }), reached],
    rental,
  ],
  ['on the press, by hand too', 'pass', [a('permission', {}), a('control', { role: 'manual-location' })], rental],
  ['never asked', 'pass', [reached], rental],
  ['on the press, not settled', 'cannot-tell', [a('permission', {}), stopped('time')], rental],
  [
    'gate with a choice by hand',
    'pass',
    [a('gate', { needs: 'location', refusable: 'no' }), a('control', { role: 'manual-location' })],
    rental,
  ],
]);
