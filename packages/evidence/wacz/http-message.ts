/** Header names and values as the browser reports them; several values of one name are parted by a line feed. */
export type Headers = Readonly<Record<string, string>>;

/** The body we hold is decoded and whole, so headers about its transfer would be lies; they are kept under another name. */
const TRANSFER = new Set(['content-encoding', 'transfer-encoding', 'content-length']);

const lines = (headers: Headers): string[] =>
  Object.entries(headers)
    .filter(([name]) => !name.startsWith(':') && /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name))
    .flatMap(([name, value]) => value.split(/\r?\n/).map((one) => `${name}: ${one.replaceAll(/[\r\n\0]/g, ' ').trim()}\r\n`));

const clean = (text: string): string => text.replaceAll(/[\r\n\0]/g, ' ');

/** Start line and headers of a stored response, up to and with the empty line. */
export const responseHead = (status: number, statusText: string, headers: Headers, bodyBytes: number): Buffer => {
  const kept = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [TRANSFER.has(name.toLowerCase()) ? `x-orig-${name.toLowerCase()}` : name, value]),
  );
  return Buffer.from(`HTTP/1.1 ${status} ${clean(statusText)}\r\n${lines(kept).join('')}content-length: ${bodyBytes}\r\n\r\n`, 'utf8');
};

/** Start line and headers of a stored request. */
export const requestHead = (method: string, url: string, headers: Headers): Buffer => {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const target = parsed ? `${parsed.pathname}${parsed.search}` : clean(url);
  const host = parsed && !Object.keys(headers).some((name) => name.toLowerCase() === 'host') ? `host: ${parsed.host}\r\n` : '';
  return Buffer.from(`${clean(method)} ${target || '/'} HTTP/1.1\r\n${host}${lines(headers).join('')}\r\n`, 'utf8');
};

/** Value of a header, whatever its case. */
export const headerOf = (headers: Headers, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

/** Media type without parameters, lower case. */
export const mediaTypeOf = (headers: Headers): string =>
  (headerOf(headers, 'content-type') ?? 'application/octet-stream').split(';')[0]?.trim().toLowerCase() || 'application/octet-stream';
