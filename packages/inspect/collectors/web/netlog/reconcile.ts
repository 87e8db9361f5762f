import type { ArmSummary } from '../../../capture/ledger.ts';
import type { NetLogRequest } from './parse.ts';

/** A request as our own ledger has it. */
export interface LedgerRequest {
  readonly url: string;
  readonly method: string;
  /** It never reached the network: withheld, blocked by the page's policy, answered by a cache or a service worker. */
  readonly stayed: boolean;
}

export interface Reconciled {
  /** Requests that only the net-log has, in its order. */
  readonly missing: readonly NetLogRequest[];
  readonly completeness: ArmSummary['completeness'];
}

const keyOf = (method: string, url: string): string => `${method} ${url.split('#')[0]}`;

/** Counts two independent ledgers of one arm against each other, each request once. */
export function reconcile(ledger: readonly LedgerRequest[], netLog: readonly NetLogRequest[], whole: boolean): Reconciled {
  const open = new Map<string, { sent: number; stayed: number }>();
  for (const request of ledger) {
    const key = keyOf(request.method, request.url);
    const count = open.get(key) ?? { sent: 0, stayed: 0 };
    open.set(key, request.stayed ? { ...count, stayed: count.stayed + 1 } : { ...count, sent: count.sent + 1 });
  }
  const missing: NetLogRequest[] = [];
  let both = 0;
  for (const request of netLog) {
    const count = open.get(keyOf(request.method, request.url));
    if (count && count.sent > 0) count.sent -= 1;
    else if (count && count.stayed > 0) count.stayed -= 1;
    else {
      missing.push(request);
      continue;
    }
    both += 1;
  }
  const devtools = [...open.values()].reduce((sum, count) => sum + count.sent, 0);
  const all = both + missing.length + devtools;
  const stated = whole
    ? `${all} requests in the ledger: ${both} seen by both recorders, ${missing.length} by the net-log only (added), ${devtools} by DevTools only`
    : `the net-log could not be read to its end; ${devtools + both} requests seen by DevTools, ${missing.length} added from the net-log`;
  return { missing, completeness: { devtools: both + devtools, netlog: both + missing.length, both, missing: missing.length, stated } };
}
