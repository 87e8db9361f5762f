import { Parser } from 'htmlparser2';
import { ImportFileError } from './cell.ts';
import type { Zip } from './zip.ts';

/** What the sheet needs from the other parts of a workbook. */
export interface Workbook {
  /** Names in the order of the tabs, with the path of each. */
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly hidden: boolean }[];
  readonly strings: readonly string[];
  /** For every cell style whether it shows a date. */
  readonly dateStyles: readonly boolean[];
  /** Dates count from 1904 (old Macs). */
  readonly from1904: boolean;
}

type Attributes = Readonly<Record<string, string>>;
type Visit = (name: string, attributes: Attributes) => void;

/** Walks an XML part without building a tree; names come without their prefix. No DTD is read, so no entity can grow. */
export function walk(
  xml: string,
  open: Visit,
  text: (data: string) => void = () => undefined,
  close: (name: string) => void = () => undefined,
): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(bare(name), attributes),
      ontext: text,
      onclosetag: (name) => close(bare(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads the parts of a workbook. Throws an ImportFileError when it has no sheet. */
export function readWorkbook(zip: Zip): Workbook {
  const part = (name: string): string => zip.read(name)?.toString('utf8') ?? '';
  const targets = new Map<string, string>();
  walk(part('xl/_rels/workbook.xml.rels'), (name, { Id, Target }) => {
    if (name === 'Relationship' && Id && Target) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  });
  const sheets: { name: string; path: string; hidden: boolean }[] = [];
  let from1904 = false;
  walk(part('xl/workbook.xml'), (name, attributes) => {
    if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
    const path = targets.get(attributes['r:id'] ?? '');
    if (name === 'sheet' && path !== undefined && zip.names.includes(path))
      sheets.push({ name: attributes.name ?? '', path, hidden: attributes.state !== undefined && attributes.state !== 'visible' });
  });
  if (sheets.length === 0) throw new ImportFileError('import-file-broken', { zh: '文件里没有工作表', en: 'the workbook has no sheet' });
  return { sheets, strings: sharedStrings(part('xl/sharedStrings.xml')), dateStyles: dateStyles(part('xl/styles.xml')), from1904 };
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let [current, inText, phonetic] = ['', false, false];
  walk(
    xml,
    (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    (data) => {
      if (inText) current += data;
    },
    (name) => {
      if (name === 'si') strings.push(unescapeExcel(current));
      if (name === 'rPh') phonetic = false;
      if (name === 't') inText = false;
    },
  );
  return strings;
}

/** Excel writes characters that XML forbids as `_x000D_`. */
export const unescapeExcel = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

/** Built-in formats that show a date or a time; 27–36 and 50–58 are the Chinese ones. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

function dateStyles(xml: string): readonly boolean[] {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  walk(
    xml,
    (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') inCells = true;
      const id = Number(numFmtId);
      if (name === 'numFmt' && formatCode !== undefined) custom.set(id, showsDate(formatCode));
      if (name === 'xf' && inCells) styles.push(custom.get(id) ?? isBuiltInDate(id));
    },
    undefined,
    (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  );
  return styles;
}

/** A format shows a date when letters of date remain once quoted text, colours and escapes are gone. */
const showsDate = (format: string): boolean => /[ymdhs年月日时]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|General/gi, ''));
