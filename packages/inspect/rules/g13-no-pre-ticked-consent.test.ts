import { g13 } from './g13-no-pre-ticked-consent.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');

samples(g13, [
  ['agreement ticked in every visit', 'fail', [a('tick-box', { initial: 'ticked' }, { label: '我已阅读并同意' }), reached]],
  ['ticked by class in one visit only', 'fail', [a('tick-box', { initial: 'ticked', means: 'class', arms: ['refuse'] })]],
  [
    'marketing consent ticked beside a clear agreement',
    'fail',
    [a('tick-box'), a('tick-box', { initial: 'ticked', purposes: ['marketing'] }, { label: '接收优惠短信' })],
  ],
  [
    'code builds the box ticked',
    'fail',
    [a('collects', { consent: { gate: 'yes', initial: 'ticked', wayOut: 'yes', chain: [] } }, { phase: 'static' })],
  ],
  ['agreement starts clear', 'pass', [a('tick-box'), reached]],
  ['"remember me" ticked is no consent', 'pass', [a('tick-box', { consent: 'no', initial: 'ticked' }), reached]],
  ['no boxes, walk went through', 'pass', [reached]],
  [
    'consent dialog without boxes, walk cut later',
    'pass',
    [...dialog({}, { role: 'agree' }, { role: 'refuse' }), a('function-reached', { reached: 'no', stoppedBy: 'phone' })],
  ],
  [
    'no way on, but the page was seen whole',
    'pass',
    [a('function-reached', { reached: 'unknown', stoppedBy: 'no-way-forward', exhausted: 'yes' })],
  ],
  [
    'options that nobody opened',
    'cannot-tell',
    [
      ...dialog(
        {},
        { role: 'agree' },
        {
          role: 'settings',
          label: '管理选项',
          effect: { tried: false, closed: 'unknown', left: 'unknown', reprompted: 'unknown', proceeded: 'unknown' },
        },
      ),
      reached,
    ],
  ],
  ['options opened, nothing ticked', 'pass', [...dialog({}, { role: 'agree' }, { role: 'settings', label: '管理选项' }), reached]],
  ['walk cut at log-in before any consent', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
  ['wall of WeChat', 'cannot-tell', [a('limit', { what: 'wechat-wall' })]],
  ['start value differs between visits', 'cannot-tell', [a('tick-box', { initial: 'unknown' }), reached]],
  [
    'ticked only after our own consent',
    'cannot-tell',
    [a('tick-box', { initial: 'ticked', arms: ['accept'] }, { phase: 'after-accept' }), reached],
  ],
  [
    'ticked after our own consent, but delivered ticked',
    'fail',
    [a('tick-box', { initial: 'ticked', inMarkup: 'yes', arms: ['accept'] }, { phase: 'after-accept' }), reached],
  ],
  [
    'ticked after our own consent, for marketing',
    'fail',
    [a('tick-box', { initial: 'ticked', purposes: ['privacy-policy', 'marketing'], arms: ['accept'] }, { phase: 'after-accept' }), reached],
  ],
  ['ticked box of unknown meaning', 'cannot-tell', [a('tick-box', { consent: 'unknown', initial: 'ticked' }), reached]],
  [
    'unreachable code with a ticked box',
    'cannot-tell',
    [a('collects', { reachable: 'unknown', consent: { gate: 'yes', initial: 'ticked', wayOut: 'yes', chain: [] } })],
  ],
]);
