import { g40 } from './g40-no-clear-text.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { PiCategory } from '@liangjian/law';
const sent = (
  where: 'query' | 'body' | 'path',
  more: Parameters<typeof a<'transfer'>>[1] = {},
  category: PiCategory = 'phone',
  encoding = 'plain',
) => a('transfer', { found: [{ category, key: 'k', where, encoding, canary: true }], typed: true, ...more }, { pi: [category] });

samples(g40, [
  ['phone over http, whatever the host', 'fail', [sent('body', { inClear: true, scheme: 'http', host: '127.0.0.1' })]],
  ['over http within one machine', 'pass', [sent('body', { inClear: true, scheme: 'http', host: 'shop.localhost' })]],
  ['in the address within one machine', 'fail', [sent('query', { inClear: true, scheme: 'http', host: 'shop.localhost' })]],
  ['phone in the address over https', 'fail', [sent('query')]],
  ['plate in the path', 'fail', [sent('path', {}, 'plate')]],
  ['form that goes out in clear', 'fail', [a('field', { submitsInClear: 'yes' }, { pi: ['phone'] })]],
  ['identity numbers of others in an answer', 'fail', [a('response-data', { masked: 'no' }, { pi: ['id-number'] })]],
  ['phone in an encrypted body', 'pass', [sent('body')]],
  ['place in a map query', 'pass', [sent('query', {}, 'location-precise'), a('function-reached')]],
  ['a mark of the device over http', 'pass', [sent('query', { inClear: true }, 'device-id'), a('function-reached')]],
  ['form over https, nothing sent', 'pass', [a('field', { submitsInClear: 'no' }, { pi: ['phone'] }), a('function-reached')]],
  ['hashed phone in the address', 'cannot-tell', [sent('query', {}, 'phone', 'sha256')]],
  ['phones masked on the screen, whole in the answer', 'fail', [a('response-data', { masked: 'no', shown: 'no' }, { pi: ['phone'] })]],
  ['a phone in an answer: perhaps the shop’s', 'cannot-tell', [a('response-data', { masked: 'no' }, { pi: ['phone'] })]],
  ['sent while we read the policy', 'cannot-tell', [sent('query', { stage: 'read' })]],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'time' })]],
]);
