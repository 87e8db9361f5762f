import { describe, expect, test } from 'vitest';
import { ImportFileError, type SheetRow } from './cell.ts';
import { readCsv } from './read-csv.ts';
import { encoded, sourceOf } from './testing.ts';

async function rows(bytes: Uint8Array, step?: number): Promise<SheetRow[]> {
  return collect((await readCsv(sourceOf(bytes, step))).rows);
}
async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
const texts = (list: readonly SheetRow[]) => list.map(({ cells }) => cells.map(({ text }) => text));

describe('reading a CSV', () => {
  const text = '编号,内容\r\n1,"第一行\r\n第二行"\r\n\r\n2,“引号”与"半个引号\r\n3,末尾没有换行';

  test.each(['gb18030', 'utf-8', 'utf-16le', 'utf-16be'])('gives the same rows in %s, whatever the pieces', async (encoding) => {
    for (const step of [1, 3, 7, 65_536]) {
      const found = await rows(encoded(text, encoding, encoding.startsWith('utf-16')), step);
      expect(texts(found)).toEqual([
        ['编号', '内容'],
        ['1', '第一行\r\n第二行'],
        ['2', '“引号”与"半个引号'],
        ['3', '末尾没有换行'],
      ]);
      // Lines as an editor counts them: a cell with a line break takes two, the empty line one.
      expect(found.map(({ line }) => line)).toEqual([1, 2, 5, 6]);
    }
  });

  test('finds the separator outside quotes', async () => {
    const { delimiter } = await readCsv(sourceOf(encoded('编号\t内容\t"a,b,c,d,e"\n1\t二\t三\n', 'utf-8')));
    expect(delimiter).toBe('\t');
  });

  test('takes digits out of the guard against Excel and leaves other formulas as text', async () => {
    const found = await rows(encoded('="31010000000000000001",=HYPERLINK("http://a.example")\n,"=1+1"\n', 'utf-8'));
    expect(found[0]?.cells[0]?.text).toBe('31010000000000000001');
    expect(found[0]?.cells[1]?.text).toContain('=HYPERLINK');
    expect(found[1]?.cells[1]?.text).toBe('=1+1');
  });

  test('a quote that is never closed names its line', async () => {
    const broken = rows(encoded('编号,内容\n1,一\n2,"没有结束\n3,三\n', 'utf-8'));
    await expect(broken).rejects.toMatchObject({ code: 'import-file-broken', line: 3 });
    const { rows: before } = await readCsv(sourceOf(encoded('编号,内容\n1,一\n2,"没有结束\n', 'utf-8')));
    const read: string[] = [];
    await (async () => {
      for await (const { cells } of before) read.push(cells[0]?.text ?? '');
    })().catch(() => read.push('broken'));
    expect(read).toEqual(['编号', '1', 'broken']);
  });

  test('a million columns and an endless cell are refused before they are held', async () => {
    await expect(rows(Buffer.from(`a,b\n${','.repeat(1_000_000)}\n`))).rejects.toMatchObject({ code: 'import-too-large', line: 2 });
    await expect(rows(Buffer.from(`a,b\n${'x'.repeat(1_100_000)}\n`))).rejects.toBeInstanceOf(ImportFileError);
  });

  test('a reader who stops early leaves nothing hanging', async () => {
    const { rows: all } = await readCsv(sourceOf(Buffer.from('a,b\n1,2\n'.repeat(50_000))));
    for await (const row of all) {
      expect(row.line).toBe(1);
      break;
    }
  });

  test('reads no further than it has handed out: memory does not grow with the file', async () => {
    let given = 0;
    const line = encoded('31010000000001,强制要求授权手机号，拒绝后无法下单\n', 'gb18030');
    const piece = Buffer.concat(Array.from({ length: 500 }, () => line));
    const source = {
      name: 'endless.csv',
      size: 1,
      async *open() {
        for (;;) {
          given += 1;
          yield piece;
        }
      },
    };
    const { rows: endless } = await readCsv(source);
    given = 0;
    let seen = 0;
    for await (const { cells } of endless) {
      seen += cells.length;
      if (seen === 10_000) break;
    }
    expect(given).toBeLessThanOrEqual(11);
  });
});
