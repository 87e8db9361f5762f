import type { ArmSummary } from '../../../capture/ledger.ts';
import type { Browser } from '../browser/launch.ts';
import type { Arm } from '../record/arm.ts';
import type { SentBody } from '../record/script.ts';
import { followNetLog } from './follow.ts';
import { type LedgerRequest, reconcile } from './reconcile.ts';

/** Adds to the ledger of an arm what only the browser's own network log has, and says how complete the ledger was. */
export async function mergeNetLog(
  browser: Browser,
  arm: Arm,
  port: number,
  seen: readonly LedgerRequest[],
  sent: readonly SentBody[] = [],
): Promise<ArmSummary['completeness']> {
  const follower = followNetLog(browser);
  const { requests, whole } = await follower.requestsOf(port);
  const { missing, completeness } = reconcile(seen, requests, whole);
  const bodyOf = bodiesOf(missing, sent);
  for (const request of missing) {
    const body = bodyOf(request);
    arm.recordLate(request.at, 'browser', 'request', {
      request: 'net-log',
      url: request.url,
      method: request.method,
      headers: { ...request.headers },
      body: body ? arm.put(body.bytes, body.mediaType || 'application/octet-stream', 'request-body') : null,
      resourceType: 'Other',
      initiator: { type: 'other', url: URL.parse(request.initiator) ? request.initiator : null, stack: [] },
      frameUrl: '',
      redirectOf: null,
      seenBy: ['netlog'],
      hasUserGesture: false,
    });
  }
  arm.record('browser', 'note', { code: 'completeness', detail: completeness.stated });
  follower.forget(port);
  return completeness;
}

const bare = (url: string): string => url.split('#')[0] ?? url;

/** The network log holds no bodies. What a page sends while it goes is only there: the last bodies handed over for that address are those. */
function bodiesOf<T extends { readonly url: string; readonly method: string }>(
  missing: readonly T[],
  sent: readonly SentBody[],
): (request: T) => SentBody | undefined {
  const posts = missing.filter(({ method }) => method !== 'GET' && method !== 'OPTIONS');
  return (request) => {
    const same = posts.filter(({ url }) => bare(url) === bare(request.url));
    const at = same.indexOf(request);
    const bodies = sent.filter(({ url }) => bare(url) === bare(request.url));
    return at < 0 ? undefined : bodies.at(at - same.length);
  };
}
