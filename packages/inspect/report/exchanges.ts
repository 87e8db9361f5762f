import type { HttpExchange } from '@liangjian/evidence';
import type { StoredCapture } from '../capture/read-capture.ts';
import type { LedgerEvent } from '../capture/ledger.ts';

/** Every exchange that got an answer, arm by arm in the order of the ledger: what a web archive player can show again. */
export function httpExchanges(stored: StoredCapture): HttpExchange[] {
  const began = Date.parse(stored.capture.startedAt);
  const held = new Set(stored.capture.artefacts.map((artefact) => artefact.sha256));
  return stored.arms.flatMap(({ events }) => {
    const answers = new Map<number, LedgerEvent<'response'>>();
    const bodies = new Map<number, string>();
    for (const event of events) {
      if (event.type === 'response' && !answers.has(event.request)) answers.set(event.request, event);
      if (event.type === 'body' && event.body && held.has(event.body.sha256)) bodies.set(event.request, event.body.sha256);
    }
    return events.flatMap((event): HttpExchange[] => {
      if (event.type !== 'request' || !/^https?:/i.test(event.url)) return [];
      const answer = answers.get(event.seq);
      if (!answer) return [];
      const body = bodies.get(event.seq);
      return [
        {
          url: event.url,
          method: event.method,
          requestHeaders: event.headers,
          ...(event.body && held.has(event.body.sha256) ? { requestBodySha256: event.body.sha256 } : {}),
          status: answer.status,
          responseHeaders: answer.headers,
          ...(body === undefined ? {} : { bodySha256: body }),
          at: new Date(began + event.t).toISOString(),
        },
      ];
    });
  });
}

/** Pages a consumer would have seen, each once. */
export function visitedPages(stored: StoredCapture): { readonly url: string; readonly title: string; readonly ts: string }[] {
  const began = Date.parse(stored.capture.startedAt);
  const pages = new Map<string, { url: string; title: string; ts: string }>();
  for (const { events } of stored.arms)
    for (const event of events)
      if (event.type === 'surface' && /^https?:/i.test(event.url) && !pages.has(event.url))
        pages.set(event.url, { url: event.url, title: event.title, ts: new Date(began + event.t).toISOString() });
  return [...pages.values()];
}
