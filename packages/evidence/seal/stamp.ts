import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requestTimestamp, type TimestampOptions } from '../timestamp/client.ts';
import { verifyTimestamp } from '../timestamp/verify.ts';
import type { Stamp, StampGap } from './format.ts';

export interface Stamped {
  readonly stamps: readonly (Stamp & { readonly tsr: Buffer })[];
  readonly gaps: readonly StampGap[];
}

const pathOf = (of: string, number: number): string => `liangjian/timestamps/${of.replace(':', '-')}.${number}.tsr`;

/** Asks every authority to stamp one digest; what fails becomes a named gap. */
export const stamp = async (of: string, digest: string, urls: readonly string[], options: TimestampOptions): Promise<Stamped> => {
  if (urls.length === 0)
    return { stamps: [], gaps: [{ of, url: null, fault: 'no-authority', detail: 'not time-stamped: no authority configured' }] };
  const results = await Promise.all(urls.map((url) => requestTimestamp(Buffer.from(digest, 'hex'), url, options)));
  return {
    stamps: results.flatMap((r, i) =>
      r.ok ? [{ of, digest, path: pathOf(of, i + 1), authority: r.authority, url: r.url, genTime: r.genTime, tsr: r.tsr }] : [],
    ),
    gaps: results.flatMap((r) => (r.ok ? [] : [{ of, url: r.url, fault: r.fault, detail: r.detail }])),
  };
};

/**
 * Stamps a ledger's head. A token the collector got when the arm ended (`timestamps/<arm>.tsr` in the capture folder) is worth
 * more than one of now, and is used instead when it is valid.
 */
export const stampLedger = async (
  captureDir: string,
  ledger: { readonly arm: string; readonly head: string },
  urls: readonly string[],
  options: TimestampOptions,
): Promise<Stamped> => {
  const of = `ledger:${ledger.arm}`;
  const early = await readFile(join(captureDir, 'timestamps', `${ledger.arm}.tsr`)).catch(() => null);
  if (early) {
    const anchors = options.trustAnchors ? { trustAnchors: options.trustAnchors } : {};
    const verdict = verifyTimestamp(early, Buffer.from(ledger.head, 'hex'), anchors);
    if (verdict.ok) {
      const { authority, genTime } = verdict;
      return { stamps: [{ of, digest: ledger.head, path: pathOf(of, 1), authority, url: null, genTime, tsr: early }], gaps: [] };
    }
  }
  return stamp(of, ledger.head, urls, options);
};
