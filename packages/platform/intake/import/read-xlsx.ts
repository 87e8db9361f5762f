import { Parser } from 'htmlparser2';
import { type Cell, ImportFileError, type ImportSource, importLimits, type SheetRow } from './cell.ts';
import { excelDate } from './excel-date.ts';
import { readWorkbook, unescapeExcel, type Workbook, walk } from './xlsx-parts.ts';
import { openZip } from './zip.ts';

/** Cells that were joined to one, as columns from 0 and rows from 1, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface XlsxAnswer {
  readonly sheet: string;
  /** Names of the sheets that are visible; the first is read unless another is asked for. */
  readonly sheets: readonly string[];
  readonly merges: readonly Merge[];
  readonly rows: Generator<SheetRow>;
}

/** Packed bytes of a workbook. */
const MOST_BYTES = 48 * 1024 * 1024;
/** Characters of the sheet's XML that are turned to rows at a time. */
const STEP = 256 * 1024;
const EMPTY: Cell = { text: '', kind: 'text' };

/**
 * Opens an XLSX for reading. Numbers keep the digits of the file, so a long order number that Excel has rounded can be told;
 * a cell with a formula keeps its stored result and is marked, no formula is reckoned.
 * Throws an ImportFileError when the file is broken, too large, or has no such sheet.
 */
export async function readXlsx(source: ImportSource, sheetName?: string): Promise<XlsxAnswer> {
  if (source.size > MOST_BYTES) throw tooLarge();
  const zip = openZip(await whole(source));
  const workbook = readWorkbook(zip);
  const visible = workbook.sheets.filter(({ hidden }) => !hidden);
  const sheet = sheetName === undefined ? (visible[0] ?? workbook.sheets[0]) : workbook.sheets.find(({ name }) => name === sheetName);
  if (sheet === undefined)
    throw new ImportFileError('import-file-broken', { zh: `没有名为“${sheetName}”的工作表`, en: `there is no sheet “${sheetName}”` });
  const bytes = zip.read(sheet.path) ?? Buffer.alloc(0);
  return {
    sheet: sheet.name,
    sheets: visible.map(({ name }) => name),
    merges: mergesOf(bytes),
    rows: rowsOf(bytes, workbook),
  };
}

/** The bytes of a file; what grows past the limit while it is read is refused, whatever size it told. */
async function whole(source: ImportSource): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.open()) {
    size += chunk.length;
    if (size > MOST_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The list of merged cells stands behind the rows. */
function mergesOf(bytes: Buffer): readonly Merge[] {
  const from = bytes.lastIndexOf('<mergeCells');
  if (from < 0) return [];
  const merges: Merge[] = [];
  walk(bytes.toString('utf8', from, from + 4 * 1024 * 1024), (name, { ref }) => {
    if (name !== 'mergeCell' || ref === undefined) return;
    const [one, other] = ref.split(':').map(placeOf);
    if (one && other) merges.push({ top: one.row, bottom: other.row, left: one.column, right: other.column });
  });
  return merges;
}

/** `B12` → column 1, row 12; undefined when it is no such name. */
function placeOf(name: string): { readonly column: number; readonly row: number } | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(name);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}

interface Open {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string;
  inline: string;
}

function* rowsOf(bytes: Buffer, workbook: Workbook): Generator<SheetRow> {
  const queue: SheetRow[] = [];
  let [line, next] = [0, 0];
  let cells: Cell[] = [];
  let cell: Open | undefined;
  let inside = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        inside = name;
        if (name === 'row') {
          [line, next, cells] = [Number(attributes.r) || line + 1, 0, []];
          if (line > importLimits.rows * 5) throw tooLarge();
        } else if (name === 'c') {
          const column = placeOf(attributes.r ?? '')?.column ?? next;
          if (column >= importLimits.columns) throw tooWide(line);
          next = column + 1;
          cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s) || 0, formula: false, value: '', inline: '' };
        } else if (name === 'f' && cell) cell.formula = true;
      },
      ontext(data) {
        if (cell === undefined) return;
        if (inside === 'v') cell.value += data;
        else if (inside === 't') cell.inline += data;
      },
      onclosetag(name) {
        inside = '';
        if (name === 'c' && cell) {
          while (cells.length < cell.column) cells.push(EMPTY);
          cells[cell.column] = cellOf(cell, workbook);
          cell = undefined;
        } else if (name === 'row' && cells.some(({ text }) => text.trim() !== '')) queue.push({ line, cells });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  // Pieces are cut at `<`, a byte that never stands inside a character of UTF-8.
  for (let at = 0; at < bytes.length; ) {
    const cut = at + STEP >= bytes.length ? bytes.length : bytes.indexOf(0x3c, at + STEP);
    const to = cut < 0 ? bytes.length : cut;
    parser.write(bytes.toString('utf8', at, to));
    at = to;
    yield* queue.splice(0);
  }
  parser.end();
  yield* queue.splice(0);
}

function cellOf({ type, style, formula, value, inline }: Open, { strings, dateStyles, from1904 }: Workbook): Cell {
  const kind = formula ? 'formula' : 'text';
  switch (type) {
    case 's':
      return { text: strings[Number(value)] ?? '', kind };
    case 'inlineStr':
      return { text: unescapeExcel(inline), kind };
    case 'str':
      return { text: unescapeExcel(value), kind };
    case 'd':
      return { text: value.replace('T', ' '), kind: formula ? 'formula' : 'date' };
    case 'b':
      return { text: value === '1' ? '是' : '否', kind };
    case 'e':
      return { text: value, kind: 'error' };
    default: {
      const date = dateStyles[style] === true ? excelDate(Number(value), from1904) : undefined;
      if (date !== undefined) return { text: date, kind: formula ? 'formula' : 'date' };
      return { text: value.trim(), kind: formula ? 'formula' : value.trim() === '' ? 'text' : 'number' };
    }
  }
}

const tooLarge = (): ImportFileError =>
  new ImportFileError('import-too-large', { zh: '工作簿过大，请分成几个文件', en: 'the workbook is too large; split it' });
const tooWide = (line: number): ImportFileError =>
  new ImportFileError(
    'import-too-large',
    { zh: `第${line}行超过${importLimits.columns}列`, en: `row ${line} has more than ${importLimits.columns} columns` },
    line,
  );
