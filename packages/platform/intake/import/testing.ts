import iconv from 'iconv-lite';
import type { ImportSource } from './cell.ts';

/** A file in memory, handed out in pieces of `step` bytes so that characters are cut in the middle. */
export function sourceOf(bytes: Uint8Array, step = 64 * 1024, name = 'orders.csv'): ImportSource {
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
    },
  };
}

export const encoded = (text: string, encoding: string, bom = false): Buffer => iconv.encode(text, encoding, { addBOM: bom });
