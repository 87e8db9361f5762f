import { BlockList, isIP } from 'node:net';

/** Address ranges that are not the public internet. IANA special-purpose registries, RFC 6890 and successors. */
const NOT_PUBLIC = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv6');

/** IPv4 inside an IPv6 form: mapped, compatible, NAT64, 6to4. Each reaches the inner address. */
function innerIpv4(address: string): string | null {
  const groups = expand(address);
  if (!groups) return null;
  const last = (at: number) => [groups[at] ?? 0, groups[at + 1] ?? 0].flatMap((group) => [group >> 8, group & 255]).join('.');
  const zero = (from: number, to: number) => groups.slice(from, to).every((group) => group === 0);
  if (zero(0, 5) && (groups[5] === 0xffff || (groups[5] === 0 && (groups[6] !== 0 || (groups[7] ?? 0) > 1)))) return last(6);
  if (zero(0, 4) && groups[4] === 0xffff && groups[5] === 0) return last(6);
  if (groups[0] === 0x64 && groups[1] === 0xff9b && zero(2, 6)) return last(6);
  return groups[0] === 0x2002 ? last(1) : null;
}

function expand(address: string): number[] | null {
  const plain = address.split('%')[0] ?? '';
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(plain);
  const text = dotted
    ? `${dotted[1]}${((Number(dotted[2]) << 8) | Number(dotted[3])).toString(16)}:${((Number(dotted[4]) << 8) | Number(dotted[5])).toString(16)}`
    : plain;
  const [head = '', tail] = text.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const fill = tail === undefined ? 0 : 8 - left.length - right.length;
  if (fill < 0) return null;
  const groups = [...left, ...Array<string>(fill).fill('0'), ...right].map((group) => Number.parseInt(group, 16));
  return groups.length === 8 && groups.every((group) => group >= 0 && group <= 0xffff) ? groups : null;
}

/** Whether an IP literal is on the public internet. Anything that is not an IP literal is not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !NOT_PUBLIC.check(address, 'ipv4');
  if (version !== 6) return false;
  const inner = innerIpv4(address);
  return inner === null ? !NOT_PUBLIC.check(address, 'ipv6') : isPublicAddress(inner);
}

/** Decides whether a private address may be dialled for a host and port. */
export type PrivateAllowance = (host: string, port: number, address: string) => boolean;

/**
 * Exceptions named by the user: host name, `*.suffix`, IP, CIDR, any of these with `:port`, or `all`.
 * Throws `bad-argument` on a rule it cannot read.
 */
export function parseAllowance(rules: readonly string[]): PrivateAllowance {
  const tests = rules.map(parseRule);
  return (host, port, address) => tests.some((test) => test(host, port, address));
}

function parseRule(rule: string): PrivateAllowance {
  const text = rule.trim().toLowerCase();
  if (text === 'all') return () => true;
  const withPort = isIP(text) === 6 ? null : /^(.+?):(\d{1,5})$/.exec(text);
  const name = (withPort?.[1] ?? text).replace(/^\[(.*)\]$/, '$1');
  const wanted = withPort ? Number(withPort[2]) : null;
  const onPort = (port: number) => wanted === null || wanted === port;
  const cidr = /^(.+)\/(\d{1,3})$/.exec(name);
  if (cidr && isIP(cidr[1] ?? '')) {
    const list = new BlockList();
    const family = isIP(cidr[1] ?? '') === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(cidr[1] ?? '', Number(cidr[2]), family);
    return (_, port, address) => onPort(port) && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  if (isIP(name)) return (host, port, address) => onPort(port) && (address === name || host === name);
  // This machine by name: every name that leads to its loopback address.
  if (name === 'localhost') return (_, port, address) => onPort(port) && (address === '::1' || address.startsWith('127.'));
  if (name.startsWith('*.')) return (host, port) => onPort(port) && host.endsWith(name.slice(1));
  if (/^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/.test(name)) return (host, port) => onPort(port) && host === name;
  throw Object.assign(new Error(`not a host, address, range or "all": ${rule}`), { code: 'bad-argument' });
}
