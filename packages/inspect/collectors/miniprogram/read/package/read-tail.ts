import type { Entry } from '../container/container.ts';
import { safePath } from '../container/safe-path.ts';
import { HEAD } from './decrypt.ts';

const LEAST_ENTRY = 14;

/**
 * The files of a package whose first 1,023 bytes stay encrypted. What is left of the index names most files; the bytes between index and
 * first named file belong to files whose names are lost, and are given as what they look like: scripts, templates, configuration.
 */
export function openTail(tail: Buffer): Entry[] {
  const { entries, indexEnd } = restOfIndex(tail);
  const first = entries.reduce((least, one) => Math.min(least, one.offset), tail.length);
  const out: Entry[] = entries.map(({ path, offset, size }) => ({ path, size, bytes: () => tail.subarray(offset, offset + size) }));
  const nameless = tail.subarray(indexEnd, Math.max(first, indexEnd));
  const add = (path: string, from: number, to: number): void => {
    if (!out.some((one) => one.path === path)) out.push({ path, size: to - from, bytes: () => nameless.subarray(from, to) });
  };
  if (nameless.includes('define("')) add('app-service.js', 0, nameless.length);
  if (nameless.includes('gz$gwx')) add('app-wxss.js', 0, nameless.length);
  const config = configIn(nameless);
  if (config) add('app-config.json', config.from, config.to);
  return out;
}

function restOfIndex(tail: Buffer): { entries: { path: string; offset: number; size: number }[]; indexEnd: number } {
  const most = Math.min(tail.length - LEAST_ENTRY, 1100);
  for (let start = 0; start < most; start++) {
    const entries: { path: string; offset: number; size: number }[] = [];
    let at = start;
    let total = 0;
    for (let next = entryAt(tail, at); next && total + next.size <= tail.length; next = entryAt(tail, at)) {
      entries.push(next);
      total += next.size;
      at = next.end;
    }
    // One entry may be chance; a chain of them, or one that begins where the body ends, is not.
    if (entries.length >= 2) return { entries, indexEnd: at };
  }
  return { entries: [], indexEnd: 0 };
}

function entryAt(tail: Buffer, at: number): { path: string; offset: number; size: number; end: number } | null {
  if (at + LEAST_ENTRY > tail.length) return null;
  const length = tail.readUInt32BE(at);
  if (length < 2 || length > 1024 || at + 12 + length > tail.length || tail[at + 4] !== 0x2f) return null;
  const path = safePath(tail.toString('utf8', at + 4, at + 4 + length));
  const offset = tail.readUInt32BE(at + 4 + length) - HEAD;
  const size = tail.readUInt32BE(at + 8 + length);
  if (path === null || offset < 0 || offset + size > tail.length) return null;
  return { path, offset, size, end: at + 12 + length };
}

/** A JSON object that has `"pages":[`, looked for near the beginning: packages put their configuration first. */
function configIn(bytes: Buffer): { from: number; to: number } | null {
  const pages = bytes.indexOf('"pages":[');
  const from = pages === -1 ? -1 : bytes.subarray(0, pages).indexOf('{"');
  if (from === -1) return null;
  let depth = 0;
  let quoted = false;
  for (let i = from; i < Math.min(bytes.length, from + 2_000_000); i++) {
    const byte = bytes[i];
    if (byte === 0x5c) i += 1;
    else if (byte === 0x22) quoted = !quoted;
    else if (!quoted && byte === 0x7b) depth += 1;
    else if (!quoted && byte === 0x7d) {
      depth -= 1;
      if (depth === 0) return { from, to: i + 1 };
    }
  }
  return null;
}
