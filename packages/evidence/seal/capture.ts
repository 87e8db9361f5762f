import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ledgerLines, ledgerLinks, verifyLedger } from '../ledger-chain.ts';
import { openStore } from '../store/store.ts';
import type { CaptureArtefact } from '../wacz/archive.ts';

/** What the seal needs to know of `capture.json`; everything else in it is carried along untouched. */
interface CaptureFile {
  readonly tool?: unknown;
  readonly environment?: unknown;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly touchpoint?: { readonly locator?: string };
  readonly arms: readonly { readonly arm: string; readonly ledger: string; readonly events: number; readonly head: string }[];
  readonly artefacts: readonly CaptureArtefact[];
}

export interface LoadedLedger {
  readonly arm: string;
  /** Path in the capture folder. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly lines: readonly Buffer[];
  readonly links: readonly string[];
  readonly head: string;
}

export interface LoadedCapture {
  readonly file: CaptureFile;
  readonly bytes: Buffer;
  readonly artefacts: ReadonlyMap<string, CaptureArtefact>;
  readonly ledgers: readonly LoadedLedger[];
}

const loadLedger = async (dir: string, arm: CaptureFile['arms'][number]): Promise<LoadedLedger> => {
  if (!/^[\w-]+$/.test(arm.arm) || !/^arms\/[\w-]+\.ndjson$/.test(arm.ledger)) throw new Error(`not a ledger path: ${arm.ledger}`);
  const bytes = await readFile(join(dir, arm.ledger));
  const verdict = verifyLedger(bytes, { head: arm.head, lines: arm.events });
  // A seal over a ledger that is already broken would lend it authority.
  if (!verdict.ok) throw new Error(`the ledger of arm ${arm.arm} is not what capture.json says: ${verdict.fault} at line ${verdict.line}`);
  const lines = ledgerLines(bytes);
  return { arm: arm.arm, path: arm.ledger, bytes, lines, links: ledgerLinks(lines), head: arm.head };
};

/**
 * Reads a capture folder and proves it whole before it is sealed. Throws when a ledger does not match its head or an artefact
 * is missing; artefacts in the folder that `capture.json` does not name are taken along as `unlisted`.
 */
export const loadCapture = async (dir: string): Promise<LoadedCapture> => {
  const bytes = await readFile(join(dir, 'capture.json'));
  const file = JSON.parse(bytes.toString('utf8')) as CaptureFile;
  const store = openStore(dir);
  const present = new Set(await store.list());
  const artefacts = new Map<string, CaptureArtefact>();
  for (const { sha256, bytes: size, mediaType, role } of file.artefacts) artefacts.set(sha256, { sha256, bytes: size, mediaType, role });
  const missing = file.artefacts.find(({ sha256 }) => !present.has(sha256));
  if (missing) throw new Error(`the artefact ${missing.sha256} is missing from the capture folder`);
  for (const sha256 of present)
    if (!artefacts.has(sha256))
      artefacts.set(sha256, { sha256, bytes: (await store.get(sha256)).length, mediaType: 'application/octet-stream', role: 'unlisted' });
  const ledgers = await Promise.all(file.arms.map((arm) => loadLedger(dir, arm)));
  return { file, bytes, artefacts, ledgers };
};
