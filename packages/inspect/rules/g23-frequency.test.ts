import { g23 } from './g23-frequency.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');

samples(g23, [
  ['asked once', 'pass', [a('permission'), reached]],
  ['asked by the clock, without any act', 'fail', [a('permission', { trigger: 'load', count: 5 }), reached]],
  ['asked for nothing', 'pass', [reached]],
  ['notifications asked often open no PI', 'pass', [a('permission', { permission: 'notifications', count: 5 }), reached]],
  ['asked three times', 'cannot-tell', [a('permission', { count: 3 }), reached]],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
]);
