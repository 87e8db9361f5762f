import { g02 } from './g02-policy-shown-at-first-run.ts';
import { a, dialog, other } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const phone = a('field', {}, { pi: ['phone'], label: '手机号' });
const plate = a('field', { stage: 'arrive' }, { pi: ['plate'], label: '车牌号' });

samples(g02, [
  ['phone asked, nothing shown, no link', 'fail', [phone, reached]],
  ['phone asked, only a footer link', 'fail', [phone, reached, a('policy-link')]],
  ['location asked at load, nothing shown', 'fail', [a('permission', { trigger: 'load', stage: 'arrive' }), reached]],
  ['plate asked, no link at all', 'fail', [plate, reached], { scene: 'S2', channel: null }],
  ['coupon pop-up is no notice', 'fail', [phone, reached, ...dialog({ role: 'coupon', purposes: [], text: '新人礼' }, { role: 'close' })]],
  ['consent dialog at load', 'pass', [...dialog({}, { role: 'agree' }, { role: 'refuse' }), phone, reached]],
  [
    'late notice with the policy',
    'pass',
    [...dialog({ role: 'notice', trigger: 'late', text: '请阅读《隐私政策》' }, { role: 'acknowledge' }), phone, reached],
  ],
  ['agreement line beside the form', 'pass', [phone, reached, a('policy-link', { where: 'form' })]],
  ['tick box naming the policy', 'pass', [phone, reached, a('tick-box')]],
  ['page that asks nothing', 'pass', [reached]],
  ['plate for parking with a footer link', 'cannot-tell', [plate, reached, a('policy-link')], { scene: 'S2', channel: null }],
  ['phone asked, link in the body', 'cannot-tell', [phone, reached, a('policy-link', { where: 'page' })]],
  [
    'asks nothing, but is measured',
    'cannot-tell',
    [reached, a('transfer', { identifiers: [{ key: 'uid', where: 'query' }] }, { party: other() })],
  ],
  ['dialog is a picture', 'cannot-tell', [phone, reached, ...dialog({ role: 'unknown', rendered: 'image' })]],
  [
    'fields of our own reading do not count',
    'cannot-tell',
    [a('field', { stage: 'read' }, { pi: ['phone'] }), a('function-reached', { reached: 'no', stoppedBy: 'no-way-forward' })],
  ],
  ['one visit only', 'cannot-tell', [phone, reached], { arms: ['untouched'] }],
  ['wall', 'cannot-tell', [a('limit', { what: 'wechat-wall' })]],
]);
