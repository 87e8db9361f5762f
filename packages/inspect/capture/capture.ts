import type { ArmName } from '../facts/fact.ts';
import type { ArmSummary } from './ledger.ts';

export type TouchpointKind = 'web' | 'miniprogram' | 'app' | 'policy' | 'messages' | 'records' | 'capture' | 'site';

export interface Artefact {
  /** Name of the artefact: SHA-256 of its bytes, lower-case hex. */
  readonly sha256: string;
  /** Path inside the capture folder (`artefacts/ab/abcdef…`). */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** What it is: `surface`, `screenshot`, `body`, `netlog`, `dom`, … */
  readonly role: string;
}

/** What was not read and why: Chinese first, English beside it. */
export interface NotRead {
  readonly what: string;
  readonly why: string;
  readonly en: { readonly what: string; readonly why: string };
}

/**
 * A stored visit. Folder layout: `capture.json` (this), `arms/<arm>.ndjson` (ledgers), `artefacts/<2 hex>/<sha256>` (bytes).
 * Facts, outcomes and reports are computed from the folder alone, so rules can be re-run without a visit.
 */
export interface Capture {
  readonly format: 'liangjian-capture/1';
  readonly tool: { readonly name: 'liangjian'; readonly version: string };
  readonly touchpoint: {
    readonly kind: TouchpointKind;
    readonly locator: string;
    readonly scene: string | null;
    readonly sceneBasis: 'given' | 'guessed' | 'none';
    readonly sceneWhy: string;
    readonly channel: string | null;
  };
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly environment: Environment;
  readonly coverage: { readonly read: readonly string[]; readonly notRead: readonly NotRead[] };
  readonly arms: readonly ArmSummary[];
  readonly artefacts: readonly Artefact[];
  /** Canary data of each arm, so that traces can be recomputed: category → value (invented, unallocated or reserved). */
  readonly canaries: Readonly<Partial<Record<ArmName, Readonly<Record<string, string>>>>>;
}

/** The instrument: what an expert needs to trust or to repeat the visit. What only a visit by browser has is null when files were read. */
export interface Environment {
  readonly browser: null | {
    readonly product: string;
    readonly executable: string;
    readonly sha256: string;
    readonly flags: readonly string[];
    readonly sandbox: boolean;
  };
  readonly profile: null | {
    readonly name: string;
    readonly userAgent: string;
    readonly viewport: { width: number; height: number; scale: number };
    readonly stubs: readonly string[];
  };
  readonly host: { readonly os: string; readonly node: string; readonly timeZone: string };
  readonly clock: { readonly offsetMs: number | null; readonly source: string };
  readonly dns: readonly { readonly host: string; readonly addresses: readonly string[]; readonly cname: readonly string[] }[];
  readonly peers: readonly { readonly host: string; readonly port: number; readonly address: string }[];
  readonly certificates: readonly {
    readonly host: string;
    readonly subject: string;
    readonly issuer: string;
    readonly validTo: string;
    readonly sha256?: string;
  }[];
  /** Blank page loaded in the same browser before the visit: requests, storage and cookies found must be none. */
  readonly blankControl: null | { readonly requests: number; readonly cookies: number; readonly storage: number; readonly clean: boolean };
  readonly rules: { readonly sha256: string };
}
