import type { ArmSummary } from '../../../capture/ledger.ts';
import type { Browser } from '../browser/launch.ts';
import type { Arm } from '../record/arm.ts';
import { followNetLog } from './follow.ts';
import { type LedgerRequest, reconcile } from './reconcile.ts';

/** Adds to the ledger of an arm what only the browser's own network log has, and says how complete the ledger was. */
export async function mergeNetLog(
  browser: Browser,
  arm: Arm,
  port: number,
  seen: readonly LedgerRequest[],
): Promise<ArmSummary['completeness']> {
  const follower = followNetLog(browser);
  const { requests, whole } = await follower.requestsOf(port);
  const { missing, completeness } = reconcile(seen, requests, whole);
  for (const request of missing) {
    arm.recordLate(request.at, 'browser', 'request', {
      request: 'net-log',
      url: request.url,
      method: request.method,
      headers: { ...request.headers },
      body: null,
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
