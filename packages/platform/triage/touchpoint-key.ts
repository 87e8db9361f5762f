import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';

/** What a consumer met, in the form in which two spellings of it are equal. */
export interface TouchpointKey {
  readonly kind: 'web' | 'miniprogram' | 'qr';
  /** `host/path?query`, an AppID, or the SHA-256 of what the code says. */
  readonly key: string;
  /** The place without table or order numbers: two codes of one shop share it. Null for opaque codes. */
  readonly place: string | null;
}

/** Parameters that follow the visitor, not the shop. */
const FOLLOWS =
  /^(?:utm_\w+|spm|scm|from|share\w*|timestamp|ts|_t|t|nonce|sign|token|session\w*|sid|openid|unionid|code|state|gclid|fbclid|isappinstalled|_wv|ref|referer)$/i;
/** Parameters that name a table, a lane or an order. */
const NUMBERS = /^(?:table\w*|desk\w*|seat\w*|zhuo\w*|qrcode\w*|qr|lane\w*|channel\w*|order\w*|no|num)$/i;
const MOST = 4096;

/** Reads a link, an AppID or the content of a code. Null when it is empty or no more than words. Never throws, never asks the net. */
export function touchpointKey(raw: string): TouchpointKey | null {
  const text = raw
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim()
    .slice(0, MOST);
  if (text === '') return null;
  const appId = /(?:^|[^0-9a-z])(wx[0-9a-f]{16})(?![0-9a-z])/i.exec(text)?.[1] ?? alipayId(text);
  if (appId !== undefined) return { kind: 'miniprogram', key: appId.toLowerCase(), place: appId.toLowerCase() };
  const url = urlOf(text);
  if (url !== null) return webKey(url);
  if (/^[\w+.-]+:/.test(text) || /^[\x21-\x7e]{8,}$/.test(text)) return { kind: 'qr', key: codeHash(text), place: null };
  return null;
}

/** SHA-256 of the content of a code, hex. */
export const codeHash = (content: string): string => createHash('sha256').update(content, 'utf8').digest('hex');

const alipayId = (text: string): string | undefined =>
  /(?:alipays?:\/\/|appId=)[^\s]*?appId=(20\d{14})|(?:^|appId=)(20\d{14})$/i.exec(text)?.slice(1).find(Boolean);

function urlOf(text: string): URL | null {
  const found = /^(?:https?:)?\/\/\S+$/i.test(text)
    ? text
    : /^(?:[a-z0-9\p{Script=Han}-]+\.)+[a-z\p{Script=Han}]{2,}(?::\d{1,5})?(?:[/?#]\S*)?$/iu.test(text)
      ? `https://${text}`
      : null;
  if (found === null) return null;
  try {
    const url = new URL(found.startsWith('//') ? `https:${found}` : found);
    return url.hostname.includes('.') ? url : null;
  } catch {
    return null;
  }
}

function webKey(url: URL): TouchpointKey {
  // The scheme does not make another shop, and user names in an address are a trick.
  const host = domainToASCII(url.hostname)
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const path = decoded(url.pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:index\.(?:html?|php|jsp|aspx?))?$/i, '');
  // Pages that live behind `#/` are named by it; any other fragment is a place on the page.
  const route = url.hash.startsWith('#/') ? (url.hash.slice(1).split('?')[0] ?? '') : '';
  const kept = [...url.searchParams].filter(([name]) => !FOLLOWS.test(name));
  const query = (list: readonly (readonly [string, string])[]): string =>
    list.length === 0
      ? ''
      : `?${list
          .map(([name, value]) => `${name}=${value}`)
          .sort()
          .join('&')}`;
  const base = `${host}${port}${path}${route === '' ? '' : `#${route.replace(/\/$/, '')}`}`;
  return { kind: 'web', key: `${base}${query(kept)}`, place: `${base}${query(kept.filter(([name]) => !NUMBERS.test(name)))}` };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
