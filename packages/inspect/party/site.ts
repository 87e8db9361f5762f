import { isIP } from 'node:net';
import { parse } from 'tldts';
import { RENTED_SUFFIXES, type RentedSuffix } from './rented.data.ts';

/** Whose place an address is, as far as its name alone can say. */
export interface Site {
  /** `address`: IP literal; `local`: single-label name; `domain`: registrable domain; `tenant`: one customer's label under a vendor. */
  readonly kind: 'address' | 'local' | 'domain' | 'tenant';
  /** Identity: address with port, local name with port, registrable domain, or tenant host. Never null: nothing equals nothing. */
  readonly id: string;
  readonly host: string;
  readonly port: number | null;
  /** Registrable domain by public-suffix data, null for addresses and local names. */
  readonly registrable: string | null;
  readonly rented: RentedSuffix | null;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443, 'ws:': 80, 'wss:': 443 };

/** Names reserved for machines near by or for tests (RFC 6761, 6762, 2606): the label before them is one owner. */
const RESERVED = new Set(['localhost', 'test', 'example', 'invalid', 'local', 'internal', 'lan', 'home']);

const rulesByEnd = Map.groupBy(RENTED_SUFFIXES, ({ suffix }) => suffix.split('.').slice(-2).join('.'));

/**
 * Site of a URL (or of `host`, `host:port`).
 * @returns null when the text names no host, for example a `data:` or `blob:` address.
 */
export function siteOf(locator: string): Site | null {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(locator) ? locator : `http://${locator}`);
  if (!url || url.hostname === '') return null;
  const host = url.hostname.replace(/\.$/, '').toLowerCase();
  const port = url.port === '' ? (DEFAULT_PORTS[url.protocol] ?? null) : Number(url.port);
  const bare = host.replace(/^\[|\]$/g, '');
  const withPort = port === null ? host : `${host}:${port}`;
  if (isIP(bare) !== 0) return { kind: 'address', id: withPort, host, port, registrable: null, rented: null };
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length === 1) return { kind: 'local', id: withPort, host, port, registrable: null, rented: null };
  // `www.shop.cn.localhost` stands in for `www.shop.cn` on a machine that plays it.
  const played = last === 'localhost' && labels.length > 3 ? parse(labels.slice(0, -1).join('.'), { allowPrivateDomains: false }) : null;
  if (played?.isIcann && played.domain) {
    const own = `${played.domain}.localhost`;
    return { kind: 'domain', id: own, host, port, registrable: own, rented: null };
  }
  if (RESERVED.has(last)) {
    const own = labels.slice(-2).join('.');
    return { kind: 'domain', id: own, host, port, registrable: own, rented: null };
  }
  // Private suffixes off: our own dated table says where customers live, and says who the vendor is.
  const registrable = parse(host, { allowPrivateDomains: false }).domain ?? host;
  const rented = rentedOf(labels);
  if (rented) return { kind: 'tenant', id: rented.id, host, port, registrable, rented: rented.rule };
  return { kind: 'domain', id: registrable, host, port, registrable, rented: null };
}

function rentedOf(labels: readonly string[]): { id: string; rule: RentedSuffix } | null {
  const rules = [...(rulesByEnd.get(labels.slice(-2).join('.')) ?? []), ...(rulesByEnd.get(labels.slice(-3).join('.')) ?? [])];
  const found = rules
    .filter((rule) => endsLike(labels, rule.suffix.split('.')))
    .map((rule) => ({ rule, size: rule.suffix.split('.').length }))
    .sort((a, b) => b.size - a.size)
    .map(({ rule, size }) => ({ rule, tenant: labels.at(-size - 1) ?? '', id: labels.slice(-size - 1).join('.') }))
    .find(({ rule, tenant }) => rule.tenant?.test(tenant) ?? tenant !== '');
  return found ? { id: found.id, rule: found.rule } : null;
}

function endsLike(labels: readonly string[], pattern: readonly string[]): boolean {
  if (labels.length <= pattern.length) return false;
  const end = labels.slice(-pattern.length);
  return pattern.every((part, at) => {
    const label = end[at] ?? '';
    return part.endsWith('*') ? label.startsWith(part.slice(0, -1)) : label === part;
  });
}

/** Loopback, private, link-local and shared addresses: they name a network, not an owner. */
export function isPrivateAddress(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (isIP(bare) === 6) return bare === '::1' || bare === '::' || /^(f[cd]|fe[89ab])/.test(bare) || bare.startsWith('::ffff:');
  return /^(0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(bare);
}
