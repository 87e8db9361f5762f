import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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

/** A surface as it is stored, and the name it will have. Level 1 and no file name or time in the header: equal surfaces give equal bytes. */
export function packSurface(surface: Surface): { readonly sha256: string; readonly bytes: Buffer } {
  const bytes = gzipSync(Buffer.from(JSON.stringify(surface)), { level: 1 });
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
}

/**
 * Writes a capture folder while the visit runs: a crash leaves ledgers and artefacts that can be read.
 * `capture.json` comes last and atomically; a folder without it is an unfinished visit.
 */
export function openCaptureWriter(folder: string) {
  mkdirSync(join(folder, 'arms'), { recursive: true });
  // One sync of all artefacts, before the file that names them is written, costs a fraction of one for each.
  const store = openStore(folder, { durability: 'group' });
  const artefacts = new Map<string, Artefact>();
  const writes = new Set<Promise<unknown>>();

  async function keep(bytes: Uint8Array, mediaType: string, role: string): Promise<{ sha256: string; bytes: number }> {
    const stored = await store.put(bytes);
    if (!artefacts.has(stored.sha256))
      artefacts.set(stored.sha256, { sha256: stored.sha256, path: stored.path, mediaType, bytes: stored.bytes, role });
    return { sha256: stored.sha256, bytes: stored.bytes };
  }

  function put(bytes: Uint8Array, mediaType: string, role: string): Promise<{ sha256: string; bytes: number }> {
    // Who waits for writes waits for the listing too: `read` looks there for what was just handed in.
    const write = keep(bytes, mediaType, role).finally(() => writes.delete(write));
    writes.add(write);
    return write;
  }

  return {
    put,

    async putSurface(surface: Surface, packed = packSurface(surface)): Promise<string> {
      return (await put(packed.bytes, SURFACE_MEDIA_TYPE, 'surface')).sha256;
    },

    /** Bytes of an artefact handed in before, also while it is still being written; null when there is none. */
    async read(sha256: string): Promise<Buffer | null> {
      await Promise.allSettled(writes);
      const path = artefacts.get(sha256)?.path;
      return path === undefined ? null : readFile(join(folder, path));
    },

    openLedger(arm: ArmName): LedgerWriter {
      const path = `arms/${arm}.ndjson`;
      const file = openSync(join(folder, path), 'wx', 0o600);
      const chain = createLedgerChain();
      const events: LedgerEvent[] = [];
      let lines: string[] = [];
      let closed = false;
      // Events come in bursts: those of one turn are one write, and a crash loses no more than that turn.
      const write = (): void => {
        if (lines.length === 0 || closed) return;
        const text = `${lines.join('\n')}\n`;
        lines = [];
        writeFileSync(file, text);
      };
      return {
        append(event) {
          if (closed) throw new Error(`the ledger of arm ${arm} is closed`);
          const numbered = { seq: events.length + 1, ...event } as unknown as LedgerEvent;
          const line = JSON.stringify(numbered);
          chain.append(line);
          if (lines.length === 0) setImmediate(write);
          lines.push(line);
          events.push(numbered);
          return numbered.seq;
        },
        events: () => events,
        close() {
          write();
          closed = true;
          fsyncSync(file);
          closeSync(file);
          return { ledger: path, events: chain.lines(), head: chain.head() };
        },
      };
    },

    async finish(capture: Omit<Capture, 'artefacts'>): Promise<Capture> {
      await store.sync();
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
