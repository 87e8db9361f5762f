import type { Item } from './item.ts';

/** Paths of the bundle that are about the seal itself and therefore cannot be items of the manifest. */
export const PATHS = {
  archive: 'archive/data.warc.gz',
  index: 'indexes/index.cdx',
  pages: 'pages/pages.jsonl',
  datapackage: 'datapackage.json',
  digest: 'datapackage-digest.json',
  capture: 'liangjian/capture.json',
  manifest: 'liangjian/manifest.json',
  sums: 'liangjian/SHA256SUMS',
  statement: 'liangjian/statement.json',
  seal: 'liangjian/seal.json',
  stamps: 'liangjian/timestamps.json',
  readme: 'liangjian/README.txt',
} as const;

export const keyPath = (algorithm: string): string => `liangjian/keys/${algorithm}.pem`;
export const signaturePath = (algorithm: string): string => `liangjian/signatures/${algorithm}.sig`;
export const linksPath = (arm: string): string => `liangjian/arms/${arm}.links`;

/** Algorithms that sign the statement, in the order they are listed. */
export const STATEMENT_ALGORITHMS = ['ed25519', 'ecdsa-p256', 'sm2-sm3'] as const;

export interface Manifest {
  readonly format: 'liangjian-manifest/1';
  readonly created: string;
  readonly tool: unknown;
  readonly instrument: unknown;
  /** Seed of the leaf salts, hex. */
  readonly seed: string;
  readonly items: readonly Item[];
}

/** A ledger as sealed: its chain head proves order and completeness, its tree root lets one line be handed over alone. */
export interface SealedLedger {
  readonly arm: string;
  readonly path: string;
  readonly lines: number;
  readonly head: string;
  readonly root: string;
}

/** What the signatures are over: small, so that it can accompany a single item. */
export interface Statement {
  readonly format: 'liangjian-statement/1';
  readonly created: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly touchpoint: string | null;
  readonly tool: unknown;
  readonly manifest: { readonly path: string; readonly sha256: string; readonly sm3: string; readonly bytes: number };
  readonly sums: { readonly path: string; readonly sha256: string };
  readonly items: number;
  readonly root: string;
  readonly ledgers: readonly SealedLedger[];
  readonly reports: readonly { readonly path: string; readonly sha256: string; readonly sm3: string }[];
  readonly keys: readonly { readonly algorithm: string; readonly fingerprint: string }[];
  /** Authorities that were configured. Signed, so that removing a token later is noticed. */
  readonly authorities: readonly string[];
}

export interface Seal {
  readonly format: 'liangjian-seal/1';
  readonly statement: { readonly path: string; readonly sha256: string };
  readonly signatures: readonly {
    readonly algorithm: string;
    readonly fingerprint: string;
    /** SPKI DER, base64. */
    readonly publicKey: string;
    /** As OpenSSL reads it, base64. */
    readonly signature: string;
  }[];
}

export interface Stamp {
  /** `ledger:<arm>` or `seal`. */
  readonly of: string;
  /** SHA-256 that was stamped: a ledger's head, or the digest of seal.json. */
  readonly digest: string;
  readonly path: string;
  readonly authority: string;
  readonly url: string | null;
  readonly genTime: string;
}

export interface StampGap {
  readonly of: string;
  readonly url: string | null;
  readonly fault: string;
  readonly detail: string;
}

export interface Stamps {
  readonly format: 'liangjian-timestamps/1';
  readonly stamps: readonly Stamp[];
  readonly gaps: readonly StampGap[];
}

/** True for paths that are not, and cannot be, items of the manifest. */
export const isAboutTheSeal = (path: string): boolean =>
  [PATHS.datapackage, PATHS.digest, PATHS.manifest, PATHS.sums, PATHS.statement, PATHS.seal, PATHS.stamps].includes(path as never) ||
  STATEMENT_ALGORITHMS.some((a) => path === keyPath(a) || path === signaturePath(a)) ||
  /^liangjian\/timestamps\/seal\.\d+\.tsr$/.test(path);
