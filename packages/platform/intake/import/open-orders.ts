import { type Cell, ImportFileError, type ImportSource, importLimits, type SheetRow } from './cell.ts';
import type { EncodingAnswer } from './encoding.ts';
import { findHeader, HEADER_ROWS, type Header } from './header.ts';
import { readCsv } from './read-csv.ts';
import { type Merge, readXlsx } from './read-xlsx.ts';

/** A file as it was understood before any map is applied. */
export interface OpenedOrders {
  readonly format:
    | { readonly kind: 'csv'; readonly encoding: EncodingAnswer; readonly delimiter: string }
    | { readonly kind: 'xlsx'; readonly sheet: string; readonly sheets: readonly string[] };
  readonly header: Header;
  /** First rows of data, for the officer to see while choosing columns. */
  readonly preview: readonly SheetRow[];
  /** All rows of data, once, in constant memory for CSV. Throws an ImportFileError where the file breaks off. */
  readonly rows: AsyncGenerator<SheetRow>;
}

const PREVIEW = 5;

/**
 * Opens a file of orders: finds out the format, the encoding and the header. Throws an ImportFileError when one of them cannot be found.
 * `headerLine` names the line of the header where the search would take the wrong one.
 */
export async function openOrders(
  source: ImportSource,
  options: { readonly sheet?: string; readonly headerLine?: number } = {},
): Promise<OpenedOrders> {
  if (source.size > importLimits.bytes) throw tooLarge();
  const opened = await open(source, options.sheet);
  const head: SheetRow[] = [];
  const rows = opened.rows[Symbol.asyncIterator]();
  let broken: unknown;
  while (head.length < HEADER_ROWS + PREVIEW && broken === undefined) {
    try {
      const next = await rows.next();
      if (next.done === true) break;
      head.push(next.value);
    } catch (error) {
      broken = error;
    }
  }
  if (head.length === 0 && broken !== undefined) throw broken;
  const header = headerOf(head, opened.merges, options.headerLine);
  if (header === undefined) {
    await rows.return?.(undefined);
    throw new ImportFileError('import-no-header', {
      zh: `前${HEADER_ROWS}行里没有找到表头（如“工单编号”“诉求内容”）`,
      en: `no header (such as 工单编号, 诉求内容) was found in the first ${HEADER_ROWS} rows`,
    });
  }
  const data = head.filter(({ line }) => line >= header.dataFrom);
  return { format: opened.format, header, preview: data.slice(0, PREVIEW), rows: joined(data, rows, header, broken) };
}

interface Opened {
  readonly format: OpenedOrders['format'];
  readonly merges: readonly Merge[];
  readonly rows: AsyncIterable<SheetRow>;
}

async function open(source: ImportSource, sheet: string | undefined): Promise<Opened> {
  let first = Buffer.alloc(0);
  for await (const chunk of source.open()) {
    first = Buffer.concat([first, chunk]);
    if (first.length >= 8) break;
  }
  if (first.length === 0) throw new ImportFileError('import-file-broken', { zh: '文件是空的', en: 'the file is empty' });
  const isZip = first.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
  const isOldExcel = first.subarray(0, 4).toString('hex') === 'd0cf11e0';
  if (isZip || isOldExcel) {
    const { sheet: name, sheets, merges, rows } = await readXlsx(source, sheet);
    return { format: { kind: 'xlsx', sheet: name, sheets }, merges, rows: later(rows) };
  }
  const { encoding, delimiter, rows } = await readCsv(source);
  return { format: { kind: 'csv', encoding, delimiter }, merges: [], rows };
}

async function* later<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

function headerOf(head: readonly SheetRow[], merges: readonly Merge[], line: number | undefined): Header | undefined {
  if (line === undefined) return findHeader(head, merges);
  const row = head.find((one) => one.line === line);
  return row && { names: row.cells.map(({ text }) => text.trim()), dataFrom: line + 1 };
}

async function* joined(
  data: readonly SheetRow[],
  rows: AsyncIterator<SheetRow>,
  header: Header,
  broken: unknown,
): AsyncGenerator<SheetRow> {
  let count = 0;
  try {
    for (const row of data) yield row;
    if (broken !== undefined) throw broken;
    for (;;) {
      const next = await rows.next();
      if (next.done === true) return;
      count += 1;
      if (count > importLimits.rows) throw tooLarge(next.value.line);
      // Exports in parts repeat their header, and end with a line of totals that has next to nothing in it.
      if (!repeats(next.value.cells, header)) yield next.value;
    }
  } finally {
    await rows.return?.(undefined);
  }
}

function repeats(cells: readonly Cell[], { names }: Header): boolean {
  const filled = cells.filter(({ text }) => text.trim() !== '');
  return filled.length > 1 && cells.every(({ text }, at) => text.trim() === '' || (names[at] ?? '').endsWith(text.replace(/\s+/g, '')));
}

const tooLarge = (line: number | null = null): ImportFileError =>
  new ImportFileError(
    'import-too-large',
    {
      zh: `文件超过${importLimits.bytes / 1024 / 1024}MB 或者${importLimits.rows}行，请分成几个文件`,
      en: `the file is over ${importLimits.bytes / 1024 / 1024} MB or ${importLimits.rows} rows; split it`,
    },
    line,
  );
