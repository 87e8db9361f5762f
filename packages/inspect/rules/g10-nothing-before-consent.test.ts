import { g10 } from './g10-nothing-before-consent.ts';
import { a, dialog, other } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const ask = dialog({}, { role: 'agree' }, { role: 'refuse' });
const ids = { identifiers: [{ key: 'uid', where: 'query' as const }] };
const found = (canary: boolean) => ({
  found: [{ category: 'device-id' as const, key: 'fp', where: 'body' as const, encoding: 'plain', canary }],
});

samples(g10, [
  ['identifier to analytics before the choice', 'fail', [...ask, a('transfer', ids, { party: other() })]],
  [
    'identifier to an unknown other domain',
    'fail',
    [...ask, a('transfer', ids, { party: other({ service: null, category: null, company: null }) })],
  ],
  ['no prompt at all and identifiers leave', 'fail', [reached, a('transfer', ids, { phase: 'no-choice', party: other() })]],
  ['fingerprint to an advertiser', 'fail', [...ask, a('transfer', found(false), { party: other({ category: 'advertising' }) })]],
  ['held back by our guard, still attempted', 'fail', [...ask, a('transfer', { ...ids, withheld: true }, { party: other() })]],
  ['location at load', 'fail', [...ask, a('permission', { trigger: 'load', stage: 'arrive' })]],
  ['silent authorisation redirect', 'fail', [a('limit', { what: 'silent-identifier-redirect' })]],
  [
    'code collects at launch',
    'fail',
    [a('collects', { trigger: 'onLaunch', consent: { gate: 'no', initial: 'none', wayOut: 'unknown', chain: [] } }, { phase: 'static' })],
  ],
  ['same request only after accepting', 'pass', [...ask, a('transfer', ids, { phase: 'after-accept', party: other() })]],
  ['own session cookie', 'pass', [...ask, a('stored'), a('transfer', ids, { party: other({ role: 'first', category: null }) })]],
  [
    'typed and never sent by us, yet gone to an advertiser',
    'fail',
    [reached, a('transfer', { ...found(true), typed: true }, { phase: 'no-choice', party: other() })],
  ],
  [
    'typed, and kept by the shop itself',
    'pass',
    [reached, a('transfer', { ...found(true), typed: true }, { phase: 'no-choice', party: other({ role: 'first', category: null }) })],
  ],
  ['location on a press', 'pass', [...ask, a('permission')]],
  ['notifications open no PI', 'pass', [...ask, a('permission', { permission: 'notifications', trigger: 'load' })]],
  ['our own reading', 'pass', [...ask, a('transfer', { ...ids, stage: 'read' }, { party: other() })]],
  ['host contacted without identifiers', 'pass', [...ask, a('contact', {}, { party: other() })]],
  [
    'silent redirect only in the accept arm',
    'pass',
    [...ask, a('limit', { what: 'silent-identifier-redirect', arms: ['accept'] }, { phase: 'after-accept' })],
  ],
  ['location asked by the page long after load, in use', 'pass', [...ask, a('permission', { trigger: 'load', stage: 'use' })]],
  [
    'what analytics learns of the address alone',
    'pass',
    [
      ...ask,
      a(
        'transfer',
        { found: [{ category: 'ip-address', key: 'ip', where: 'query', encoding: 'plain', canary: false }] },
        { party: other() },
      ),
    ],
  ],
  ['payment service gets an identifier', 'cannot-tell', [...ask, a('transfer', ids, { party: other({ category: 'payment' }) })]],
  ['relation unknown', 'cannot-tell', [...ask, a('transfer', ids, { party: other({ role: 'unknown' }) })]],
  [
    'fingerprint to the shop itself',
    'cannot-tell',
    [...ask, a('transfer', found(false), { party: other({ role: 'first', category: null }) })],
  ],
  [
    'location at load with an explaining dialog',
    'cannot-tell',
    [...dialog({ role: 'location' }, { role: 'agree' }, { role: 'refuse' }), a('permission', { trigger: 'load', stage: 'arrive' })],
  ],
  ['foreign identifier stored', 'cannot-tell', [...ask, a('stored', {}, { party: other() })]],
  [
    'code, consent unknown',
    'cannot-tell',
    [a('collects', { consent: { gate: 'unknown', initial: 'unknown', wayOut: 'unknown', chain: [] } })],
  ],
  ['page crashed', 'cannot-tell', [a('limit', { what: 'crash' })]],
  ['walk cut, nothing asked', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'wechat' })]],
  [
    'location at load, and the page only complains that it was not given',
    'fail',
    [
      ...dialog({ role: 'location', text: '无法获取您的位置，开启定位后才能点单', stage: 'arrive' }, { role: 'agree', label: '重新定位' }),
      a('permission', { trigger: 'load', stage: 'arrive' }),
    ],
  ],
]);
