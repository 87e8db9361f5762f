import { describe, expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import type { OrderField } from './order.ts';
import { readOrder } from './read-order.ts';
import { readOrderNumber } from './order-number.ts';
import { excelDate } from './excel-date.ts';
import { readWhen } from './when.ts';

const fields: readonly OrderField[] = [
  'order-number',
  'received-at',
  'kind',
  'content',
  'operator-name',
  'uscc',
  'district',
  'reporter-phone',
];
const rules = {
  channel: '12345',
  defaultKind: null,
  at: new Map(fields.map((field, at) => [field, at])),
  names: ['编号', '时间', '类型', '内容', '商家', '代码', '区', '电话'],
  today: '2026-11-24',
} as const;
const text = (value: string): Cell => ({ text: value, kind: 'text' });
const good = ['SH2026110300000000001', '2026-11-03 09:05', '投诉', '扫码点餐强制授权手机号', '某茶饮店', '', '浦东新区', '10012345678'];
const read = (change: Readonly<Record<number, string | Cell>> = {}) =>
  readOrder({ line: 7, cells: good.map((value, at) => (typeof change[at] === 'object' ? change[at] : text(change[at] ?? value))) }, rules);
const codes = (change: Readonly<Record<number, string | Cell>>) => read(change).problems.map(({ code, column }) => `${column}:${code}`);

describe('one row as an order', () => {
  test('a good row comes whole', () => {
    expect(read()).toEqual({
      order: {
        channel: '12345',
        orderNumber: 'SH2026110300000000001',
        receivedOn: '2026-11-03',
        receivedAt: '2026-11-03T09:05:00+08:00',
        kind: 'complaint',
        title: null,
        content: '扫码点餐强制授权手机号',
        operatorName: '某茶饮店',
        uscc: null,
        address: null,
        district: '310115',
        link: null,
        reporter: { name: null, phone: '10012345678' },
      },
      problems: [],
    });
  });

  test('every fault of a row is told, with its line, its column and what to do', () => {
    const { order, problems } = read({ 0: { text: '3.1010000000000001E+19', kind: 'number' }, 1: '11/3/2026', 2: '咨询', 3: ' ' });
    expect(order).toBeNull();
    expect(problems.map(({ code, column, line }) => [line, column, code])).toEqual([
      [7, '编号', 'number-digits-lost'],
      [7, '时间', 'time-form'],
      [7, '类型', 'kind-other'],
      [7, '内容', 'content-empty'],
    ]);
    for (const { text: said, next } of problems) expect([said.zh, said.en, next.zh, next.en].every((part) => part.length > 3)).toBe(true);
  });

  test.each([
    ['both words make two files', { 2: '投诉、举报' }, 'both'],
    ['a report', { 2: '举报' }, 'report'],
  ])('%s', (_, change, kind) => {
    expect(read(change).order?.kind).toBe(kind);
  });

  test('doubts are warnings and do not stop the order', () => {
    expect(codes({ 5: '91310000MA1K00000X' })).toEqual(['代码:uscc-wrong']);
    expect(codes({ 6: '苏州市' })).toEqual(['区:district-unknown']);
    expect(codes({ 3: '店名\u202e倒写' })).toEqual(['内容:direction-marks']);
    expect(codes({ 4: { text: '某店', kind: 'formula' } })).toEqual(['商家:cell-formula']);
    expect(codes({ 3: '看不�清' })).toEqual(['内容:characters-lost']);
    expect(read({ 3: '店名\u202e倒写' }).order?.content).toBe('店名\u202e倒写');
    expect(codes({ 1: '2018-05-01' })).toEqual(['时间:time-old']);
  });

  test('payloads stay the text they are', () => {
    const payload = '=HYPERLINK("http://a.example","点我") <img src=x onerror=alert(1)>';
    expect(read({ 3: payload }).order?.content).toBe(payload);
    expect(read({ 3: 'a\u0000b\u0008c\r\nd' }).order?.content).toBe('abc\nd');
  });

  test('future days, figures for dates and error cells are refused', () => {
    expect(codes({ 1: '2026-11-25' })).toEqual(['时间:time-future']);
    expect(codes({ 1: { text: '46335.5', kind: 'number' } })).toEqual(['时间:time-figure']);
    expect(codes({ 4: { text: '#N/A', kind: 'error' } })).toEqual(['商家:cell-error']);
  });

  test.each([
    ['上海市徐汇区', '310104'],
    ['徐汇', '310104'],
    ['浦东', '310115'],
    ['闸北区', '310106'],
    ['310230', '310151'],
    ['静安区市场监督管理局', '310106'],
  ])('%s is a district', (name, code) => {
    expect(read({ 6: name }).order?.district).toBe(code);
  });
});

describe('the number of an order', () => {
  test.each<[Cell, string]>([
    [text('31010000000000000001'), '31010000000000000001'],
    [text(' ３１０１－Ａ '), '3101-A'],
    [text("'0012345"), '0012345'],
    [{ text: '123456789012345', kind: 'number' }, '123456789012345'],
    [text('沪市监举〔2026〕12号'), '沪市监举〔2026〕12号'],
  ])('%o is text', (cell, number) => {
    expect(readOrderNumber(cell)).toEqual({ ok: true, number });
  });

  test.each<[Cell, string]>([
    [{ text: '31010000000000000001', kind: 'number' }, 'digits-lost'],
    [text('3.10E+19'), 'digits-lost'],
    [{ text: '1', kind: 'formula' }, 'formula'],
    [text('12\u202e34'), 'not-a-number'],
    [text('<b>1</b>'), 'not-a-number'],
    [{ text: '12.5', kind: 'number' }, 'not-a-number'],
    [text('  '), 'empty'],
  ])('%o is refused', (cell, why) => {
    expect(readOrderNumber(cell)).toEqual({ ok: false, why });
  });
});

describe('the time of an order', () => {
  test.each([
    ['2026/11/3 9:05', '2026-11-03', '2026-11-03T09:05:00+08:00'],
    ['2026年11月3日', '2026-11-03', null],
    ['2026年11月3日 下午3时20分', '2026-11-03', '2026-11-03T15:20:00+08:00'],
    ['20261103090501', '2026-11-03', '2026-11-03T09:05:01+08:00'],
    ['2026.11.03', '2026-11-03', null],
    ['2026-11-02T20:30:00Z', '2026-11-03', '2026-11-03T04:30:00+08:00'],
    ['2026-11-03 09:05:00.000', '2026-11-03', '2026-11-03T09:05:00+08:00'],
  ])('%s', (raw, on, at) => {
    expect(readWhen(raw)).toEqual({ on, at });
  });

  test.each(['2026-02-29', '11/03/2026', '26-11-03', '2026-11-03 25:00', '昨天', '', '46335'])('%s is no time', (raw) => {
    expect(readWhen(raw)).toBeUndefined();
  });

  test('means Shanghai, wherever the machine stands', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
        process.env.TZ = zone;
        expect(readWhen('2026-11-03 00:30')).toEqual({ on: '2026-11-03', at: '2026-11-03T00:30:00+08:00' });
        expect(readWhen('2026-11-02T16:30:00Z')?.on).toBe('2026-11-03');
        expect(excelDate(46_329.020_833_333_336)).toBe('2026-11-03 00:30:00');
      }
    } finally {
      process.env.TZ = before;
    }
  });
});
