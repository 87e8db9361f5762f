import type { Protocol } from 'devtools-protocol';
import type { DevToolsClient, DevToolsEvent } from '../devtools/client.ts';
import type { Target } from '../devtools/targets.ts';
import type { Arm } from '../record/arm.ts';
import { whyWithheld } from './submission.ts';

type Patterns = Protocol.Fetch.RequestPattern[];

/** Documents from the start; calls only once we have touched the page, because every held call costs a round trip. */
const AT_FIRST: Patterns = [{ resourceType: 'Document' }];
const TOUCHED: Patterns = [
  ...AT_FIRST,
  { resourceType: 'XHR' },
  { resourceType: 'Fetch' },
  { resourceType: 'Ping' },
  // Codes are sent by JSONP too.
  ...['*sms*', '*Sms*', '*SMS*', '*send*', '*Send*'].map((urlPattern) => ({ resourceType: 'Script' as const, urlPattern })),
];
const OUR_OWN = /^(?:https?|about|blob|data|javascript|chrome-error|wss?):/i;
/** Why a navigation was asked for comes on another way than the request itself. */
const REASON_WAIT_MS = 25;

interface Requests {
  readonly blocked: (requestId: string) => void;
  readonly seqOf: (requestId: string) => number | null;
}

/** Holds requests back at the browser: forms always, submissions once we touched the page; names other programs' schemes. */
export function holdBack(client: DevToolsClient, arm: Arm, requests: Requests) {
  const live = new Set<Target>();
  const formUrls = new Map<string, number>();
  const typed = new Set<string>();
  let touched = false;

  const enable = (target: Target, patterns: Patterns): Promise<unknown> => client.send('Fetch.enable', { patterns }, target.sessionId);

  async function decide(target: Target, event: Protocol.Fetch.RequestPausedEvent): Promise<void> {
    const { requestId, request, resourceType, networkId } = event;
    const navigation = resourceType === 'Document';
    if (navigation && touched && request.method === 'GET') await pause(REASON_WAIT_MS);
    const bytes = request.postDataEntries?.map((entry) => Buffer.from(entry.bytes ?? '', 'base64').toString('utf8')).join('');
    const why = whyWithheld({
      url: request.url,
      method: request.method,
      body: bytes ?? request.postData ?? '',
      navigation,
      fromForm: formUrls.has(bare(request.url)),
      touched,
      typed: [...typed],
    });
    if (!why) {
      await client.send('Fetch.continueRequest', { requestId }, target.sessionId);
      return;
    }
    if (networkId !== undefined) requests.blocked(networkId);
    if (networkId !== undefined && requests.seqOf(networkId) === null) await pause(REASON_WAIT_MS);
    arm.record(target.label, 'withheld', { request: networkId === undefined ? null : requests.seqOf(networkId), url: request.url, ...why });
    // An aborted navigation leaves the page as it is; a blocked one would replace it by an error page.
    await client.send('Fetch.failRequest', { requestId, errorReason: navigation ? 'Aborted' : 'BlockedByClient' }, target.sessionId);
  }

  return {
    enable(target: Target): Promise<unknown> {
      live.add(target);
      return enable(target, touched ? TOUCHED : AT_FIRST);
    },
    gone: (target: Target): void => void live.delete(target),
    take(target: Target, event: DevToolsEvent): void {
      if (event.method === 'Fetch.requestPaused') void decide(target, event.params).catch(() => {});
      else if (event.method === 'Page.frameRequestedNavigation') {
        const { url, reason } = event.params;
        if (reason === 'formSubmissionGet' || reason === 'formSubmissionPost') formUrls.set(bare(url), arm.now());
        else formUrls.delete(bare(url));
        if (!OUR_OWN.test(url))
          arm.record(target.label, 'withheld', { request: null, url, reason: 'scheme', detail: 'another program would open' });
      }
    },
    /** From now on calls are held back as well. Done when every target is under guard. */
    async touch(text?: string): Promise<void> {
      if (text !== undefined && text.length >= 4) typed.add(text);
      if (touched) return;
      touched = true;
      await Promise.all([...live].map((target) => enable(target, TOUCHED).catch(() => {})));
    },
  };
}

const bare = (url: string): string => url.split('#')[0] ?? url;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
