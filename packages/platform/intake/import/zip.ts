import { inflateRawSync } from 'node:zlib';
import { ImportFileError } from './cell.ts';

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly headerAt: number;
}

/** What a workbook may unpack to, in one part and by ratio; a real sheet of 20,000 orders has 40 MB at ratio 8 to 15. */
const MOST = { entries: 2000, part: 256 * 1024 * 1024, floor: 8 * 1024 * 1024, ratio: 100 } as const;

/** Parts of a workbook by path. Every read is bounded, whatever the directory of the zip claims. */
export interface Zip {
  readonly names: readonly string[];
  /** The bytes of a part; undefined when there is none. Throws an ImportFileError when it is broken or a bomb. */
  read(name: string): Buffer | undefined;
}

/** Opens a zip held in memory. Throws an ImportFileError when it is none, is encrypted, or uses ZIP64 or odd methods. */
export function openZip(bytes: Buffer): Zip {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.length < end + 22 || bytes.readUInt32LE(0) !== 0x04034b50) throw broken();
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST.entries) throw bomb();
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let seen = 0; seen < count; seen += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw broken();
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw locked();
    // Two parts of one name: two programs would read two contents.
    if (entries.has(name)) throw broken();
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
  return { names: [...entries.keys()], read: (name) => inflate(bytes, entries.get(name)) };
}

function inflate(bytes: Buffer, entry: Entry | undefined): Buffer | undefined {
  if (entry === undefined) return undefined;
  const { method, packed, size, headerAt } = entry;
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== 0x04034b50) throw broken();
  const from = headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  if (from + packed > bytes.length) throw broken();
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return data;
  if (method !== 8) throw broken();
  const most = Math.min(MOST.part, Math.max(MOST.floor, packed * MOST.ratio));
  if (size > most) throw bomb();
  try {
    return inflateRawSync(data, { maxOutputLength: most });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : broken();
  }
}

const broken = (): ImportFileError =>
  new ImportFileError('import-file-broken', {
    zh: '不是完好的 XLSX 文件；旧版 .xls 请先另存为 .xlsx 或者 CSV',
    en: 'not a sound XLSX file; save an old .xls as .xlsx or CSV first',
  });
const locked = (): ImportFileError =>
  new ImportFileError('import-file-broken', { zh: '文件已加密，请先去除密码', en: 'the file is encrypted; take off the password first' });
const bomb = (): ImportFileError =>
  new ImportFileError('import-too-large', { zh: '压缩包展开后过大，已停止读取', en: 'the file unpacks to far too much and was not read' });
