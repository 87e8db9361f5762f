import type { ArmSummary, LedgerEvents, LedgerEventType } from '../../../capture/ledger.ts';
import type { Stage } from '../../../facts/fact.ts';
import type { RawSurface } from '../devtools/raw-surface.ts';
import type { ArtefactSink, LedgerSink } from '../record/arm.ts';
import type { BodyCaps } from '../record/bodies.ts';
import type { PrivateAllowance } from '../guard/address.ts';
import type { Tunnel } from '../guard/tunnel.ts';
import type { QuietOptions } from './activity.ts';
import type { VisitorProfile } from './profile.ts';

export interface SessionOptions {
  readonly ledger: LedgerSink;
  readonly artefacts: ArtefactSink;
  readonly profile: VisitorProfile;
  /** Position given to pages that ask, as an invented place; null: every permission is denied. */
  readonly position?: { readonly latitude: number; readonly longitude: number } | null;
  /** What `confirm` and `prompt` dialogs of the browser are answered; dismissed when not given. */
  readonly dialogs?: 'accepted' | 'dismissed';
  readonly caps?: BodyCaps;
  /** Private hosts, addresses and ranges that may be reached. */
  readonly allow?: PrivateAllowance;
  /** `host` or `host:port` → `address:port`. */
  readonly hostMap?: ReadonlyMap<string, string>;
  /** Bytes over the wire before the arm is cut off. */
  readonly maxBytes?: number;
  /** How long a busy page may take to answer one step, 8 s when not given. */
  readonly patienceMs?: number;
}

export interface GotoResult {
  readonly ok: boolean;
  /** Key of the error catalogue when `ok` is false. */
  readonly code:
    | 'scheme-refused'
    | 'time-out'
    | 'connection-failed'
    | 'dns-failed'
    | 'tls-failed'
    | 'target-refused-private-address'
    | 'browser-crashed'
    | null;
  readonly why: string | null;
  /** HTTP status of the document, null when none came. */
  readonly status: number | null;
}

/** One arm: a clean identity in its own browser context, recorded from its first byte to its last. */
export interface Session {
  goto(url: string, timeOutMs?: number): Promise<GotoResult>;
  tap(x: number, y: number): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  key(name: string): Promise<void>;
  scroll(deltaY: number): Promise<void>;
  back(): Promise<void>;
  /** Node trees of all frames of what the consumer looks at. */
  snapshot(): Promise<RawSurface>;
  /**
   * Artefact name of a picture of the viewport (JPEG); null when the browser could not make one. `fine` has the pixels of the device;
   * `overview` one per CSS pixel where the browser can, at a third of the cost and without drawing the page anew.
   */
  screenshot(detail: 'fine' | 'overview'): Promise<string | null>;
  /** `arrive`: loaded, then no new host, storage write or growth for 700 ms, late timers waited for; `short`: the same with 350 ms after a press. */
  settle(how: 'arrive' | 'short'): Promise<void>;
  quiet(options?: Partial<QuietOptions>): Promise<{ readonly settled: boolean; readonly waitedMs: number }>;
  /** Runs an expression in a world of our own beside the page and returns its JSON value. */
  evaluate(expression: string): Promise<unknown>;
  url(): string;
  /** Documents that what stands in front has opened so far, reloads of the same address included. */
  documents(): number;
  /** Ends the pop-up that stands in front, so that its opener does; false when there is none. */
  closePopup(): Promise<boolean>;
  /** Whether a pop-up that our own tap opened stands in front. */
  inPopup(): boolean;
  /** From now on the position is denied to pages that ask, whatever was given before. */
  denyPosition(): Promise<void>;
  /** Milliseconds since the arm began: the `t` of the ledger. */
  now(): number;
  /** Stamps all that follows, and writes the `stage` event when the stage or its step changes. */
  setStage(stage: Stage, step: number, why: string): void;
  /** Appends an event and returns its number. The only way in: whoever appends to the ledger past it breaks its numbers. */
  record<T extends LedgerEventType>(type: T, data: LedgerEvents[T]): number;
  readonly alive: () => boolean;
  /** How our ledger and the browser's own net-log agree; known after `close`. */
  readonly completeness: () => ArmSummary['completeness'] | null;
  /** The arm's only way to the network: names resolved, peers dialled, bytes. Its port marks the arm's connections in the net-log. */
  readonly tunnel: Pick<Tunnel, 'port' | 'dns' | 'peers' | 'bytes'>;
  /** Leaves the page so that its last beacons are sent and seen; the identity stays, `goto` may follow. */
  leave(): Promise<void>;
  /** Leaves, then ends the identity. The ledger is whole after this. */
  close(): Promise<void>;
}
