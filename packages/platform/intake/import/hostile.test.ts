import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ImportFileError } from './cell.ts';
import type { ColumnMap } from './column-map.ts';
import { openOrders } from './open-orders.ts';
import { readOrders } from './read-orders.ts';
import { encoded, sourceOf } from './testing.ts';
import { sheetXml, workbook } from './testing-xlsx.ts';

const map: ColumnMap = {
  name: '甲',
  channel: '12345',
  defaultKind: 'report',
  columns: [
    { field: 'order-number', header: '工单编号' },
    { field: 'received-at', header: '受理时间' },
    { field: 'content', header: '诉求内容' },
  ],
};
const table = [
  ['工单编号', '受理时间', '诉求内容'],
  ['SH000001', '2026-11-03', '强制要求授权手机号'],
  ['SH000002', '2026-11-04', '注销不了账号'],
];

/** Reads to the end; whatever is wrong must come as a fault a person can act on. */
async function readAll(bytes: Uint8Array): Promise<number> {
  let rows = 0;
  try {
    const { rows: data } = await openOrders(sourceOf(bytes));
    await data.return(undefined);
    for await (const { order, problems } of readOrders(sourceOf(bytes, 97), map, { today: '2026-11-24' })) {
      rows += 1;
      expect(order === null ? problems.length : 1).toBeGreaterThan(0);
    }
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error;
    expect([error.detail.zh.length > 3, error.detail.en.length > 3]).toEqual([true, true]);
  }
  return rows;
}

describe('files that are not what they should be', () => {
  const book = workbook(sheetXml(table));
  const text = encoded(table.map((row) => row.join(',')).join('\r\n'), 'gb18030');

  test('the sound ones are read', async () => {
    expect([await readAll(book), await readAll(text)]).toEqual([2, 2]);
  });

  test('a workbook with bytes changed, cut or repeated gives rows or one clear fault', async () => {
    const at = fc.integer({ min: 0, max: book.length - 1 });
    const change = fc.array(fc.tuple(at, fc.integer({ min: 0, max: 255 })), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(change, at, fc.boolean(), async (changes, cut, cuts) => {
        const bytes = Buffer.from(book);
        for (const [place, value] of changes) bytes[place] = value;
        await readAll(cuts ? bytes.subarray(0, cut) : bytes);
      }),
      { numRuns: 150 },
    );
  });

  test('any bytes at all give rows or one clear fault', async () => {
    const noise = fc.uint8Array({ maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(noise, fc.constantFrom('before', 'after', 'alone'), async (bytes, where) => {
        await readAll(where === 'alone' ? bytes : where === 'before' ? Buffer.concat([bytes, text]) : Buffer.concat([text, bytes]));
      }),
      { numRuns: 150 },
    );
  });

  test('a sheet with wild XML gives rows or one clear fault', async () => {
    const piece = fc.constantFrom(
      '<c r="A1">',
      '<v>',
      '</v>',
      '</c>',
      '<row r="2">',
      '</row>',
      '<is><t>',
      '&#0;',
      '&amp;',
      '<f>1+1</f>',
      ']]>',
      '<![CDATA[x]]>',
      '9e99',
      '-1',
      '<c t="s" r="ZZ9">',
      '<mergeCells',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        await readAll(workbook(`<worksheet><sheetData>${pieces.join('')}</sheetData></worksheet>`));
      }),
      { numRuns: 150 },
    );
  });
});
