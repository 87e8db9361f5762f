import { g01 } from './g01-policy-exists.ts';
import { a, dialog } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const phone = a('field', {}, { pi: ['phone'], label: '手机号' });
const rules = (verdict: 'present' | 'absent' | 'unreadable' | 'by-link') =>
  ['purposes', 'methods', 'categories'].map((element) => a('policy-clause', { element, verdict }));

samples(g01, [
  ['phone asked, no policy anywhere', 'fail', [phone, reached]],
  ['stopped at the phone form, no policy anywhere', 'fail', [phone, a('function-reached', { reached: 'no', stoppedBy: 'phone' })]],
  ['policy without rules of collection', 'fail', [a('policy-text'), ...rules('absent'), phone, reached]],
  ['policy with rules', 'pass', [a('policy-text'), ...rules('present'), phone, reached]],
  ['purposes there, methods not: judged in G05', 'pass', [a('policy-text'), ...rules('absent'), a('policy-clause'), reached]],
  [
    'policy by another company than the pages name',
    'cannot-tell',
    [a('policy-text'), ...rules('present'), a('operator', { basis: 'copyright' }, { label: '上海某趣游戏科技有限公司' }), reached],
  ],
  ['policy text alone', 'pass', [a('policy-text'), ...rules('present')], { kind: 'policy', arms: [] }],
  ['page that asks nothing', 'pass', [reached]],
  ['link leads nowhere', 'fail', [a('policy-link', { reached: 'no' }), phone, reached]],
  [
    'agreement asked to a text that is not there',
    'fail',
    [a('policy-link', { reached: 'no', status: 404 }), ...dialog({}, { role: 'agree' }, { role: 'refuse' }), reached],
  ],
  ['link answers 404, nothing is asked', 'cannot-tell', [a('policy-link', { reached: 'no', status: 404 }), reached]],
  ['link leads nowhere, but nothing is asked', 'cannot-tell', [a('policy-link', { reached: 'no' }), reached]],
  ['link by script our reader may have missed', 'cannot-tell', [a('policy-link', { reached: 'no', href: 'javascript:;' }), phone, reached]],
  [
    'one of two links was not tried',
    'cannot-tell',
    [a('policy-link', { reached: 'no' }), a('policy-link', { reached: 'unknown' }), phone, reached],
  ],
  ['text of another company', 'cannot-tell', [a('policy-text', { foreign: 'yes' }), ...rules('present'), phone, reached]],
  ['empty shell', 'cannot-tell', [a('policy-text', { length: 4 }), phone, reached]],
  ['rules unreadable', 'cannot-tell', [a('policy-text'), ...rules('unreadable')]],
  ['rules by link', 'cannot-tell', [a('policy-text'), ...rules('by-link')]],
  ['picture overlay may carry the link', 'cannot-tell', [phone, reached, a('limit', { what: 'unreadable-image' })]],
  ['dialog nobody could read', 'cannot-tell', [phone, reached, a('prompt', { role: 'unknown', confidence: 0.2 })]],
  ['one visit only', 'cannot-tell', [phone, reached], { arms: ['untouched'] }],
  [
    'code of a mini-program: the platform may host the policy',
    'cannot-tell',
    [a('collects', {}, { phase: 'static' })],
    { kind: 'miniprogram', arms: [] },
  ],
  ['wall', 'cannot-tell', [a('limit', { what: 'wechat-wall' })]],
]);
