import { g21 } from './g21-refusal-does-not-block.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const seenWhole = a('function-reached', { reached: 'unknown', stoppedBy: 'no-way-forward', exhausted: 'yes' });
const accept = a('function-reached', { arms: ['accept'] });
const refuse = (stoppedBy: string | null, reached: 'yes' | 'no' = 'no') => a('function-reached', { arms: ['refuse'], reached, stoppedBy });
const thrown = dialog(
  {},
  { role: 'agree' },
  { role: 'refuse', effect: { tried: true, closed: 'no', left: 'yes', reprompted: 'no', proceeded: 'no' } },
);
const both = a('function-reached', { reached: 'no', stoppedBy: 'phone' });

samples(g21, [
  ['refusing the phone ends the order', 'fail', [accept, refuse('phone')]],
  ['refusing the policy ends the order at the table', 'fail', [accept, refuse('agreement')]],
  ['refusing throws out of the page', 'fail', [accept, refuse('left-site'), ...thrown]],
  ['refusing to join ends parking payment', 'fail', [accept, refuse('membership')], { scene: 'S2', channel: null }],
  [
    'location demanded in every visit, no way past',
    'fail',
    [a('function-reached', { reached: 'no', stoppedBy: 'location' }), a('gate', { needs: 'location', refusable: 'no' })],
  ],
  [
    'call log wanted, and whoever refuses is shut out',
    'fail',
    [
      ...dialog({ role: 'permission', text: '请同意我们读取通话记录。拒绝将无法使用' }, { role: 'agree' }, { role: 'refuse' }),
      refuse('agreement'),
    ],
    { scene: null, channel: null },
  ],
  ['refused and served', 'pass', [accept, refuse(null, 'yes')]],
  [
    'only the plate is left to fill in',
    'pass',
    [accept, refuse('fields'), a('field', { required: 'yes' }, { pi: ['plate'] })],
    { scene: 'S2', channel: null },
  ],
  [
    'a birthday is left to fill in',
    'cannot-tell',
    [accept, refuse('fields'), a('field', { required: 'yes' }, { pi: ['birth-date'] })],
    { scene: 'S2', channel: null },
  ],
  ['nothing asked', 'pass', [a('function-reached', { arms: ['untouched'] })]],
  ['a page to read, seen whole after refusing', 'pass', [seenWhole]],
  ['seen whole, but only agreeing led on', 'cannot-tell', [{ ...seenWhole, detail: { ...seenWhole.detail, arms: ['refuse'] } }, accept]],
  ['not seen whole', 'cannot-tell', [{ ...seenWhole, detail: { ...seenWhole.detail, exhausted: 'no' } }]],
  ['phone for delivery is needed', 'cannot-tell', [accept, refuse('phone')], { channel: 'delivery' }],
  ['policy of a lender: identity needed anyway', 'cannot-tell', [accept, refuse('agreement')], { scene: 'S4', channel: null }],
  ['both stopped at the phone, way past unknown', 'cannot-tell', [both, a('gate', { refusable: 'unknown' })]],
  ['guest path offered', 'cannot-tell', [accept, refuse('login'), a('control')]],
  ['stopped by time', 'cannot-tell', [accept, refuse('time')]],
  ['left the site by itself', 'cannot-tell', [accept, refuse('left-site')]],
  ['no scene known', 'cannot-tell', [accept, refuse('phone')], { scene: null, channel: null }],
  ['wall', 'cannot-tell', [a('limit', { what: 'wechat-wall' })]],
]);
