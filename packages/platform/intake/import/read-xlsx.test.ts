import oracle from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { excelDate } from './excel-date.ts';
import { readXlsx } from './read-xlsx.ts';
import { sourceOf } from './testing.ts';
import { type MadeCell, sheetXml, workbook, zipOf } from './testing-xlsx.ts';

const read = async (bytes: Buffer) => {
  const answer = await readXlsx(sourceOf(bytes, 65_536, 'orders.xlsx'));
  return { ...answer, rows: [...answer.rows] };
};
const rows: readonly (readonly MadeCell[])[] = [
  ['工单编号', '受理时间', '内容', null, '金额'],
  ['31010000000000000001', { d: 46_335.378_472_222_2 }, '扫码点餐强制授权 <手机号> & 位置', null, { n: '12.5' }],
  [{ n: '3.1010000000000001E+19' }, { d: 46_336 }, { f: 'HYPERLINK("http://a.example")', result: '点我' }, null, { n: '7' }],
];

describe('reading an XLSX', () => {
  test('keeps digits as written, shows dates as dates and marks formulas', async () => {
    const found = await read(workbook(sheetXml(rows, ['C1:D1'], 3)));
    expect(found).toMatchObject({ sheet: '工单', sheets: ['工单'], merges: [{ top: 1, bottom: 1, left: 2, right: 3 }] });
    expect(found.rows.map(({ line }) => line)).toEqual([3, 4, 5]);
    expect(found.rows[1]?.cells).toEqual([
      { text: '31010000000000000001', kind: 'text' },
      { text: '2026-11-09 09:05:00', kind: 'date' },
      { text: '扫码点餐强制授权 <手机号> & 位置', kind: 'text' },
      { text: '', kind: 'text' },
      { text: '12.5', kind: 'number' },
    ]);
    expect(found.rows[2]?.cells[0]).toEqual({ text: '3.1010000000000001E+19', kind: 'number' });
    expect(found.rows[2]?.cells[2]).toEqual({ text: '点我', kind: 'formula' });
  });

  test('reads the same texts and days as an independent reader', async () => {
    const bytes = workbook(sheetXml(rows));
    const theirs = (await oracle(bytes))[0]?.data ?? [];
    const ours = (await read(bytes)).rows;
    expect(ours).toHaveLength(theirs.length);
    for (const [at, row] of theirs.entries())
      for (const [index, value] of row.entries()) {
        const cell = ours[at]?.cells[index];
        const shown = value instanceof Date ? new Date(value.getTime() + 500).toISOString().slice(0, 19).replace('T', ' ') : value;
        expect(cell?.kind === 'number' ? Number(cell.text) : (cell?.text ?? '')).toEqual(shown ?? '');
      }
  });

  test('shared strings leave out the reading aid, and dates may count from 1904', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const found = await read(
      workbook(`<worksheet xmlns="${main}"><sheetData><row><c t="s"><v>0</v></c><c s="1"><v>1000</v></c></row></sheetData></worksheet>`, {
        'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><r><t>上海</t></r><rPh><t>shang</t></rPh><r><t>_x000A_浦东</t></r></si></sst>`,
      }),
    );
    expect(found.rows[0]?.cells.map(({ text }) => text)).toEqual(['上海\n浦东', '1902-09-26 00:00:00']);
    expect(excelDate(0, true)).toBeUndefined();
    expect([excelDate(46_335), excelDate(44_873, true)]).toEqual(['2026-11-09 00:00:00', '2026-11-09 00:00:00']);
  });

  test.each([
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import-file-broken'],
    ['a cut file', workbook(sheetXml(rows)).subarray(0, 400), 'import-file-broken'],
    ['a zip without a sheet', zipOf({ 'a.txt': 'x' }), 'import-file-broken'],
    ['a bomb that tells its size', workbook(sheetXml(rows), { 'xl/sharedStrings.xml': ' '.repeat(40_000_000) }), 'import-too-large'],
    ['a bomb that lies about its size', zipOf({ ...parts(), 'xl/worksheets/sheet1.xml': ' '.repeat(40_000_000) }, 100), 'import-too-large'],
    [
      'a cell in the last column',
      workbook('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'),
      'import-too-large',
    ],
    [
      'a row beyond every list',
      workbook('<worksheet><sheetData><row r="1048577"><c r="A1048577"><v>1</v></c></row></sheetData></worksheet>'),
      'import-too-large',
    ],
  ])('%s is refused', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });

  test('entities cannot grow', async () => {
    const lol = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>';
    const found = await read(
      workbook(`${lol}<worksheet><sheetData><row><c t="inlineStr"><is><t>&c;x</t></is></c></row></sheetData></worksheet>`),
    );
    expect(found.rows[0]?.cells[0]?.text).toBe('&c;x');
  });
});

function parts(): Record<string, string> {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    'xl/workbook.xml': `<workbook xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  };
}
