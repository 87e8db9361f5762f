import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';

/** One way a text or bytes could be unwrapped: the step's name and what came out. */
export interface Unwrapped {
  readonly step: string;
  readonly texts: readonly string[];
  /** Worth unwrapping further; else it is only looked through. */
  readonly deep: boolean;
}

const MAX_INFLATED = 4 * 1024 * 1024;
const utf8 = new TextDecoder('utf-8');
const gbk = new TextDecoder('gbk');
const utf16 = new TextDecoder('utf-16le');

/** Share of characters a person could read. */
function readable(text: string): number {
  if (text.length === 0) return 0;
  const sample = text.slice(0, 2048);
  let good = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if ((code >= 32 && code !== 127 && code < 0xfff0 && !(code >= 0x80 && code < 0xa0)) || code === 9 || code === 10 || code === 13)
      good += 1;
  }
  return good / sample.length;
}

/** Readings of bytes as text: UTF-8 when it is that, else also as single bytes and GBK; UTF-16 when full of zeros. */
export function textsOf(bytes: Buffer): { readonly texts: readonly string[]; readonly deep: boolean } {
  const text = utf8.decode(bytes);
  const clean = readable(text) >= 0.7;
  if (!text.includes('\ufffd')) {
    const zeros = text.slice(0, 512).split('\0').length - 1;
    return zeros * 3 > Math.min(512, text.length) ? { texts: [utf16.decode(bytes), text], deep: true } : { texts: [text], deep: clean };
  }
  const national = gbk.decode(bytes);
  return { texts: [text, national], deep: clean || (readable(national) >= 0.9 && !national.includes('\ufffd')) };
}

/** Unpacks by the first bytes (gzip, zlib, zstd) or, when the message says so, by name (br, deflate). */
export function inflate(bytes: Buffer, named = ''): { readonly step: string; readonly bytes: Buffer } | null {
  const options = { maxOutputLength: MAX_INFLATED };
  const attempt = (step: string, unpack: () => Buffer) => {
    try {
      const out = unpack();
      return out.length > 0 ? { step, bytes: out } : null;
    } catch {
      return null;
    }
  };
  if (bytes.length < 3) return null;
  const [first = 0, second = 0] = bytes;
  if (first === 0x1f && second === 0x8b) return attempt('gzip', () => gunzipSync(bytes, options));
  if ((first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0) {
    const out = attempt('deflate', () => inflateSync(bytes, options));
    if (out) return out;
  }
  if (bytes.length > 4 && bytes.readUInt32LE(0) === 0xfd2fb528) return attempt('zstd', () => zstdDecompressSync(bytes, options));
  if (/\bbr\b/.test(named)) return attempt('br', () => brotliDecompressSync(bytes, options));
  if (/deflate/.test(named)) return attempt('deflate', () => inflateRawSync(bytes, options));
  return null;
}

/** Without a name or a mark (raw deflate, Brotli): tried only on bytes that are no text, and believed only when text comes out. */
export function inflateBlind(bytes: Buffer): { readonly step: string; readonly bytes: Buffer } | null {
  if (bytes.length > 256 * 1024) return null;
  for (const named of ['br', 'deflate']) {
    const out = inflate(bytes, named);
    if (out && out.bytes.length * 4 > bytes.length && textsOf(out.bytes).deep) return out;
  }
  return null;
}

/** Unpacking without a mark costs much and is rare: so many tries a text. */
const BLIND_TRIES = 60;

function fromBytes(step: string, bytes: Buffer, blindly: boolean): Unwrapped[] {
  const packed = inflate(bytes);
  if (packed) return [{ step: `${step}>${packed.step}`, ...textsOf(packed.bytes) }];
  const read = textsOf(bytes);
  if (!read.deep && blindly && bytes.length >= 18) {
    const blind = inflateBlind(bytes);
    if (blind) return [{ step: `${step}>${blind.step}`, ...textsOf(blind.bytes) }];
  }
  return [{ step, ...read }];
}

/** Every unwrapping that this text's form suggests. Linear in its length. */
export function unwrap(text: string): Unwrapped[] {
  const all = [
    ...percent(text),
    ...replaced(text, 'escape', /\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})/gi, (code) => Number.parseInt(code, 16)),
    ...replaced(text, 'html', /&#(\d{2,7});|&#x([0-9a-f]{2,6});/gi, (code, hex) => (hex ? Number.parseInt(hex, 16) : Number(code))),
    ...codes(text),
    ...separated(text),
    ...wide(text),
    ...hex(text),
    ...base64(text),
  ];
  // What is only looked through is looked through together.
  const shallow = Map.groupBy(
    all.filter(({ deep }) => !deep),
    ({ step }) => step,
  );
  return [
    ...all.filter(({ deep }) => deep),
    ...[...shallow].map(([step, group]) => ({ step, texts: [group.flatMap(({ texts }) => texts).join('\n')], deep: false })),
  ];
}

