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
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return url.replaceAll(' ', '%20');
  const parsed = new URL(url.replace(/^(https?:\/\/)www\d*\./i, '$1').toLowerCase());
  parsed.searchParams.sort();
  const port = parsed.port ? `:${parsed.port}` : '';
  return `${parsed.hostname.split('.').toReversed().join(',')}${port})${parsed.pathname}${parsed.search}`;
};

const digits = (date: string): string => new Date(date).toISOString().replaceAll(/\D/g, '');

const key = (entry: IndexEntry): string => {
  if (entry.method === undefined) return searchableUrl(entry.url);
  const query = `__wb_method=${entry.method}${entry.requestBody ? `&${entry.requestBody}` : ''}`;
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

/** Body of a request as the key needs it: form fields as they are, anything else in base64; long bodies are left out. */
export const requestBodyKey = (mediaType: string, body: Uint8Array): string => {
  if (body.length === 0 || body.length > 16_384) return '';
  if (mediaType === 'application/x-www-form-urlencoded') return Buffer.from(body).toString('utf8');
  return `__wb_post_data=${encodeURIComponent(Buffer.from(body).toString('base64'))}`;
};
