import type { Party, Phase } from '../../fact.ts';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import type { Outgoing } from '../../../trace/outgoing.ts';
import { hostOf, type NetArm, type NetInput, phaseOf, steady, steadyPath } from './net.ts';

/** One thing the browser sent, or tried to send, while we were a consumer. */
export interface Message {
  readonly arm: NetArm;
  readonly event: LedgerEvent<'request'> | LedgerEvent<'websocket'> | LedgerEvent<'withheld'>;
  readonly phase: Phase;
  readonly url: string;
  readonly host: string;
  readonly scheme: string;
  readonly method: string;
  readonly channel: string;
  readonly resourceType: string;
  readonly initiator: string | null;
  readonly party: Party;
  readonly out: Outgoing;
  readonly bodyArtefact: string | null;
  readonly withheld: LedgerEvent<'withheld'> | null;
}

const CHANNELS: Readonly<Record<string, string>> = {
  ping: 'beacon',
  document: 'navigation',
  eventsource: 'event-stream',
  cspviolationreport: 'report',
  preflight: 'preflight',
};
const SENDABLE = /^(?:https?|wss?):$/;

/** All messages of all arms in ledger order; what we sent while reading legal texts is left out. */
export function messagesOf(input: NetInput, partyAt: (url: string) => Party): readonly Message[] {
  return input.arms.flatMap((arm) => messagesOfArm(arm, input, partyAt));
}

function messagesOfArm(arm: NetArm, input: NetInput, partyAt: (url: string) => Party): readonly Message[] {
  const stops = arm.events.filter((event) => event.type === 'withheld');
  const stopped = new Map(stops.flatMap((event) => (event.request === null ? [] : [[event.request, event] as const])));
  return arm.events.flatMap((event): Message[] => {
    if (event.stage === 'read') return [];
    if (event.type === 'request') {
      const body = event.body ? input.read(event.body.sha256) : null;
      return message(
        event,
        event.url,
        event.method,
        event.resourceType,
        event.headers,
        body,
        event.body?.sha256 ?? null,
        stopped.get(event.seq) ?? null,
        scriptOf(event.initiator),
      );
    }
    if (event.type === 'websocket' && (event.direction === 'sent' || event.direction === 'open')) {
      const body =
        event.payload !== null
          ? Buffer.from(event.payload, event.opcode === 2 ? 'base64' : 'utf8')
          : event.body
            ? input.read(event.body.sha256)
            : null;
      return message(event, event.url, 'GET', 'websocket', {}, body, event.body?.sha256 ?? null, null, null);
    }
    // Stopped before it became a request: the address is all there is.
    if (event.type === 'withheld' && event.request === null) return message(event, event.url, 'POST', 'form', {}, null, null, event, null);
    return [];

    function message(
      from: Message['event'],
      url: string,
      method: string,
      type: string,
      headers: Record<string, string>,
      body: Buffer | null,
      bodyArtefact: string | null,
      withheld: Message['withheld'],
      initiator: string | null,
    ): Message[] {
      const at = URL.parse(url);
      if (!at || !SENDABLE.test(at.protocol)) return [];
      const resourceType = type.toLowerCase();
      return [
        {
          arm,
          event: from,
          phase: phaseOf(arm, from.seq),
          url,
          host: hostOf(url),
          scheme: at.protocol.slice(0, -1),
          method,
          channel: CHANNELS[resourceType] ?? resourceType,
          resourceType,
          initiator,
          party: partyAt(url),
          out: { url, headers, body, bodyIs: from.type === 'websocket' ? 'websocket' : 'body' },
          bodyArtefact,
          withheld,
        },
      ];
    }
  });
}

/** Script at the bottom of the call, without what changes from visit to visit. */
export function scriptOf({ url, stack }: { readonly url: string | null; readonly stack: readonly string[] }): string | null {
  const found = stack.map((line) => /https?:\/\/[^\s)]+/.exec(line)?.[0]).find(Boolean) ?? url;
  const at = found ? URL.parse(found.replace(/(?::\d+){1,2}$/, '')) : null;
  return at?.host ? `${at.protocol}//${steady(at.host)}${steadyPath(at.pathname)}` : null;
}
