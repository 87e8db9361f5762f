import { g04 } from './g04-policy-legible.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

samples(g04, [
  ['7 px text', 'fail', [a('policy-text', { fontSize: 7 })]],
  ['grey on grey', 'fail', [a('policy-text', { contrast: 1.3 })]],
  ['English only', 'fail', [a('policy-text', { simplified: 'no' })]],
  ['link nobody can see', 'fail', [a('policy-text'), a('policy-link', { contrast: 1.1, fontSize: 8 })]],
  ['plain text', 'pass', [a('policy-text'), a('policy-link')]],
  ['English beside Chinese', 'pass', [a('policy-text', { simplified: 'no' }), a('policy-text')]],
  ['one faint link beside a plain one', 'pass', [a('policy-text'), a('policy-link', { contrast: 1.1 }), a('policy-link')]],
  ['11 px', 'cannot-tell', [a('policy-text', { fontSize: 11 })]],
  ['not measured', 'cannot-tell', [a('policy-text', { fontSize: null, contrast: null })]],
  ['no text', 'cannot-tell', []],
]);
