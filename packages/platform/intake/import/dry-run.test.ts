import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { suggestMap } from './column-map.ts';
import { type DryRunOptions, dryRun } from './dry-run.ts';
import { openOrders } from './open-orders.ts';
import { readOrders } from './read-orders.ts';
import { encoded, sourceOf } from './testing.ts';
import { type MadeCell, sheetXml, workbook } from './testing-xlsx.ts';

const head = '工单编号,受理时间,业务类型,被投诉人,诉求内容,所属区,联系电话';
const row = (number: number): string =>
  `SH2026${String(number).padStart(14, '0')},2026-11-${String((number % 20) + 1).padStart(2, '0')} 09:05,${number % 2 ? '投诉' : '举报'},某茶饮店${number % 100},"消费者反映扫码点餐时强制要求授权手机号，拒绝后无法下单，要求整改。第${number}件",浦东新区,100${String(number).padStart(8, '0')}`;

const options: DryRunOptions = { today: '2026-11-24', known: () => Promise.resolve(new Set()) };

async function mapOf(bytes: Buffer) {
  const { header, rows } = await openOrders(sourceOf(bytes));
  await rows.return(undefined);
  return suggestMap(header, '12345', '热线').map;
}

describe('a dry run', () => {
  test('of 20,000 rows of GB18030 names every bad row by its line and holds none of them', async () => {
    const bad: Readonly<Record<number, string>> = {
      777: '3.10E+19,2026-11-03,投诉,店,内容,,',
      12_345: 'SH99999,昨天,投诉,店,内容,,',
      19_999: row(5),
    };
    async function* pieces() {
      yield encoded(`${head}\r\n`, 'gb18030');
      for (let at = 1; at <= 20_000; at += 1) yield iconv.encode(`${bad[at] ?? row(at)}\r\n`, 'gb18030');
    }
    const source = { name: 'orders.csv', size: 4_000_000, open: pieces };
    const map = await mapOf(encoded(`${head}\r\n${row(1)}\r\n`, 'gb18030'));
    const seen: number[] = [];
    const result = await dryRun(source, map, {
      ...options,
      known: (numbers) => Promise.resolve(new Set(numbers.filter((number) => number.endsWith('00')))),
      progress: (rows) => seen.push(rows),
    });
    expect(result).toMatchObject({ rows: 20_000, failed: 3, known: 200, fresh: 19_797, brokenAt: null });
    expect(result.problems.map(({ line, code }) => [line, code])).toEqual([
      [778, 'number-digits-lost'],
      [12_346, 'time-form'],
      [20_000, 'number-twice'],
    ]);
    expect(seen.length).toBeGreaterThan(30);
  });

  test('reads the same orders from a CSV and from a workbook', async () => {
    const lines = [head, row(1), row(2), row(3)].map((line) => line.replaceAll('"', '').split(','));
    const made: MadeCell[][] = lines.map((cells, at) =>
      cells.map((cell, index) => (at > 0 && index === 1 ? { d: 46_328.378_472_222 + at - 1 } : cell)),
    );
    const csv = encoded(`${[head, row(1), row(2), row(3)].join('\n')}`, 'utf-16le', true);
    const orders = async (bytes: Buffer) => {
      const list = [];
      for await (const { order, problems } of readOrders(sourceOf(bytes), await mapOf(bytes), options)) list.push(order ?? problems);
      return list;
    };
    expect(await orders(workbook(sheetXml([['12345工单'], ...made])))).toEqual(await orders(csv));
  });

  test('tells where a file breaks off, and counts what came before', async () => {
    const bytes = encoded(`${head}\n${row(1)}\n${row(2)}\n3,"没有结束`, 'utf-8');
    const result = await dryRun(sourceOf(bytes), await mapOf(encoded(`${head}\n${row(1)}`, 'utf-8')), options);
    expect(result).toMatchObject({ rows: 2, fresh: 2, brokenAt: { code: 'import-file-broken', line: 4 } });
  });

  test('refuses a file that the map does not fit, one without a header, and an empty one', async () => {
    const map = await mapOf(encoded(`${head}\n${row(1)}`, 'utf-8'));
    const run = (text: string) => dryRun(sourceOf(encoded(text, 'utf-8')), map, options);
    await expect(run(`编号,诉求内容\n1,二`)).rejects.toMatchObject({ code: 'import-map-misfit' });
    await expect(run('一,二\n三,四')).rejects.toMatchObject({ code: 'import-no-header' });
    await expect(run('')).rejects.toMatchObject({ code: 'import-file-broken' });
  });

  test('leaves out a header that is repeated and follows the line of the header it is told', async () => {
    const text = `说明,甲\n${head}\n${row(1)}\n${Array.from({ length: 30 }, (_, at) => row(at + 2)).join('\n')}\n${head}\n${row(50)}\n`;
    const bytes = encoded(text, 'utf-8');
    const map = await mapOf(bytes);
    expect(await dryRun(sourceOf(bytes), map, { ...options, headerLine: 2 })).toMatchObject({ rows: 32, fresh: 32, failed: 0 });
    await expect(dryRun(sourceOf(bytes), map, { ...options, headerLine: 1 })).rejects.toMatchObject({ code: 'import-map-misfit' });
  });
});
