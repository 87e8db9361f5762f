import { verifyTimestamp } from '@liangjian/evidence';
import type { Head } from './chain.ts';
import { digestOfRoot, rootOver } from './root.ts';

/** A root as it is kept. */
export interface StoredRoot {
  readonly id: number;
  readonly at: Date;
  readonly heads: readonly Head[];
  readonly previous: Buffer | null;
  readonly root: Buffer;
  readonly token: Buffer | null;
  readonly gap: string | null;
}

/** A root that does not stand for its chains, or whose token does not stand for it. */
export interface RootFault {
  readonly fault: 'root-changed' | 'root-removed' | 'root-contradicted' | 'token-invalid';
  readonly root: number;
  /** For `root-contradicted`: rows of this chain that were rewritten after the root was made, from `from` to `seq`. */
  readonly chain?: number;
  readonly from?: number;
  readonly seq?: number;
  readonly detail?: string;
}

export interface RootGap {
  readonly root: number;
  /** When the root was made. */
  readonly at: string;
  /** Why there is no token. */
  readonly why: string;
}

/** Checks roots against their own heads, against one another, and their tokens. Oldest first. */
export function checkRoots(roots: readonly StoredRoot[], trustAnchors: readonly string[]) {
  const faults: RootFault[] = [];
  const gaps: RootGap[] = [];
  let stamped = 0;
  roots.forEach(({ id, at, heads, previous, root, token, gap }, index) => {
    const before = roots[index - 1]?.root ?? null;
    if (!rootOver(heads, previous).equals(root)) faults.push({ fault: 'root-changed', root: id });
    else if (before === null ? previous !== null : !previous?.equals(before)) faults.push({ fault: 'root-removed', root: id });
    if (token === null) {
      gaps.push({ root: id, at: at.toISOString(), why: gap ?? 'not asked yet' });
      return;
    }
    const verdict = verifyTimestamp(token, digestOfRoot(root), { trustAnchors });
    if (verdict.ok) stamped += 1;
    else faults.push({ fault: 'token-invalid', root: id, detail: `${verdict.fault}: ${verdict.detail}` });
  });
  return { faults, gaps, stamped };
}
