import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserPool,
  inspectWeb,
  readCapture,
  type Report,
  type StoredCapture,
  type VisitProgress,
  type WebVisit,
} from '@liangjian/inspect';
import { Fault } from '../fault.ts';

export interface VisitPlan {
  readonly scene: string | null;
  readonly channel: string | null;
  readonly allowPrivate: readonly string[];
  readonly hostMap: ReadonlyMap<string, string>;
  readonly control: boolean;
  readonly profile: WebVisit['profile'];
  readonly armMs: number;
}

export interface Inspected {
  readonly report: Report;
  readonly stored: StoredCapture;
  /** Folder of the results; null when nothing is kept. */
  readonly folder: string | null;
}

/**
 * Inspects one address and hands the result to `use` while the capture is on disk: in `folder/capture` when a folder is given,
 * else in a temporary one that is removed afterwards. Throws what the collector throws, `output-unwritable` when the folder is in use.
 */
export async function inspectOne<T>(
  pool: BrowserPool,
  url: string,
  plan: VisitPlan,
  folder: string | null,
  onProgress: (progress: VisitProgress) => void,
  use: (inspected: Inspected) => Promise<T>,
): Promise<T> {
  const temporary = folder === null ? mkdtempSync(join(tmpdir(), 'liangjian-')) : null;
  const capture = join(folder ?? (temporary as string), 'capture');
  try {
    if (folder !== null) claim(folder, capture);
    const { report } = await inspectWeb(pool, { ...plan, url, folder: capture, onProgress });
    return await use({ report, stored: readCapture(capture), folder });
  } finally {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
  }
}

/** A result folder is written once: evidence is never mixed with that of another visit. */
export function claim(folder: string, capture: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).some((name) => ['capture', 'report.json', 'bundle.wacz'].includes(name)))
      throw new Fault('output-unwritable', `${folder}: not empty`);
    mkdirSync(capture);
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('output-unwritable', `${folder}: ${(error as Error).message}`);
  }
}
