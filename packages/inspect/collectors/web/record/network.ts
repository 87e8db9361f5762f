import type { Protocol } from 'devtools-protocol';
import type { BodyRef } from '../../../capture/ledger.ts';
import type { DevToolsClient, DevToolsEvent } from '../devtools/client.ts';
import type { Target } from '../devtools/targets.ts';
import type { Arm, HeldEvent } from './arm.ts';
import type { LedgerRequest } from '../netlog/reconcile.ts';
import type { BodyTaker } from './bodies.ts';
import { headersOf, stackOf } from './wire.ts';

type Network = Protocol.Network.RequestWillBeSentEvent;

/** One hop of one request: a redirect makes a further hop under the same DevTools id. */
interface Hop {
  readonly id: string;
  readonly url: string;
  readonly method: string;
  readonly place: HeldEvent<'request'>;
  readonly event: Network;
  readonly target: Target;
  body: BodyRef | null;
  bodyPending: boolean;
  extra: Protocol.Network.RequestWillBeSentExtraInfoEvent | null;
  extraExpected: boolean;
  response: { place: HeldEvent<'response'>; fill: (extra: Protocol.Network.ResponseReceivedExtraInfoEvent | null) => void } | null;
  responseExtra: Protocol.Network.ResponseReceivedExtraInfoEvent | null;
  received: number;
  ended: boolean;
  mediaType: string;
  events: string[];
  /** Known not to have reached the network. */
  stayed: boolean;
}

export interface NetworkWatch {
  /** Bytes that a script handed over to be sent to that address even while its page goes. */
  readonly handedOver: (url: string) => Buffer | undefined;
  readonly request: (event: { readonly url: string; readonly resourceType: string; readonly seq: number }) => void;
  readonly responseExtra: (target: Target, url: string, extra: Protocol.Network.ResponseReceivedExtraInfoEvent) => void;
}

/** Bytes of a request body that DevTools hands over with the event; longer ones are asked for. */
const INLINE_POST_BYTES = 256 * 1024;
/** How long an event waits for the wire's own headers, which come on another way. */
const EXTRA_WAIT_MS = 400;

