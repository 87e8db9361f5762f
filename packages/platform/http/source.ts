import { createHmac, randomBytes } from 'node:crypto';

const LIFE_MS = 3_600_000;
let key = randomBytes(32);
let since = Date.now();

/**
 * A name for where a request comes from that cannot be turned back into an address: keyed by a secret that lives in memory only and
 * changes every hour. Good enough to hold back a flood, useless to find a person.
 */
export function sourceOf(address: string, now = Date.now()): string {
  if (now - since > LIFE_MS) {
    key = randomBytes(32);
    since = now;
  }
  return createHmac('sha256', key).update(network(address)).digest('base64url').slice(0, 16);
}

/** One household is one source: a /64 of IPv6 can hold any number of addresses. */
const network = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
