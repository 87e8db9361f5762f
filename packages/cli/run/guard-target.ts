import { isIP } from 'node:net';
import { isPublicAddress, parseAllowance } from '@liangjian/inspect';
import { Fault } from '../fault.ts';

/** Refuses an address that is plainly private before a browser is started; names are checked when they resolve. Throws `target-refused-private-address`. */
export function guardTarget(url: string, allowPrivate: readonly string[], hostMap: ReadonlyMap<string, string>): void {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replaceAll(/[[\]]/g, '');
  const number = Number(port) || (protocol === 'https:' ? 443 : 80);
  if (hostMap.has(host) || hostMap.has(`${host}:${number}`)) return;
  const address = isIP(host) ? host : host === 'localhost' || host.endsWith('.localhost') ? '127.0.0.1' : null;
  if (address === null || isPublicAddress(address)) return;
  if (!parseAllowance(allowPrivate)(host, number, address)) throw new Fault('target-refused-private-address', url);
}
