import { describe, expect, test } from 'vitest';
import type { SheetRow } from './cell.ts';
import { applyMap, columnMapSchema, suggestMap } from './column-map.ts';
import { findHeader } from './header.ts';
import type { OrderChannel } from './order.ts';

const sheet = (rows: readonly (readonly string[])[]): SheetRow[] =>
  rows.map((cells, at) => ({ line: at + 1, cells: cells.map((text) => ({ text, kind: 'text' })) }));

const stacked = sheet([
  ['12345市民服务热线工单导出表'],
  ['导出时间：2026-11-03', '', '共2条'],
  ['工单编号', '受理时间', '投诉人', '', '被投诉人', '', '', '诉求内容', '经办人'],
  ['', '', '姓名', '联系电话', '名称', '地址', '电话', '', ''],
  ['31010001', '2026-11-03', '甲', '10012345678', '某店', '某路1号', '', '强制关注', '乙'],
]);

describe('the header of an order file', () => {
  test('in two rows is put together without merges', () => {
    expect(findHeader(stacked)).toEqual({
      names: [
        '工单编号',
        '受理时间',
        '投诉人/姓名',
        '投诉人/联系电话',
        '被投诉人/名称',
        '被投诉人/地址',
        '被投诉人/电话',
        '诉求内容',
        '经办人',
      ],
      dataFrom: 5,
    });
  });

  test('in two rows follows the merges where the file has them', () => {
    const merge = (left: number, right: number) => ({ top: 3, bottom: 3, left, right });
    expect(findHeader(stacked, [merge(2, 3), merge(4, 6)])?.names.slice(2, 7)).toEqual([
      '投诉人/姓名',
      '投诉人/联系电话',
      '被投诉人/名称',
      '被投诉人/地址',
      '被投诉人/电话',
    ]);
  });

  test('in one row does not swallow the first row of data', () => {
    const rows = sheet([
      ['登记编号', '登记时间', '被投诉人', '投诉内容'],
      ['A1', '', '', '无内容的一行'],
    ]);
    expect(findHeader(rows)).toEqual({ names: ['登记编号', '登记时间', '被投诉人', '投诉内容'], dataFrom: 2 });
  });

  test('twice the same name is told apart, and data alone is no header', () => {
    expect(findHeader(sheet([['编号', '内容', '内容', '时间']]))?.names).toEqual(['编号', '内容', '内容#2', '时间']);
    expect(findHeader(sheet([['31010001', '某店', '强制关注公众号']]))).toBeUndefined();
  });
});

describe('the map of columns', () => {
  test('is suggested from the words, keeps reporter and operator apart, and says what it leaves', () => {
    const header = findHeader(stacked);
    if (header === undefined) throw new Error('no header');
    const { map, missing, unused, reasons } = suggestMap(header, '12345', '12345 导出');
    expect(Object.fromEntries(map.columns.map(({ field, header: name }) => [field, name]))).toEqual({
      'order-number': '工单编号',
      'received-at': '受理时间',
      content: '诉求内容',
      'operator-name': '被投诉人/名称',
      address: '被投诉人/地址',
      'reporter-name': '投诉人/姓名',
      'reporter-phone': '投诉人/联系电话',
    });
    expect([missing, unused]).toEqual([[], ['被投诉人/电话', '经办人']]);
    expect(reasons.find(({ field }) => field === 'received-at')?.word).toBe('受理时间');
    expect(columnMapSchema.parse(map)).toEqual(map);
  });

  test('never takes what only sounds alike', () => {
    const names = ['举报编号', '举报时间', '举报网址', '举报人地址', '办结时间', '处理内容', '承办单位名称', '举报内容', '营业执照编号'];
    const { map } = suggestMap({ names, dataFrom: 2 }, 'report-centre', '举报中心');
    expect(Object.fromEntries(map.columns.map(({ field, header }) => [field, header]))).toEqual({
      'order-number': '举报编号',
      'received-at': '举报时间',
      content: '举报内容',
      link: '举报网址',
    });
  });

  test('is found again by name when the columns move, and tells what a file lacks', () => {
    const map = columnMapSchema.parse({
      name: '甲',
      channel: '12315',
      defaultKind: null,
      columns: [
        { field: 'order-number', header: '登记编号' },
        { field: 'received-at', header: '登记时间' },
        { field: 'content', header: '投诉内容' },
      ],
    });
    const moved = applyMap(map, { names: ['投诉内容（必填）', '登记时间', '登记编号 *'], dataFrom: 2 });
    expect(moved.ok && [...moved.at]).toEqual([
      ['order-number', 2],
      ['received-at', 1],
      ['content', 0],
    ]);
    const lacking = applyMap({ ...map, columns: map.columns.slice(0, 2) }, { names: ['登记编号'], dataFrom: 2 });
    expect(!lacking.ok && lacking.faults.map(({ en }) => en)).toEqual([
      'the file has no column “登记时间”',
      'no column is chosen for the content',
    ]);
    expect(() => columnMapSchema.parse({ ...map, columns: [...map.columns, map.columns[0]] })).toThrow(/twice/);
  });

  test.each<[OrderChannel, string, Record<string, string>]>([
    [
      '12315',
      '登记编号,信息来源,业务类型,登记时间,提供方姓名,提供方电话,提供方地址,涉及主体名称,统一社会信用代码,涉及主体地址,具体问题,办结时间,处理结果',
      {
        'order-number': '登记编号',
        kind: '业务类型',
        'received-at': '登记时间',
        'reporter-name': '提供方姓名',
        'reporter-phone': '提供方电话',
        'operator-name': '涉及主体名称',
        uscc: '统一社会信用代码',
        address: '涉及主体地址',
        content: '具体问题',
      },
    ],
    [
      '12345',
      '序号,工单编号,诉求标题,诉求内容,诉求类型,来电人,联系电话,受理时间,发生地址,所属区,承办单位,要求办结时间,回访结果',
      {
        'order-number': '工单编号',
        title: '诉求标题',
        content: '诉求内容',
        kind: '诉求类型',
        'reporter-name': '来电人',
        'reporter-phone': '联系电话',
        'received-at': '受理时间',
        address: '发生地址',
        district: '所属区',
      },
    ],
    [
      'report-centre',
      '举报编号,举报时间,举报类别,网站名称,举报网址,举报内容,举报人,举报人联系方式,处理状态',
      {
        'order-number': '举报编号',
        'received-at': '举报时间',
        kind: '举报类别',
        'operator-name': '网站名称',
        link: '举报网址',
        content: '举报内容',
        'reporter-name': '举报人',
        'reporter-phone': '举报人联系方式',
      },
    ],
  ])('fits the columns of %s', (channel, line, expected) => {
    const header = findHeader(sheet([line.split(',')]));
    const { map } = suggestMap(header ?? { names: [], dataFrom: 2 }, channel, channel);
    expect(Object.fromEntries(map.columns.map(({ field, header: name }) => [field, name]))).toEqual(expected);
  });
});
