import { ImportFileError } from './cell.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface EncodingAnswer {
  readonly encoding: Encoding;
  /** `bom`: the file says so. `ascii`: only ASCII, any answer is right. `valid`: no other reading fits. `statistics`: the likeliest. */
  readonly by: 'bom' | 'ascii' | 'valid' | 'statistics';
  /** Bytes of the mark at the beginning. */
  readonly bom: number;
}

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** Bytes that are looked at once something else than ASCII was met. */
export const SAMPLE = 256 * 1024;

/**
 * Which encoding a text file has. `sample` should hold the first non-ASCII byte; see `sampleOf`.
 * Throws an ImportFileError when it is neither UTF-8, UTF-16 nor GB18030 (a picture, an old .xls, Big5 and the like).
 */
export function detectEncoding(sample: Uint8Array): EncodingAnswer {
  for (const [encoding, mark] of BOMS) if (mark.every((byte, at) => sample[at] === byte)) return { encoding, by: 'bom', bom: mark.length };
  const wide = wideEncoding(sample);
  if (wide !== undefined) return { encoding: wide, by: 'statistics', bom: 0 };
  if (sample.includes(0)) throw unreadable();
  if (sample.every((byte) => byte < 0x80)) return { encoding: 'utf-8', by: 'ascii', bom: 0 };
  if (isUtf8Prefix(sample)) return { encoding: 'utf-8', by: 'valid', bom: 0 };
  const gb = gbShape(sample);
  // Level-1 hanzi and the signs of row A1/A3 make up nearly all Chinese text; random bytes or Big5 do not look so.
  if (gb.bad * 50 <= gb.pairs && gb.common * 10 >= gb.pairs * 7) return { encoding: 'gb18030', by: 'statistics', bom: 0 };
  throw unreadable();
}

/** UTF-16 without a mark: ASCII has a zero as its other byte, hanzi a high byte of 4E–9F or 30/FF, always on the same side. */
function wideEncoding(sample: Uint8Array): Encoding | undefined {
  const units = Math.min(sample.length >> 1, 4096);
  if (units < 2) return undefined;
  const high = { even: 0, odd: 0, zeroEven: 0, zeroOdd: 0 };
  for (let at = 0; at < units * 2; at += 2) {
    const [even, odd] = [sample[at] ?? 0, sample[at + 1] ?? 0];
    if (even === 0) high.zeroEven += 1;
    if (odd === 0) high.zeroOdd += 1;
    if (isHigh(even)) high.even += 1;
    if (isHigh(odd)) high.odd += 1;
  }
  const enough = units * 0.85;
  // Zeros never stand in a text file of another encoding: commas and line ends always leave some.
  if (high.zeroOdd > 0 && high.odd >= enough && high.odd > high.even) return 'utf-16le';
  if (high.zeroEven > 0 && high.even >= enough && high.even > high.odd) return 'utf-16be';
  return undefined;
}

const isHigh = (byte: number): boolean => byte === 0 || byte === 0x20 || byte === 0x30 || byte === 0xff || (byte >= 0x4e && byte <= 0x9f);

/** True when the bytes are UTF-8, a character cut off at the end excepted. */
function isUtf8Prefix(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

interface GbShape {
  /** Characters of two or four bytes. */
  readonly pairs: number;
  /** Among them level-1 hanzi, punctuation and full-width letters. */
  readonly common: number;
  /** Bytes that begin no character. */
  readonly bad: number;
}

function gbShape(sample: Uint8Array): GbShape {
  const shape = { pairs: 0, common: 0, bad: 0 };
  for (let at = 0; at < sample.length; ) {
    const lead = sample[at] ?? 0;
    const next = sample[at + 1];
    if (lead < 0x80) at += 1;
    else if (next === undefined) break;
    else if (lead > 0x80 && lead < 0xff && next >= 0x40 && next !== 0x7f && next < 0xff) {
      shape.pairs += 1;
      if (next >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3)) shape.common += 1;
      at += 2;
    } else if (lead > 0x80 && lead < 0xff && next >= 0x30 && next <= 0x39) {
      shape.pairs += 1;
      at += 4;
    } else {
      shape.bad += 1;
      at += 1;
    }
  }
  return shape;
}

const unreadable = (): ImportFileError =>
  new ImportFileError('import-encoding-unknown', {
    zh: '认不出文件的文字编码（支持 GB18030、UTF-8、UTF-16）',
    en: 'the text encoding was not recognised (GB18030, UTF-8 and UTF-16 are)',
  });

/** The bytes `detectEncoding` needs: from the first one beyond ASCII on (or the beginning), at most `SAMPLE` of them, the mark kept. */
export async function sampleOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array | undefined;
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    head ??= chunk;
    if (size === 0 && chunk.every((byte) => byte < 0x80 && byte !== 0)) continue;
    kept.push(chunk);
    size += chunk.length;
    if (size >= SAMPLE) break;
  }
  return size === 0 ? (head ?? new Uint8Array()) : Buffer.concat(kept).subarray(0, SAMPLE);
}