function percent(text: string): Unwrapped[] {
  if (!/%(?:u[0-9a-f]{4}|[0-9a-f]{2})/i.test(text)) return [];
  const plain = text.replace(/%u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const source = Buffer.from(plain, 'utf8');
  const out = Buffer.allocUnsafe(source.length);
  let size = 0;
  for (let at = 0; at < source.length; at += 1) {
    const value = source[at] === 0x25 ? Number.parseInt(source.toString('latin1', at + 1, at + 3), 16) : Number.NaN;
    if (Number.isNaN(value) || !/^[0-9a-f]{2}$/i.test(source.toString('latin1', at + 1, at + 3))) out[size++] = source[at] ?? 0;
    else {
      out[size++] = value;
      at += 2;
    }
  }
  return [{ step: 'url', texts: textsOf(out.subarray(0, size)).texts, deep: true }];
}

function replaced(text: string, step: string, pattern: RegExp, codeOf: (first: string, second: string | undefined) => number): Unwrapped[] {
  let any = false;
  const out = text.replace(pattern, (whole, first: string | undefined, second: string | undefined) => {
    const code = codeOf(first ?? second ?? '', second);
    if (code > 0x10ffff) return whole;
    any = true;
    return String.fromCodePoint(code);
  });
  return any ? [{ step, texts: [out], deep: true }] : [];
}

/** `49,53,52,…`: character codes with separators. */
function codes(text: string): Unwrapped[] {
  return [...text.matchAll(/(?<!\d)\d{2,5}(?:[,;| _-]\s?\d{2,5}){2,4000}(?!\d)/g)].flatMap(([run]) => {
    const values = run.split(/\D+/).map(Number);
    return values.every((value) => value >= 32 && value <= 0xffff)
      ? [{ step: 'char-codes', texts: [String.fromCharCode(...values)], deep: true }]
      : [];
  });
}

/** `1-5-4-3-…`: single characters with separators. */
function separated(text: string): Unwrapped[] {
  return [...text.matchAll(/(?<![0-9a-z])[0-9a-z](?:["']?[,;|_ -]["']?[0-9a-z]){6,400}(?![0-9a-z])/gi)].map(([run]) => ({
    step: 'separated',
    texts: [run.replace(/[^0-9a-z]/gi, '')],
    deep: false,
  }));
}

/** Full-width digits and letters. */
function wide(text: string): Unwrapped[] {
  return /[\uff10-\uff5a]/.test(text) ? [{ step: 'full-width', texts: [text.normalize('NFKC')], deep: true }] : [];
}

function hex(text: string): Unwrapped[] {
  const runs = [...text.matchAll(/[0-9a-f]{12,}/gi), ...text.matchAll(/(?<![0-9a-f])[0-9a-f]{2}(?:[ :-][0-9a-f]{2}){7,}(?![0-9a-f])/gi)];
  return runs.flatMap(([run], at) => {
    const digits = run.replace(/[^0-9a-f]/gi, '');
    return (digits.length % 2 === 0 ? [digits] : [digits.slice(1), digits.slice(0, -1)]).flatMap((even) =>
      fromBytes('hex', Buffer.from(even, 'hex'), at < BLIND_TRIES),
    );
  });
}

function base64(text: string): Unwrapped[] {
  const folded = text.includes('\n') && /^[A-Za-z0-9+/=\r\n]+$/.test(text) ? text.replace(/\r?\n/g, '') : text;
  return [...folded.matchAll(/[A-Za-z0-9+/_-]{12,}/g)].flatMap(([token], at) => {
    const straight = fromBytes('base64', Buffer.from(token, 'base64'), at < BLIND_TRIES);
    if (straight.some(({ deep }) => deep)) return straight;
    // Something may be glued in front, so that the groups of four start elsewhere.
    return [...straight, ...[1, 2, 3].flatMap((shift) => fromBytes('base64', Buffer.from(token.slice(shift), 'base64'), false))];
  });
}
