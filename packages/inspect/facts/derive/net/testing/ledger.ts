import { createHash } from 'node:crypto';
import type { ArmName, Fact, FactType, Stage } from '../../../fact.ts';
import type { LedgerEvent, LedgerEvents, LedgerEventType } from '../../../../capture/ledger.ts';
import { canaryFor } from '../../../../trace/canary.ts';
import { deriveNetFacts } from '../derive.ts';
import type { NetArm, NetInput } from '../net.ts';

/** Handmade ledger of one arm for tests: each call adds one event and gives its sequence number. */
export interface LedgerBuilder {
  readonly arm: ArmName;
  readonly canary: Readonly<Record<string, string>>;
  readonly stage: (name: Stage) => void;
  readonly add: <T extends LedgerEventType>(type: T, parts: LedgerEvents[T]) => number;
  readonly request: (url: string, over?: Partial<LedgerEvents['request']> & { readonly bytes?: string | Buffer }) => number;
  /** Answer to a request with a body. */
  readonly answer: (request: number, body: string, over?: Partial<LedgerEvents['response']>) => void;
  readonly type: (text: string) => number;
  readonly tap: (aim?: string) => number;
  readonly build: () => NetArm;
  readonly bodies: ReadonlyMap<string, Buffer>;
}

/** A ledger whose consent choice, if any, is the tap with the aim `choice`. */
export function ledger(arm: ArmName, hadConsentPrompt = true): LedgerBuilder {
  const events: LedgerEvent[] = [];
  const bodies = new Map<string, Buffer>();
  const canary: Readonly<Record<string, string>> = canaryFor(arm);
  let stage: Stage = 'arrive';
  let choiceSeq: number | null = null;
  const add = <T extends LedgerEventType>(type: T, parts: LedgerEvents[T]): number => {
    const seq = events.length + 1;
    events.push({ seq, t: seq * 10, stage, step: 0, target: 'page', type, ...parts } as unknown as LedgerEvent);
    return seq;
  };
  const keep = (bytes: Buffer, mediaType: string) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    bodies.set(sha256, bytes);
    return { sha256, bytes: bytes.length, mediaType };
  };
  const input = (kind: 'tap' | 'type', aim: string, text: string | null) =>
    add('input', { kind, aim, text, surface: null, node: null, x: 1, y: 1 });
  return {
    arm,
    canary,
    bodies,
    stage: (name) => {
      stage = name;
    },
    add,
    request: (url, { bytes, ...over } = {}) =>
      add('request', {
        request: `r${events.length}`,
        url,
        method: bytes === undefined ? 'GET' : 'POST',
        headers: {},
        body: bytes === undefined ? null : keep(Buffer.from(bytes), 'text/plain'),
        resourceType: 'Fetch',
        initiator: { type: 'script', url: null, stack: [] },
        frameUrl: '',
        redirectOf: null,
        seenBy: ['devtools'],
        hasUserGesture: false,
        ...over,
      }),
    answer: (request, body, over = {}) => {
      const mediaType = over.mediaType ?? 'application/json';
      const url = events[request - 1];
      add('response', {
        request,
        url: url?.type === 'request' ? url.url : '',
        status: 200,
        headers: { date: 'Tue, 24 Nov 2026 04:00:00 GMT' },
        mediaType,
        remoteAddress: null,
        protocol: null,
        fromCache: false,
        fromServiceWorker: false,
        security: null,
        ...over,
      });
      add('body', { request, body: keep(Buffer.from(body), mediaType), missing: null });
    },
    type: (text) => input('type', 'fill', text),
    tap: (aim = 'forward') => {
      const seq = input('tap', aim, null);
      if (aim === 'choice') choiceSeq = seq;
      return seq;
    },
    build: () => ({ arm, events, choiceSeq, hadConsentPrompt, canary }),
  };
}

/** Input of the derivations over several handmade ledgers of one touchpoint. */
export function visitOf(arms: readonly LedgerBuilder[], url = 'https://order.shop.test/menu', dns: NetInput['dns'] = []): NetInput {
  const bodies = new Map(arms.flatMap((arm) => [...arm.bodies]));
  return { arms: arms.map((arm) => arm.build()), touchpoint: { url }, read: (sha256) => bodies.get(sha256) ?? null, dns };
}

/** Facts of one type from a visit. */
export const factsOfType = <T extends FactType>(type: T, input: NetInput): readonly Fact<T>[] =>
  deriveNetFacts(input).filter((fact) => fact.type === type) as unknown as readonly Fact<T>[];
