/** One line of the index: where to find what was at an address (CDXJ 0.1.0). */
export interface IndexEntry {
  readonly url: string;
  /** ISO 8601 instant. */
  readonly date: string;
  readonly mime: string;
  readonly status: number;
  readonly digest: string;
  readonly offset: number;
  readonly length: number;
  readonly recordDigest: string;
  readonly method?: string;
  /** Body of a request other than GET, in the form that makes its key unique. */
  readonly requestBody?: string;
}

/** Sort-friendly key of an address: host reversed, lower case, query sorted, as the players of WACZ compute it. */
export const searchableUrl = (url: string): string => {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return url.replaceAll(/\s/g, '%20');
  const parsed = new URL(url.replace(/^(https?:\/\/)www\d*\./i, '$1').toLowerCase());
  const query = parsed.search ? `?${parsed.search.slice(1).split('&').toSorted().join('&')}` : '';
  const port = parsed.port ? `:${parsed.port}` : '';
  return `${parsed.hostname.split('.').toReversed().join(',')}${port})${parsed.pathname}${query}`;
};

const digits = (date: string): string => new Date(date).toISOString().replaceAll(/\D/g, '');

const readable = (query: string): string => {
  try {
    return decodeURI(query);
  } catch {
    return '';
  }
};

const key = (entry: IndexEntry): string => {
  if (entry.method === undefined) return searchableUrl(entry.url);
  const query = `__wb_method=${entry.method}&${readable(entry.requestBody ?? '')}`;
  return searchableUrl(`${entry.url}${entry.url.includes('?') ? '&' : '?'}${query}`);
};

/** The whole index, sorted by bytes (`LC_ALL=C`), one line each. */
export const indexText = (entries: readonly IndexEntry[], filename: string): string =>
  entries
    .map((entry) => {
      const { url, mime, status, digest, offset, length, recordDigest, method, requestBody } = entry;
      const block = { url, mime, status, digest, length, offset, filename, recordDigest, method, requestBody };
      return Buffer.from(`${key(entry)} ${digits(entry.date)} ${JSON.stringify(block)}\n`, 'utf8');
    })
    .toSorted(Buffer.compare)
    .join('');

/** Leaves of a JSON value as query fields; a name seen before gets a running number, as the players do it. */
const flatten = (root: unknown): string => {
  const fields = new URLSearchParams();
  const seen = new Map<string, number>();
  const add = (name: string, value: string): void => {
    if (value === '') return;
    if (!fields.has(name)) fields.set(name, value);
    else {
      const number = (seen.get(name) ?? 1) + 1;
      seen.set(name, number);
      fields.set(`${name}.${number}_`, value);
    }
  };
  const walk = (value: unknown, name: string): void => {
    if (value === null) add(name, 'null');
    else if (Array.isArray(value)) for (const one of value) walk(one, name);
    else if (typeof value === 'object') for (const [inner, one] of Object.entries(value as object)) walk(one, inner);
    else add(name, String(value));
  };
  walk(root, '');
  return fields.toString();
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
};

/**
 * Body of a request in the form the players of WACZ look it up by: form fields as they are, JSON flattened, anything else in
 * base64. Long bodies are left out.
 */
export const requestBodyKey = (mediaType: string, body: Uint8Array): string => {
  if (body.length === 0 || body.length > 16_384) return '';
  const text = Buffer.from(body).toString('utf8');
  if (mediaType === 'application/x-www-form-urlencoded') return text;
  if (mediaType === 'application/json' || mediaType === 'text/plain') return flatten(parsed(text));
  return `__wb_post_data=${Buffer.from(body).toString('base64')}`;
};
