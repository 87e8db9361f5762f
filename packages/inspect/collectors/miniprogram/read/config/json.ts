/** A value of a configuration with the offset at which it is written. `at` of a member is the offset of its key. */
export type Json =
  | { readonly kind: 'object'; readonly at: number; readonly members: ReadonlyMap<string, Json> }
  | { readonly kind: 'array'; readonly at: number; readonly items: readonly Json[] }
  | { readonly kind: 'string'; readonly at: number; readonly value: string }
  | { readonly kind: 'plain'; readonly at: number; readonly value: number | boolean | null };

const DEEPEST = 64;

interface Cursor {
  readonly text: string;
  at: number;
}

/**
 * Reads JSON the way the tools of these platforms do: comments, trailing commas, single quotes and bare keys are accepted.
 * @returns null when it does not parse; nothing is thrown.
 */
export function parseJson(text: string): Json | null {
  const cursor: Cursor = { text, at: 0 };
  try {
    const value = readValue(cursor, 0);
    skip(cursor);
    return cursor.at >= text.length ? value : null;
  } catch {
    return null;
  }
}

const fail = (): never => {
  throw new SyntaxError('not JSON');
};

function skip(c: Cursor): void {
  for (;;) {
    const code = c.text.charCodeAt(c.at);
    if (code === 0x20 || (code >= 9 && code <= 13) || code === 0xfeff || code === 0xa0) c.at += 1;
    else if (code === 0x2f && c.text[c.at + 1] === '/') {
      const end = c.text.indexOf('\n', c.at);
      c.at = end === -1 ? c.text.length : end;
    } else if (code === 0x2f && c.text[c.at + 1] === '*') {
      const end = c.text.indexOf('*/', c.at + 2);
      c.at = end === -1 ? fail() : end + 2;
    } else return;
  }
}

function readValue(c: Cursor, depth: number): Json {
  if (depth > DEEPEST) return fail();
  skip(c);
  const at = c.at;
  const first = c.text[at];
  if (first === '{') return readObject(c, depth, at);
  if (first === '[') return readArray(c, depth, at);
  if (first === '"' || first === "'") return { kind: 'string', at, value: readString(c) };
  // Minifiers write true and false as !0 and !1.
  if (first === '!' && /[01]/.test(c.text[at + 1] ?? '')) {
    c.at += 2;
    return { kind: 'plain', at, value: c.text[at + 1] === '0' };
  }
  const word = /[-+.\w]+/y;
  word.lastIndex = at;
  const found = word.exec(c.text)?.[0] ?? fail();
  c.at += found.length;
  if (found === 'true' || found === 'false') return { kind: 'plain', at, value: found === 'true' };
  if (found === 'null' || found === 'undefined') return { kind: 'plain', at, value: null };
  const number = Number(found);
  return Number.isNaN(number) ? fail() : { kind: 'plain', at, value: number };
}

function readObject(c: Cursor, depth: number, at: number): Json {
  const members = new Map<string, Json>();
  c.at += 1;
  for (;;) {
    skip(c);
    // Blanked platform conditions leave commas without a member behind.
    while (c.text[c.at] === ',') {
      c.at += 1;
      skip(c);
    }
    if (c.text[c.at] === '}') break;
    const keyAt = c.at;
    const key = readKey(c);
    skip(c);
    if (c.text[c.at] !== ':') return fail();
    c.at += 1;
    members.set(key, { ...readValue(c, depth + 1), at: keyAt });
    skip(c);
    if (c.text[c.at] !== ',' && c.text[c.at] !== '}' && c.text[c.at] !== '"') return fail();
  }
  c.at += 1;
  return { kind: 'object', at, members };
}

function readArray(c: Cursor, depth: number, at: number): Json {
  const items: Json[] = [];
  c.at += 1;
  for (;;) {
    skip(c);
    while (c.text[c.at] === ',') {
      c.at += 1;
      skip(c);
    }
    if (c.text[c.at] === ']') break;
    items.push(readValue(c, depth + 1));
    skip(c);
  }
  c.at += 1;
  return { kind: 'array', at, items };
}

function readKey(c: Cursor): string {
  if (c.text[c.at] === '"' || c.text[c.at] === "'") return readString(c);
  const word = /[$\w\u4e00-\u9fff.-]+/y;
  word.lastIndex = c.at;
  const found = word.exec(c.text)?.[0] ?? fail();
  c.at += found.length;
  return found;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function readString(c: Cursor): string {
  const quote = c.text[c.at];
  let out = '';
  let from = c.at + 1;
  for (let i = from; i < c.text.length; i++) {
    const char = c.text[i];
    if (char === quote) {
      c.at = i + 1;
      return out + c.text.slice(from, i);
    }
    if (char === '\\') {
      const next = c.text[i + 1] ?? '';
      out += c.text.slice(from, i);
      if (next === 'u') {
        out += String.fromCharCode(Number.parseInt(c.text.slice(i + 2, i + 6), 16));
        i += 5;
      } else {
        out += ESCAPES[next] ?? (next === '\n' ? '' : next);
        i += 1;
      }
      from = i + 1;
    }
  }
  return fail();
}

/** The member at a path of keys, or null. */
export function at(json: Json | null, ...keys: readonly string[]): Json | null {
  let now: Json | null = json;
  for (const key of keys) now = now?.kind === 'object' ? (now.members.get(key) ?? null) : null;
  return now;
}

export const textOf = (json: Json | null): string | null => (json?.kind === 'string' ? json.value : null);

export const itemsOf = (json: Json | null): readonly Json[] => (json?.kind === 'array' ? json.items : []);

export const membersOf = (json: Json | null): ReadonlyMap<string, Json> => (json?.kind === 'object' ? json.members : NONE);

const NONE: ReadonlyMap<string, Json> = new Map();

/** The strings of an array, with their offsets. */
export const stringsOf = (json: Json | null): { at: number; value: string }[] =>
  itemsOf(json).flatMap((item) => (item.kind === 'string' ? [{ at: item.at, value: item.value }] : []));
