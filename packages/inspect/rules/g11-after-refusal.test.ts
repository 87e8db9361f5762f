import { g11 } from './g11-after-refusal.ts';
import { a, dialog, other } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const ids = { identifiers: [{ key: 'uid', where: 'query' as const }] };
const refusable = (more = {}) => dialog(more, { role: 'agree' }, { role: 'refuse' });

samples(g11, [
  ['phone asked three times again', 'fail', [...refusable({ role: 'phone', afterRefusal: 3, text: '授权手机号' }), reached]],
  ['location permission again and again', 'fail', [a('permission', { afterRefusal: 2, trigger: 'load' }), reached]],
  [
    'analytics goes on after refusal',
    'fail',
    [...refusable(), a('transfer', { ...ids, arms: ['refuse'] }, { phase: 'after-refuse', party: other() })],
  ],
  [
    'permission at load after refusing the policy',
    'fail',
    [...refusable(), a('permission', { trigger: 'load', stage: 'choice', arms: ['refuse'] }, { phase: 'after-refuse' })],
  ],
  [
    'refusing opens the same question again, no way on',
    'fail',
    [
      ...dialog(
        { afterRefusal: 1 },
        { role: 'agree' },
        { role: 'refuse', effect: { tried: true, closed: 'no', left: 'no', reprompted: 'yes', proceeded: 'no' } },
      ),
      a('function-reached', { arms: ['refuse'], reached: 'no', stoppedBy: 'agreement' }),
    ],
  ],
  ['refused and left in peace', 'pass', [...refusable(), reached]],
  [
    'coupon comes back: not asking for PI',
    'pass',
    [...dialog({ role: 'coupon', afterRefusal: 3 }, { role: 'close' }), ...refusable(), reached],
  ],
  [
    'own session after refusal',
    'pass',
    [...refusable(), reached, a('transfer', { ...ids, arms: ['refuse'] }, { phase: 'after-refuse', party: other({ role: 'first' }) })],
  ],
  [
    'analytics in the accept arm only',
    'pass',
    [...refusable(), reached, a('transfer', { ...ids, arms: ['accept'] }, { phase: 'after-accept', party: other() })],
  ],
  [
    'refused, dialog still there',
    'cannot-tell',
    [
      ...dialog(
        {},
        { role: 'agree' },
        { role: 'refuse', effect: { tried: true, closed: 'no', left: 'no', reprompted: 'no', proceeded: 'yes' } },
      ),
      reached,
    ],
  ],
  ['nothing to refuse', 'pass', [reached]],
  ['log-in comes back on our own presses', 'cannot-tell', [...refusable({ role: 'login', trigger: 'input', afterRefusal: 2 }), reached]],
  ['asked once more', 'cannot-tell', [...refusable({ afterRefusal: 1 }), reached]],
  [
    'map service after refusal',
    'cannot-tell',
    [...refusable(), a('transfer', { ...ids, arms: ['refuse'] }, { phase: 'after-refuse', party: other({ category: 'map' }) })],
  ],
  ['consent cannot be refused, location was denied', 'cannot-tell', [...dialog({}, { role: 'agree' }), a('permission'), reached]],
  ['cannot be refused', 'cannot-tell', [...dialog({}, { role: 'agree' }), reached]],
  [
    'refusing leaves the page',
    'cannot-tell',
    dialog({}, { role: 'refuse', effect: { tried: true, closed: 'no', left: 'yes', reprompted: 'no', proceeded: 'no' } }),
  ],
  ['refuse arm did not finish', 'cannot-tell', [...refusable(), reached], { arms: ['untouched', 'accept'] }],
  ['wall', 'cannot-tell', [a('limit', { what: 'wechat-wall' })]],
  [
    'typed after refusing, never sent by us, yet gone to somebody else',
    'fail',
    [
      ...dialog({}, { role: 'agree' }, { role: 'refuse' }),
      a(
        'transfer',
        { typed: true, arms: ['refuse'], found: [{ category: 'phone', key: 'mobile', where: 'query', encoding: 'plain', canary: true }] },
        { phase: 'after-refuse', party: other({ service: null, category: null, company: null }) },
      ),
      a('function-reached'),
    ],
  ],
]);
