import { g14 } from './g14-real-refusal.ts';
import { a, dialog } from './testing/build.ts';
import { WITNESSED } from '../facts/witnessed.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const idle = { tried: true, closed: 'no', left: 'no', reprompted: 'no', proceeded: 'no' } as const;

samples(g14, [
  [
    'picture whose alternative text was borne out, agreeing only',
    'fail',
    dialog({ rendered: 'image', why: [WITNESSED] }, { role: 'agree' }),
  ],
  [
    'a membership layer whose cross counts as agreement',
    'fail',
    dialog({ role: 'membership', text: '开通会员，同意《隐私政策》\n关闭（即视为同意）' }, { role: 'agree' }, { role: 'close' }),
  ],
  ['agree only', 'fail', dialog({}, { role: 'agree', weight: 'strongest', label: '同意并继续' }, { role: 'link', label: '《隐私政策》' })],
  ['one acknowledgement only', 'fail', dialog({}, { role: 'acknowledge', label: '我知道了' })],
  ['refusal hidden', 'fail', dialog({}, { role: 'agree' }, { role: 'refuse', weight: 'hidden' })],
  ['refusal asks again and again', 'fail', dialog({}, { role: 'agree' }, { role: 'refuse', effect: { ...idle, reprompted: 'yes' } })],
  [
    'second dialog without a way out',
    'fail',
    [...dialog({}, { role: 'agree' }, { role: 'refuse' }), ...dialog({ text: '不同意将无法使用' }, { role: 'agree' })],
  ],
  ['code without a way out', 'fail', [a('collects', { consent: { gate: 'yes', initial: 'none', wayOut: 'no', chain: [] } })]],
  ['agree and refuse alike', 'pass', dialog({}, { role: 'agree', weight: 'equal' }, { role: 'refuse', weight: 'equal' })],
  ['grey cross in the corner, as plain', 'pass', dialog({}, { role: 'agree' }, { role: 'close', shape: 'icon', weight: 'equal' })],
  [
    'refusing throws out of the page where no data is needed',
    'fail',
    dialog({}, { role: 'agree' }, { role: 'refuse', effect: { ...idle, left: 'yes' } }),
  ],
  [
    'ten-pixel grey link',
    'fail',
    dialog({}, { role: 'agree' }, { role: 'refuse', shape: 'link', weight: 'weaker', fontSize: 10, contrast: 2.8 }),
  ],
  [
    'gift whose button agrees by small print',
    'fail',
    dialog({ role: 'coupon', text: '送您 8 元，领取即视为同意《隐私政策》' }, { role: 'agree', label: '立即领取' }),
  ],
  [
    'thrown out at the door of a shop that is only looked at',
    'fail',
    dialog({}, { role: 'agree' }, { role: 'refuse', effect: { ...idle, left: 'yes' } }),
    { scene: 'S7', channel: 'online' },
  ],
  [
    'refusing leaves, but a lender needs identity anyway',
    'pass',
    dialog({}, { role: 'agree' }, { role: 'refuse', effect: { ...idle, left: 'yes' } }),
    { scene: 'S4', channel: null },
  ],
  [
    'one of two refusals leaves',
    'pass',
    dialog({}, { role: 'agree' }, { role: 'exit', effect: { ...idle, left: 'yes' } }, { role: 'guest' }),
  ],
  ['coupon without a cross is not consent', 'pass', [...dialog({ role: 'coupon' }, { role: 'agree', label: '立即领取' }), reached]],
  ['no dialog, whole walk', 'pass', [reached]],
  ['code with a way out', 'pass', [a('collects', { consent: { gate: 'yes', initial: 'none', wayOut: 'yes', chain: [] } })]],
  [
    'refuse link weaker',
    'cannot-tell',
    dialog({}, { role: 'agree', weight: 'strongest' }, { role: 'refuse', shape: 'link', weight: 'weaker' }),
  ],
  ['banner that does not block', 'cannot-tell', dialog({ blocking: false }, { role: 'agree' })],
  ['refusing only behind settings', 'fail', dialog({}, { role: 'agree' }, { role: 'settings' })],
  ['guest link on the page behind, out of reach', 'fail', [...dialog({}, { role: 'agree' }), a('control', { role: 'guest-path' })]],
  ['dialog is a picture', 'cannot-tell', dialog({ rendered: 'image' }, { role: 'agree' })],
  ['not sure that it is consent', 'cannot-tell', dialog({ confidence: 0.4 }, { role: 'agree' })],
  ['press on refuse did nothing', 'cannot-tell', dialog({}, { role: 'agree' }, { role: 'refuse', effect: idle })],
  ['no controls read at all', 'cannot-tell', dialog({})],
  ['robot check', 'cannot-tell', [a('limit', { what: 'robot-check' })]],
]);
