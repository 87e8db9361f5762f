import { g03 } from './g03-policy-within-four-taps.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

samples(g03, [
  ['six taps deep', 'fail', [a('policy-link', { taps: 6, reached: 'yes', where: 'menu' })]],
  ['one tap', 'pass', [a('policy-link')]],
  ['four taps exactly', 'pass', [a('policy-link', { taps: 4 })]],
  ['deep in one place, near in another', 'pass', [a('policy-link', { taps: 7 }), a('policy-link', { taps: 2, where: 'prompt' })]],
  ['near but did not open', 'cannot-tell', [a('policy-link', { reached: 'no' })]],
  ['opening was not tried', 'cannot-tell', [a('policy-link', { reached: 'unknown' })]],
  ['deep, one visit', 'cannot-tell', [a('policy-link', { taps: 5, arms: ['accept'] })]],
  ['near one dead, deep one opens', 'cannot-tell', [a('policy-link', { reached: 'no' }), a('policy-link', { taps: 6 })]],
  ['no link', 'cannot-tell', [a('function-reached')]],
]);
