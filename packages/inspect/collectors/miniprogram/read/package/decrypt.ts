import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { isWxapkg } from '../container/wxapkg.ts';

const MAGIC = 'V1MMWX';
const BLOCK = 1024;
/** Bytes of the package that stand in the encrypted block: one byte of it is padding. */
export const HEAD = 1023;
/** Fixed by the client; every public unpacker lists them. */
const SALT = 'saltiest';
const VECTOR = 'the iv: 16 bytes';
const SHORT_ID_MASK = 0x66;
const APP_ID = /wx[0-9a-f]{16}/;
const MOST_CANDIDATES = 64;

export const isEncrypted = (bytes: Buffer): boolean =>
  bytes.length > MAGIC.length + BLOCK && bytes.toString('latin1', 0, MAGIC.length) === MAGIC;

/** The AppID in a path, as the desktop client names its folders. */
export const appIdIn = (path: string): string | null => APP_ID.exec(path)?.[0] ?? null;

export type Decrypted =
  | { readonly how: 'whole'; readonly bytes: Buffer; readonly appId: string; readonly recovered: boolean }
  /** Only what stands behind the encrypted block: its first byte is byte 1023 of the package. */
  | { readonly how: 'tail'; readonly tail: Buffer }
  | { readonly how: 'none' };

/**
 * Opens a `V1MMWX` package: AES-256-CBC over the first 1,023 bytes under a key of the AppID, one mask byte over the rest. Without a usable
 * AppID the mask is guessed from the words that scripts hold, and the AppID is looked for in the unmasked rest; a package proves
 * the right one by its own header.
 */
export function decrypt(bytes: Buffer, candidates: readonly string[]): Decrypted {
  for (const appId of candidates) {
    const opened = open(bytes, appId);
    if (opened) return { how: 'whole', bytes: opened, appId, recovered: false };
  }
  const mask = guessMask(bytes);
  if (mask === null) return { how: 'none' };
  const tail = unmask(bytes.subarray(MAGIC.length + BLOCK), mask);
  const found = new Set<string>();
  for (const [id] of tail.toString('latin1').matchAll(/wx[0-9a-f]{16}/g)) {
    if (maskOf(id) === mask) found.add(id);
    if (found.size >= MOST_CANDIDATES) break;
  }
  for (const appId of found) {
    const opened = open(bytes, appId);
    if (opened) return { how: 'whole', bytes: opened, appId, recovered: true };
  }
  return { how: 'tail', tail };
}

const maskOf = (appId: string): number => (appId.length < 2 ? SHORT_ID_MASK : appId.charCodeAt(appId.length - 2));

function open(bytes: Buffer, appId: string): Buffer | null {
  const key = pbkdf2Sync(appId, SALT, 1000, 32, 'sha1');
  const cipher = createDecipheriv('aes-256-cbc', key, VECTOR).setAutoPadding(false);
  const head = cipher.update(bytes.subarray(MAGIC.length, MAGIC.length + BLOCK)).subarray(0, HEAD);
  if (!isWxapkg(head)) return null;
  const whole = Buffer.concat([head, unmask(bytes.subarray(MAGIC.length + BLOCK), maskOf(appId))]);
  return whole;
}

/** XOR with one byte, four at a time: packages are megabytes. */
function unmask(bytes: Buffer, mask: number): Buffer {
  const out = Buffer.from(bytes);
  const wide = new Int32Array(out.length >> 2);
  const narrow = new Uint8Array(wide.buffer);
  narrow.set(out.subarray(0, narrow.length));
  const four = mask * 0x01010101;
  for (let i = 0; i < wide.length; i++) wide[i] = (wide[i] ?? 0) ^ four;
  out.set(narrow);
  for (let i = narrow.length; i < out.length; i++) out[i] = (out[i] ?? 0) ^ mask;
  return out;
}

const MASKS = [...'0123456789abcdef'].map((char) => char.charCodeAt(0)).concat(SHORT_ID_MASK);
const ENOUGH = 20;
const WORDS = ['function', 'pages/', 'return', 'define('];

/** The mask under which a word of scripts appears most often; null when none appears. */
function guessMask(bytes: Buffer): number | null {
  const sample = bytes.subarray(MAGIC.length + BLOCK, MAGIC.length + BLOCK + 4 * 1024 * 1024);
  let best: number | null = null;
  let most = 0;
  for (const word of WORDS) {
    for (const mask of MASKS) {
      let count = 0;
      const masked = Buffer.from([...word].map((char) => char.charCodeAt(0) ^ mask));
      for (let at = sample.indexOf(masked); at !== -1 && count < 5000; at = sample.indexOf(masked, at + 1)) count += 1;
      if (count > most) [most, best] = [count, mask];
    }
    // The first word that a script holds often decides; the others are for packages with hardly any script.
    if (most >= ENOUGH) return best;
  }
  return best;
}
