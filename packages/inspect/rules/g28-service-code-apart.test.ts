import { g28 } from './g28-service-code-apart.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

samples(g28, [
  [
    'membership with no way to the service',
    'fail',
    [
      a('landing', { page: 'membership' }),
      a('gate', { needs: 'membership', refusable: 'no' }),
      a('function-reached', { reached: 'no', stoppedBy: 'membership' }),
    ],
  ],
  ['follow page, stopped there', 'fail', [a('landing', { page: 'follow' }), a('function-reached', { reached: 'no', stoppedBy: 'follow' })]],
  ['menu', 'pass', [a('landing')]],
  ['plate entry', 'pass', [a('landing', { page: 'plate-payment' })], { scene: 'S2', channel: null }],
  ['membership page, but ordering works', 'cannot-tell', [a('landing', { page: 'membership' }), a('function-reached')]],
  [
    'one code for both, and joining cannot be refused',
    'fail',
    [
      a('landing'),
      a('gate', { needs: 'membership', refusable: 'no', how: '本码结账、入会一码通用' }),
      a('function-reached', { reached: 'no', stoppedBy: 'membership' }),
    ],
  ],
  [
    'the service opens, but stops at joining',
    'cannot-tell',
    [
      a('landing'),
      a('gate', { needs: 'membership', refusable: 'no', how: '请先入会' }),
      a('function-reached', { reached: 'no', stoppedBy: 'membership' }),
    ],
  ],
  ['log-in page', 'cannot-tell', [a('landing', { page: 'login' })]],
  [
    'membership and no scene known',
    'cannot-tell',
    [a('landing', { page: 'membership' }), a('gate', { needs: 'membership', refusable: 'no' })],
    { scene: null },
  ],
  ['visits disagree', 'cannot-tell', [a('landing', { page: 'membership', arms: ['accept'] }), a('landing', { arms: ['refuse'] })]],
  ['error page', 'cannot-tell', [a('landing', { page: 'error' }), a('limit', { what: 'error-page' })]],
  ['something else, asks for nothing', 'pass', [a('landing', { page: 'unknown' }), a('function-reached')]],
  [
    'something else, but a log-in stands in the way',
    'cannot-tell',
    [a('landing', { page: 'unknown' }), a('gate', { needs: 'login' }), a('function-reached')],
  ],
  [
    'something else, nothing looked at',
    'cannot-tell',
    [a('landing', { page: 'unknown' }), a('function-reached', { reached: 'no', stoppedBy: 'time' })],
  ],
  ['no landing', 'cannot-tell', []],
]);
