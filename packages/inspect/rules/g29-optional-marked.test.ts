import { g29 } from './g29-optional-marked.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

const reached = a('function-reached');
const guardian = a('tick-box', { purposes: ['children'] }, { label: '我是孩子的监护人，同意处理孩子的年龄段' });
const birthday = (more = {}) => a('field', more, { pi: ['birth-date'], label: '生日' });
const phone = (more = {}) => a('field', more, { pi: ['phone'], label: '手机号' });

samples(g29, [
  ['birthday at the table, nothing said', 'fail', [birthday({ required: 'no' }), reached]],
  ['phone at the table, required or not unknown', 'fail', [phone(), reached]],
  ['"optional", but the program demands it', 'fail', [birthday({ markedOptional: true, required: 'yes', requiredBy: 'program' }), reached]],
  ['marked optional', 'pass', [birthday({ markedOptional: true, required: 'no' }), reached]],
  [
    'other fields carry the star',
    'pass',
    [birthday({ required: 'no' }), phone({ required: 'yes', requiredBy: 'mark' }), reached],
    { channel: 'delivery' },
  ],
  ['needed for delivery', 'pass', [phone(), reached], { channel: 'delivery' }],
  ['no fields', 'pass', [reached]],
  ['required outright is for G20', 'cannot-tell', [birthday({ required: 'yes', requiredBy: 'mark' }), reached]],
  ['member form', 'cannot-tell', [birthday({ form: '会员注册' }), reached]],
  ['no scene', 'cannot-tell', [phone(), reached], { scene: null, channel: null }],
  [
    'button for the location',
    'pass',
    [a('field', { control: 'one-tap' }, { pi: ['location-precise'] }), reached],
    { scene: 'S6', channel: null },
  ],
  [
    'age of a child under a parent’s box',
    'cannot-tell',
    [a('field', { form: '预约试听', subject: 'child' }, { pi: ['minor'], label: '孩子年龄段' }), guardian, reached],
    { scene: 'S3', channel: null },
  ],
  [
    'age of a child, no parent asked',
    'fail',
    [a('field', { form: '预约试听', subject: 'child' }, { pi: ['minor'], label: '孩子年龄段' }), reached],
    { scene: 'S3', channel: null },
  ],
  ['walk cut', 'cannot-tell', [a('function-reached', { reached: 'no', stoppedBy: 'login' })]],
  [
    'the one thing a booking asks for, and it says why',
    'cannot-tell',
    [a('field', { form: '预约课程', purposeText: '用于通知上课时间' }, { pi: ['phone'], label: '家长手机号' }), reached],
    { scene: 'S3', channel: null },
  ],
]);
