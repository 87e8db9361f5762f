import type { ArmName } from '../../facts/fact.ts';

/** One web touchpoint to visit, and how. */
export interface WebVisit {
  readonly url: string;
  /** Scene code given by the user; null to guess. */
  readonly scene: string | null;
  readonly channel: string | null;
  /** Folder of the capture; must not exist or be empty. */
  readonly folder: string;
  /** Private hosts, addresses, ranges that may be visited. */
  readonly allowPrivate: readonly string[];
  /** `host` or `host:port` → `address:port`. */
  readonly hostMap: ReadonlyMap<string, string>;
  /** Repeat the untouched arm (A/A control). */
  readonly control: boolean;
  readonly profile: 'mobile' | 'wechat';
  /** Milliseconds an arm may last. */
  readonly armMs: number;
  readonly onProgress?: (progress: VisitProgress) => void;
}

export interface VisitProgress {
  readonly url: string;
  readonly arm: ArmName | null;
  readonly what: string;
}

export const DEFAULT_ARM_MS = 75_000;
