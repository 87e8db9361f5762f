import { g39 } from './g39-masked-display.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const shown = (category: 'phone' | 'name' | 'id-number', masked: 'yes' | 'no' | 'unknown') =>
  a('display', { masked, sample: '100…01' }, { pi: [category], label: category });

samples(g39, [
  ['full phone of customers', 'fail', [shown('phone', 'no')]],
  ['full identity number', 'fail', [shown('id-number', 'no'), a('function-reached')]],
  ['masked', 'pass', [shown('phone', 'yes')]],
  ['nothing on view', 'pass', [a('function-reached')]],
  ['a full name only', 'cannot-tell', [shown('name', 'no')]],
  ['masked or not unclear', 'cannot-tell', [shown('phone', 'unknown')]],
  ['our own reading', 'cannot-tell', [a('display', { masked: 'no', stage: 'read' }, { pi: ['phone'] })]],
]);
