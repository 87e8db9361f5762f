import { i01 } from './i01-price-without-name.ts';
import { a } from './testing/build.ts';
import { samples } from './testing/cases.ts';

import type { PiCategory } from '@liangjian/law';
const form = (name: string, category: PiCategory, more: Parameters<typeof a<'field'>>[1] = {}) =>
  a('field', { form: name, required: 'yes', ...more }, { pi: [category], label: category });
const reached = a('function-reached');
const stopped = (stoppedBy: string, arms: ('untouched' | 'refuse' | 'accept')[] = ['untouched', 'refuse', 'accept']) =>
  a('function-reached', { reached: 'no', stoppedBy, arms });
const cars = { scene: 'S8', channel: null };

samples(i01, [
  ['price against name and phone', 'fail', [form('获取底价', 'name'), form('获取底价', 'phone'), stopped('fields')], cars],
  [
    'the page says: number first',
    'fail',
    [a('gate', { needs: 'phone', refusable: 'no', how: '填写电话即可获取最低报价' }), stopped('fields')],
    cars,
  ],
  ['an estimate against name and phone', 'fail', [form('二手车 · 估价', 'name'), form('二手车 · 估价', 'phone'), stopped('fields')], cars],
  ['price open', 'pass', [reached], cars],
  ['phone for a test drive is another step', 'pass', [form('预约试驾', 'phone'), reached], cars],
  ['number marked optional', 'cannot-tell', [form('询价', 'phone', { markedOptional: true, required: 'no' }), stopped('time')], cars],
  ['not settled', 'cannot-tell', [a('gate', { needs: 'phone', refusable: 'unknown', how: '询价请留电话' }), stopped('time')], cars],
]);
