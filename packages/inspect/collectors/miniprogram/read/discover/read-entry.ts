import type { Entry } from '../container/container.ts';
import { decodeText, looksBinary } from '../text/decode-text.ts';

/** The text of a small file, or null when it cannot be read, is binary, or larger than `most` bytes. */
export function textOfEntry(entry: Entry, most: number): string | null {
  try {
    if (entry.size > most) return null;
    const bytes = entry.bytes();
    return bytes.length > most || looksBinary(bytes) ? null : decodeText(bytes);
  } catch {
    return null;
  }
}
