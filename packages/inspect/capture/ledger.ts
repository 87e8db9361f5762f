import type { ArmName, Stage } from '../facts/fact.ts';

/**
 * The ledger of one arm: everything that happened, in one order, across all targets (pages, frames, workers, pop-ups).
 * "Before consent" is an interval of this ledger, never a guess from wall time.
 */
export interface LedgerEventBase {
  /** Position in the arm, from 1. */
  readonly seq: number;
  /** Milliseconds since the arm began, monotonic. */
  readonly t: number;
  readonly stage: Stage;
  /** Walk step within the stage, from 0. */
  readonly step: number;
  /** Target label: `page`, `page/frame-1`, `page/worker-2`, `popup-1`, … ; `browser` when unknown. */
  readonly target: string;
}

/** Body bytes are artefacts; the ledger holds their SHA-256 only. */
export interface BodyRef {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

export interface LedgerEvents {
  stage: { name: Stage; why: string };
  target: {
    kind: 'page' | 'frame' | 'worker' | 'shared-worker' | 'service-worker' | 'popup' | 'other';
    url: string;
    state: 'attached' | 'gone';
  };
  navigation: { url: string; frame: string; reason: string };
  request: {
    request: string;
    url: string;
    method: string;
    headers: Record<string, string>;
    body: BodyRef | null;
    resourceType: string;
    initiator: { type: string; url: string | null; stack: string[] };
    frameUrl: string;
    redirectOf: number | null;
    /** Which ledger saw it: our DevTools client, the browser's net-log, or both. */
    seenBy: ('devtools' | 'netlog')[];
    hasUserGesture: boolean;
  };
  response: {
    request: number;
    url: string;
    status: number;
    headers: Record<string, string>;
    mediaType: string;
    remoteAddress: string | null;
    protocol: string | null;
    fromCache: boolean;
    fromServiceWorker: boolean;
    security: { protocol: string; issuer: string; subject: string; validTo: number } | null;
  };
  body: { request: number; body: BodyRef | null; missing: string | null };
  'request-failed': { request: number; error: string; blockedByUs: boolean };
  /** Our guard kept a request from leaving (form, order, SMS, payment) or from reaching a private address. */
  withheld: { request: number | null; url: string; reason: 'form' | 'submission' | 'private-address' | 'scheme' | 'cap'; detail: string };
  websocket: {
    request: string;
    url: string;
    direction: 'open' | 'sent' | 'received' | 'closed';
    opcode: number | null;
    payload: string | null;
    body: BodyRef | null;
  };
  storage: {
    store: 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cacheStorage';
    origin: string;
    key: string;
    value: string | null;
    operation: 'set' | 'remove' | 'clear' | 'open' | 'found';
    stack: string[];
  };
  cookie: {
    name: string;
    domain: string;
    path: string;
    value: string;
    setBy: 'http' | 'script';
    outcome: 'kept' | 'refused' | 'tried';
    reason: string | null;
    expires: number | null;
    url: string;
    stack: string[];
  };
  'script-api': { api: string; arguments: string; stack: string[] };
  permission: { permission: string; api: string; answered: 'denied' | 'granted'; hasUserGesture: boolean; stack: string[] };
  /** A native dialog of the page (alert, confirm, prompt, beforeunload) and our answer. */
  'native-dialog': { kind: string; message: string; answer: 'accepted' | 'dismissed' };
  download: { url: string; suggestedName: string };
  /** The page as a consumer would see it now: node tree and picture. `reason` says why it was taken. */
  surface: { surface: string; screenshot: string | null; reason: string; url: string; title: string };
  /** What we did. `aim` says why, `node` is the node in the surface `surface`. */
  input: {
    kind: 'tap' | 'type' | 'scroll' | 'back' | 'choose' | 'clear';
    aim: string;
    text: string | null;
    surface: string | null;
    node: number | null;
    x: number | null;
    y: number | null;
  };
  /** What came of the last input. */
  effect: { input: number; closed: boolean; navigated: boolean; left: boolean; newPrompt: boolean; nothing: boolean };
  'script-error': { message: string };
  note: { code: string; detail: string };
}

export type LedgerEventType = keyof LedgerEvents;

export type LedgerEvent<T extends LedgerEventType = LedgerEventType> = {
  [K in T]: LedgerEventBase & { readonly type: K } & Readonly<LedgerEvents[K]>;
}[T];

/** What the walk of an arm came to. */
export interface ArmSummary {
  readonly arm: ArmName;
  /** Path of the NDJSON ledger inside the capture folder. */
  readonly ledger: string;
  readonly events: number;
  /** Head of the hash chain over the ledger lines: h(n) = SHA-256(h(n-1) ‖ line n), h(0) = 32 zero bytes. */
  readonly head: string;
  readonly complete: boolean;
  readonly stoppedBy: string | null;
  /** Requests seen by both ledgers, by one only, and the completeness figure. */
  readonly completeness: { devtools: number; netlog: number; both: number; missing: number; stated: string };
}
