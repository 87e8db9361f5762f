import { type CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { type Cell, ImportFileError, type ImportSource, importLimits, type SheetRow } from './cell.ts';
import { detectEncoding, type EncodingAnswer, sampleOf } from './encoding.ts';

export interface CsvAnswer {
  readonly encoding: EncodingAnswer;
  readonly delimiter: string;
  readonly rows: AsyncGenerator<SheetRow>;
}

const DELIMITERS = [',', '\t', ';', '|'] as const;

/**
 * Opens a CSV of any of the encodings for reading in constant memory; empty lines are left out.
 * `rows` throws an ImportFileError that names the line when the file is broken from there on.
 */
export async function readCsv(source: ImportSource): Promise<CsvAnswer> {
  const sample = await sampleOf(source.open());
  const encoding = detectEncoding(sample);
  const delimiter = delimiterOf(await firstLines(source, encoding));
  return { encoding, delimiter, rows: rowsOf(source, encoding, delimiter) };
}

/** The separator that stands most evenly in the first lines, outside quotes; a comma when none does. */
function delimiterOf(text: string): string {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  let best = { delimiter: ',' as string, score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).sort((one, other) => one - other);
    const score = counts[counts.length >> 1] ?? 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

async function firstLines(source: ImportSource, encoding: EncodingAnswer): Promise<string> {
  const decoder = iconv.getDecoder(encoding.encoding, { stripBOM: true });
  let text = '';
  for await (const chunk of source.open()) {
    text += decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text.length > 64 * 1024) break;
  }
  return text;
}

async function* rowsOf(source: ImportSource, { encoding }: EncodingAnswer, delimiter: string): AsyncGenerator<SheetRow> {
  const queue: SheetRow[] = [];
  let line = 1;
  const parser = parse({
    delimiter,
    // 12345 exports have stray quotes inside cells and ragged lines; both are told per row, not per file.
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: importLimits.record,
    record_delimiter: ['\r\n', '\n', '\r'],
    // Rows are taken here and not from the stream: an error would throw away those that were read before it.
    on_record: (record: readonly string[]) => {
      const at = line;
      line += 1 + record.reduce((sum, text) => sum + breaksIn(text), 0);
      if (record.length > importLimits.columns) throw tooWide(at);
      if (record.some((text) => text.trim() !== '')) queue.push({ line: at, cells: record.map(cellOf) });
      return null;
    },
  });
  parser.on('error', () => undefined).resume();
  try {
    for await (const text of decoded(source, encoding)) {
      await new Promise<void>((done, failed) => parser.write(text, (error) => (error ? failed(error) : done())));
      yield* queue.splice(0);
    }
    await new Promise<void>((done, failed) => parser.once('error', failed).once('end', done).end());
    yield* queue.splice(0);
  } catch (error) {
    yield* queue.splice(0);
    throw error instanceof ImportFileError ? error : broken(error, line);
  } finally {
    parser.destroy();
  }
}

/** Line breaks inside a cell: an editor counts them too. */
const breaksIn = (text: string): number => (text.includes('\n') || text.includes('\r') ? (text.match(/\r\n|\n|\r/g)?.length ?? 0) : 0);

async function* decoded(source: ImportSource, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of source.open()) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield rest;
}

/** `="0123"` is how exports keep Excel from turning digits into a number; every other formula stays the text it is. */
function cellOf(raw: string): Cell {
  const guarded = /^\s*="([^"]*)"\s*$/.exec(raw);
  return { text: guarded?.[1] ?? raw, kind: 'text' };
}

const tooWide = (line: number): ImportFileError =>
  new ImportFileError(
    'import-too-large',
    {
      zh: `第${line}行超过${importLimits.columns}列`,
      en: `line ${line} has more than ${importLimits.columns} columns`,
    },
    line,
  );

function broken(error: unknown, line: number): ImportFileError {
  const code = (error as CsvError | undefined)?.code;
  if (code === 'CSV_MAX_RECORD_SIZE')
    return new ImportFileError(
      'import-too-large',
      { zh: `第${line}行过长，多半是引号没有成对`, en: `line ${line} is too long, most likely a quote is not closed` },
      line,
    );
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return new ImportFileError(
      'import-file-broken',
      { zh: `第${line}行的引号没有成对`, en: `a quote on line ${line} is not closed` },
      line,
    );
  return new ImportFileError(
    'import-file-broken',
    { zh: `文件从第${line}行起无法读取`, en: `the file cannot be read from line ${line} on` },
    line,
  );
}
