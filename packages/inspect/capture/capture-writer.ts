import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createLedgerChain, openStore } from '@liangjian/evidence';
import type { ArmName } from '../facts/fact.ts';
import type { Surface } from '../surface/surface.ts';
import type { Artefact, Capture } from './capture.ts';
import type { LedgerEvent } from './ledger.ts';
import { SURFACE_MEDIA_TYPE } from './read-capture.ts';

/** Ledger of one arm on its way to disk: append-only, hash-chained, numbered by the writer. */
export interface LedgerWriter {
  /** Writes the event with the next sequence number and returns that number. */
  readonly append: (event: Record<string, unknown>) => number;
  readonly events: () => readonly LedgerEvent[];
  /** Forces the ledger to disk and closes it. */
  readonly close: () => { readonly ledger: string; readonly events: number; readonly head: string };
}

/**
 * Writes a capture folder while the visit runs: a crash leaves ledgers and artefacts that can be read.
 * `capture.json` comes last and atomically; a folder without it is an unfinished visit.
 */
export function openCaptureWriter(folder: string) {
  mkdirSync(join(folder, 'arms'), { recursive: true });
  const store = openStore(folder);
  const artefacts = new Map<string, Artefact>();

  async function put(bytes: Uint8Array, mediaType: string, role: string): Promise<{ sha256: string; bytes: number }> {
    const stored = await store.put(bytes);
    if (!artefacts.has(stored.sha256))
      artefacts.set(stored.sha256, { sha256: stored.sha256, path: stored.path, mediaType, bytes: stored.bytes, role });
    return { sha256: stored.sha256, bytes: stored.bytes };
  }

  return {
    put,

    async putSurface(surface: Surface): Promise<string> {
      // Level 1 and no file name or time in the header: equal surfaces give equal bytes.
      const packed = gzipSync(Buffer.from(JSON.stringify(surface)), { level: 1 });
      return (await put(packed, SURFACE_MEDIA_TYPE, 'surface')).sha256;
    },

    openLedger(arm: ArmName): LedgerWriter {
      const path = `arms/${arm}.ndjson`;
      const file = openSync(join(folder, path), 'wx', 0o600);
      const chain = createLedgerChain();
      const events: LedgerEvent[] = [];
      return {
        append(event) {
          const numbered = { seq: events.length + 1, ...event } as unknown as LedgerEvent;
          const line = JSON.stringify(numbered);
          chain.append(line);
          writeSync(file, `${line}\n`);
          events.push(numbered);
          return numbered.seq;
        },
        events: () => events,
        close() {
          fsyncSync(file);
          closeSync(file);
          return { ledger: path, events: chain.lines(), head: chain.head() };
        },
      };
    },

    finish(capture: Omit<Capture, 'artefacts'>): Capture {
      const listed = [...artefacts.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
      const whole: Capture = { ...capture, artefacts: listed };
      const path = join(folder, 'capture.json');
      writeFileSync(`${path}.part`, `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600, flush: true });
      renameSync(`${path}.part`, path);
      return whole;
    },
  };
}

export type CaptureWriter = ReturnType<typeof openCaptureWriter>;