/** Records requests of all targets of an arm. The map is the arm's: a request may begin in one target and end in another. */
export function recordNetwork(client: DevToolsClient, arm: Arm, bodies: BodyTaker, watch: NetworkWatch) {
  const hops = new Map<string, Hop[]>();
  const sockets = new Map<string, string>();
  const blocked = new Set<string>();
  const early = new Map<string, Protocol.Network.RequestWillBeSentExtraInfoEvent[]>();

  const lastHop = (id: string): Hop | undefined => hops.get(id)?.at(-1);

  function fillRequest(hop: Hop): void {
    if (hop.place.filled() || hop.bodyPending) return;
    const { event } = hop;
    hop.place.fill({
      request: hop.id,
      url: hop.url,
      method: hop.method,
      headers: headersOf(hop.extra?.headers ?? event.request.headers),
      body: hop.body,
      resourceType: event.type ?? 'Other',
      initiator: {
        type: event.initiator.type,
        url: event.initiator.url ?? event.initiator.stack?.callFrames.find(({ url }) => url !== '')?.url ?? null,
        stack: stackOf(event.initiator.stack),
      },
      frameUrl: event.documentURL,
      redirectOf: previousOf(hop),
      seenBy: ['devtools'],
      hasUserGesture: event.hasUserGesture ?? false,
    });
  }

  function previousOf(hop: Hop): number | null {
    const list = hops.get(hop.id) ?? [];
    return list[list.indexOf(hop) - 1]?.place.seq ?? null;
  }

  function begin(target: Target, event: Network): void {
    const { requestId, request } = event;
    if (!/^(https?|wss?):/i.test(request.url)) return;
    const list = hops.get(requestId) ?? [];
    const before = list.at(-1);
    if (event.redirectResponse && before) {
      before.extraExpected = event.redirectHasExtraInfo;
      respond(target, before, event.redirectResponse, event.redirectHasExtraInfo);
      before.ended = true;
      fillRequest(before);
      // Two targets may tell of the same request (a frame and its parent, a worker and its page).
    } else if (before && !before.ended) return;
    const hop: Hop = {
      id: requestId,
      url: request.url + (request.urlFragment ?? ''),
      method: request.method,
      place: arm.hold(target.label, 'request'),
      event,
      target,
      body: null,
      bodyPending: false,
      extra: early.get(requestId)?.shift() ?? null,
      extraExpected: true,
      response: null,
      responseExtra: null,
      received: 0,
      ended: false,
      mediaType: '',
      events: [],
      stayed: false,
    };
    list.push(hop);
    hops.set(requestId, list);
    watch.request({ url: hop.url, resourceType: event.type ?? 'Other', seq: hop.place.seq });
    takePostData(target, hop);
    if (hop.extra) fillRequest(hop);
    else setTimeout(() => fillRequest(hop), EXTRA_WAIT_MS).unref();
  }

  function takePostData(target: Target, hop: Hop): void {
    const { request } = hop.event;
    if (!request.hasPostData) return;
    const mediaType = headerOf(request.headers, 'content-type') ?? 'application/octet-stream';
    const keep = (bytes: Buffer) => {
      hop.body = arm.put(bytes, mediaType, 'request-body');
    };
    const entries = request.postDataEntries ?? [];
    if (entries.length > 0 && entries.every((entry) => entry.bytes !== undefined))
      return keep(Buffer.concat(entries.map((entry) => Buffer.from(entry.bytes as string, 'base64'))));
    if (request.postData !== undefined) return keep(Buffer.from(request.postData, 'utf8'));
    hop.bodyPending = true;
    const done = (): void => {
      hop.bodyPending = false;
      // A page that has gone cannot be asked any more; what its script handed over is known.
      const told = hop.body === null ? watch.handedOver(hop.url) : undefined;
      if (told) hop.body = arm.put(told, mediaType, 'request-body');
      else if (hop.body === null) arm.record(target.label, 'note', { code: 'request-body-missing', detail: hop.url });
      fillRequest(hop);
    };
    const late = setTimeout(done, 2000);
    late.unref();
    client
      .send('Network.getRequestPostData', { requestId: hop.id }, target.sessionId)
      .then(({ postData, base64Encoded }) => keep(Buffer.from(postData, base64Encoded ? 'base64' : 'utf8')))
      .catch(() => {})
      .finally(() => {
        clearTimeout(late);
        if (hop.bodyPending) done();
      });
  }

  function takeExtra(event: Protocol.Network.RequestWillBeSentExtraInfoEvent): void {
    const hop = hops.get(event.requestId)?.find((one) => one.extra === null && one.extraExpected && !one.place.filled());
    if (!hop) {
      early.set(event.requestId, [...(early.get(event.requestId) ?? []), event]);
      return;
    }
    hop.extra = event;
    fillRequest(hop);
  }

  function respond(target: Target, hop: Hop, response: Protocol.Network.Response, hasExtra: boolean): void {
    if (hop.response) return;
    hop.mediaType = response.mimeType;
    hop.stayed = (response.fromDiskCache ?? false) || (response.fromPrefetchCache ?? false) || (response.fromServiceWorker ?? false);
    const place = arm.hold(target.label, 'response');
    const { securityDetails } = response;
    const fill = (extra: Protocol.Network.ResponseReceivedExtraInfoEvent | null): void =>
      place.fill({
        request: hop.place.seq,
        url: response.url,
        status: extra?.statusCode ?? response.status,
        headers: headersOf(extra?.headers ?? response.headers),
        mediaType: response.mimeType,
        remoteAddress: response.remoteIPAddress ? `${response.remoteIPAddress}:${response.remotePort ?? 0}` : null,
        protocol: response.protocol ?? null,
        fromCache: response.fromDiskCache ?? response.fromPrefetchCache ?? false,
        fromServiceWorker: response.fromServiceWorker ?? false,
        security: securityDetails
          ? {
              protocol: securityDetails.protocol,
              issuer: securityDetails.issuer,
              subject: securityDetails.subjectName,
              validTo: securityDetails.validTo,
            }
          : null,
      });
    hop.response = { place, fill };
    if (!hasExtra || hop.responseExtra) fill(hop.responseExtra);
    else setTimeout(() => fill(hop.responseExtra), EXTRA_WAIT_MS).unref();
  }

  function takeResponseExtra(target: Target, event: Protocol.Network.ResponseReceivedExtraInfoEvent): void {
    const hop = hops.get(event.requestId)?.find((one) => one.responseExtra === null && !(one.response?.place.filled() ?? false));
    if (hop) {
      hop.responseExtra = event;
      hop.response?.fill(event);
    }
    watch.responseExtra(target, hop?.url ?? '', event);
  }

  function finish(target: Target, hop: Hop, error: string | null, blockedByUs: boolean): void {
    hop.ended = true;
    fillRequest(hop);
    if (error !== null) {
      arm.record(target.label, 'request-failed', { request: hop.place.seq, error, blockedByUs });
      return;
    }
    if (hop.event.type === 'EventSource') {
      arm.record(target.label, 'body', {
        request: hop.place.seq,
        body: arm.put(Buffer.from(hop.events.join('\n')), 'text/event-stream', 'body'),
        missing: null,
      });
    } else if (hop.event.type !== 'Preflight')
      bodies.take(target, { requestId: hop.id, seq: hop.place.seq, mediaType: hop.mediaType, received: hop.received });
  }

  function socket(target: Target, event: DevToolsEvent): boolean {
    const frame = (direction: 'sent' | 'received', { requestId, response }: Protocol.Network.WebSocketFrameSentEvent): void => {
      const text = response.opcode === 1;
      const inline = text && response.payloadData.length <= 65_536;
      arm.record(target.label, 'websocket', {
        request: requestId,
        url: sockets.get(requestId) ?? '',
        direction,
        opcode: response.opcode,
        payload: inline ? response.payloadData : null,
        body: inline
          ? null
          : arm.put(
              Buffer.from(response.payloadData, text ? 'utf8' : 'base64'),
              text ? 'text/plain' : 'application/octet-stream',
              'websocket',
            ),
      });
    };
    const state = (direction: 'open' | 'closed', requestId: string): void => {
      arm.record(target.label, 'websocket', {
        request: requestId,
        url: sockets.get(requestId) ?? '',
        direction,
        opcode: null,
        payload: null,
        body: null,
      });
    };
    if (event.method === 'Network.webSocketCreated') {
      if (sockets.has(event.params.requestId)) return true;
      sockets.set(event.params.requestId, event.params.url);
      watch.request({ url: event.params.url, resourceType: 'WebSocket', seq: 0 });
      state('open', event.params.requestId);
    } else if (event.method === 'Network.webSocketFrameSent') frame('sent', event.params);
    else if (event.method === 'Network.webSocketFrameReceived') frame('received', event.params);
    else if (event.method === 'Network.webSocketClosed') state('closed', event.params.requestId);
    else return false;
    return true;
  }

  return {
    enable(target: Target): Promise<unknown> {
      const options = { maxTotalBufferSize: 64 << 20, maxResourceBufferSize: 16 << 20, maxPostDataSize: INLINE_POST_BYTES };
      return client.send('Network.enable', options, target.sessionId);
    },
    /** Takes one event of a target; true when it was a network event. */
    take(target: Target, event: DevToolsEvent): void {
      switch (event.method) {
        case 'Network.requestWillBeSent':
          return begin(target, event.params);
        case 'Network.requestWillBeSentExtraInfo':
          return takeExtra(event.params);
        case 'Network.responseReceivedExtraInfo':
          return takeResponseExtra(target, event.params);
        case 'Network.responseReceived': {
          const hop = lastHop(event.params.requestId);
          if (hop) {
            hop.extraExpected = event.params.hasExtraInfo;
            if (!event.params.hasExtraInfo) fillRequest(hop);
            respond(target, hop, event.params.response, event.params.hasExtraInfo);
          }
          return;
        }
        case 'Network.dataReceived': {
          const hop = lastHop(event.params.requestId);
          if (hop) hop.received += event.params.dataLength;
          return;
        }
        case 'Network.eventSourceMessageReceived':
          lastHop(event.params.requestId)?.events.push(`event: ${event.params.eventName}\ndata: ${event.params.data}\n`);
          return;
        case 'Network.loadingFinished': {
          const hop = lastHop(event.params.requestId);
          if (hop && !hop.ended) finish(target, hop, null, false);
          return;
        }
        case 'Network.loadingFailed': {
          const hop = lastHop(event.params.requestId);
          if (!hop || hop.ended) return;
          const { errorText, blockedReason, corsErrorStatus, canceled } = event.params;
          hop.stayed = hop.response === null && (blockedReason !== undefined || corsErrorStatus !== undefined || canceled === true);
          const why = blockedReason ?? corsErrorStatus?.corsError ?? errorText ?? (canceled ? 'cancelled' : 'failed');
          return finish(target, hop, why, blocked.has(event.params.requestId));
        }
        default:
          socket(target, event);
      }
    },
    /** Marks a request as withheld by our guard. */
    blocked: (requestId: string): void => void blocked.add(requestId),
    seqOf: (requestId: string): number | null => lastHop(requestId)?.place.seq ?? null,
    /** All requests and socket openings so far, to be counted against the net-log. */
    seen: (): LedgerRequest[] => [
      ...[...hops.values()].flat().map(({ url, method, stayed, id }) => ({ url, method, stayed: stayed || blocked.has(id) })),
      ...[...sockets.values()].map((url) => ({ url, method: 'GET', stayed: false })),
    ],
    /** Ends what is still open when the arm ends, so that the ledger is whole. */
    end(): void {
      for (const list of hops.values()) {
        for (const hop of list) {
          hop.bodyPending = false;
          fillRequest(hop);
          hop.response?.fill(hop.responseExtra);
          if (hop.ended) continue;
          if (hop.event.type === 'EventSource') finish(hop.target, hop, null, false);
          else
            arm.record(hop.target.label, 'body', { request: hop.place.seq, body: null, missing: 'still under way when the visit ended' });
          hop.ended = true;
        }
      }
    },
  };
}

function headerOf(headers: Protocol.Network.Headers, name: string): string | undefined {
  const found = Object.keys(headers).find((key) => key.toLowerCase() === name);
  return found === undefined ? undefined : headers[found];
}
