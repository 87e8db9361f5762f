/** One named value of a structured text. `key` is a path (`user.phone`, `items[].id`). */
export interface Leaf {
  readonly key: string;
  readonly value: string;
}

const MAX_LEAVES = 20_000;
const MAX_DEPTH = 60;

/** Named values of a text that is JSON (lines of it too), a form, a multipart body or an address; null when it is none of these. */
export function leavesOf(text: string): readonly Leaf[] | null {
  if (text.length < 3) return null;
  return jsonLeaves(text) ?? multipartLeaves(text) ?? addressLeaves(text) ?? formLeaves(text);
}

function jsonLeaves(text: string): readonly Leaf[] | null {
  // Socket.IO and similar put a packet number in front.
  const start = /^\s*\d{0,6}\s*(?=[[{"])/.exec(text);
  if (!start) return null;
  const whole = parsed(text.slice(start[0].length));
  if (whole !== undefined) return typeof whole === 'string' && start[0].trim() === '' ? [{ key: '', value: whole }] : walk(whole);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || lines.length > MAX_LEAVES) return null;
  const values = lines.map(parsed);
  return values[0] === undefined
    ? null
    : values.flatMap((value, at) => (value === undefined ? [{ key: '', value: lines[at] ?? '' }] : walk(value)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function walk(root: unknown): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (value: unknown, key: string, depth: number): void => {
    if (leaves.length >= MAX_LEAVES || value === null || value === undefined) return;
    if (typeof value !== 'object' || depth > MAX_DEPTH) {
      leaves.push({ key, value: typeof value === 'object' ? JSON.stringify(value) : String(value) });
      return;
    }
    const entries = Object.entries(value);
    const list = Array.isArray(value) || (entries.length > 2 && entries.every(([name], at) => name === String(at)));
    if (list && entries.length > 2 && entries.every(([, item]) => typeof item === 'number')) {
      leaves.push({ key: `${key}[]`, value: entries.map(([, item]) => String(item)).join(',') });
      return;
    }
    for (const [name, item] of entries) visit(item, list ? `${key}[]` : key === '' ? name : `${key}.${name}`, depth + 1);
  };
  visit(root, '', 0);
  return leaves;
}

function multipartLeaves(text: string): readonly Leaf[] | null {
  const boundary = /^\s*--([^\s]{1,200})\r?\n/.exec(text)?.[1];
  if (boundary === undefined) return null;
  const leaves = text.split(`--${boundary}`).flatMap((part) => {
    const head = /^\r?\n([\s\S]{0,2000}?)\r?\n\r?\n/.exec(part);
    const name = head && /name="?([^";\r\n]*)"?/i.exec(head[1] ?? '')?.[1];
    return head && name != null ? [{ key: name, value: part.slice(head[0].length).replace(/\r?\n$/, '') }] : [];
  });
  return leaves.length > 0 ? leaves : null;
}

function addressLeaves(text: string): readonly Leaf[] | null {
  if (!/^(?:https?|wss?):\/\//i.test(text)) return null;
  const url = URL.parse(text);
  if (!url) return null;
  const inHash = url.hash.includes('?') ? url.hash.slice(url.hash.indexOf('?') + 1) : url.hash.replace(/^#/, '');
  const named = [url.search.slice(1), inHash].flatMap((part) => formLeaves(part) ?? (part === '' ? [] : [{ key: '', value: part }]));
  return [{ key: '', value: `${url.hostname}${url.pathname}` }, ...named];
}

function formLeaves(text: string): readonly Leaf[] | null {
  // `abc==` is padded base64, not a name without a value.
  if (!/^[^=&\s{}<>"]{1,200}=/.test(text) || /^[^=&]*=+$/.test(text) || /[\r\n]/.test(text.trim())) return null;
  const pairs = text.trim().split('&');
  if (pairs.length > MAX_LEAVES) return null;
  return pairs.map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? { key: '', value: decoded(pair) } : { key: decoded(pair.slice(0, at)), value: decoded(pair.slice(at + 1)) };
  });
}

/** Form decoding; what is no UTF-8 stays as it is, for the decoders that know other sets. */
function decoded(text: string): string {
  // Base64 put into a form by hand keeps its plus signs; a phone number written with them has no letters.
  const spaced = /^(?=.*[A-Za-z])[A-Za-z0-9+/]{12,}=*$/.test(text) ? text : text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
