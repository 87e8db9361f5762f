import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ArmName } from '../facts/fact.ts';
import type { Surface } from '../surface/surface.ts';
import type { Capture } from './capture.ts';
import type { LedgerEvent } from './ledger.ts';

/** A stored visit, ready to be judged. */
export interface StoredCapture {
  readonly folder: string;
  readonly capture: Capture;
  readonly arms: readonly { readonly arm: ArmName; readonly events: readonly LedgerEvent[] }[];
  /** Bytes of an artefact, null when it is not in the folder. Throws `capture-damaged` when the bytes do not match the name. */
  readonly read: (sha256: string) => Buffer | null;
  readonly surface: (sha256: string) => Surface;
}

export class CaptureDamaged extends Error {
  readonly code = 'capture-damaged';
}

/** Media type of a stored surface: its JSON, gzip-compressed. */
export const SURFACE_MEDIA_TYPE = 'application/vnd.liangjian.surface+json+gzip';

/** Opens a capture folder. Throws `CaptureDamaged` when it is not one, or when a part of it is missing or changed. */
export function readCapture(folder: string): StoredCapture {
  const capture = parse<Capture>(folder, 'capture.json');
  if (capture.format !== 'liangjian-capture/1') throw new CaptureDamaged(`capture.json: unknown format ${String(capture.format)}`);
  const paths = new Map(capture.artefacts.map((artefact) => [artefact.sha256, artefact.path]));
  const read = (sha256: string): Buffer | null => {
    const path = paths.get(sha256);
    if (path === undefined) return null;
    const bytes = load(folder, path);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new CaptureDamaged(`${path}: changed`);
    return bytes;
  };
  const surfaces = new Map<string, Surface>();
  return {
    folder,
    capture,
    arms: capture.arms.map(({ arm, ledger }) => ({ arm, events: ledgerOf(folder, ledger) })),
    read,
    surface: (sha256) => {
      const known = surfaces.get(sha256);
      if (known) return known;
      const bytes = read(sha256);
      if (!bytes) throw new CaptureDamaged(`surface ${sha256}: missing`);
      const surface = JSON.parse(gunzipSync(bytes, { maxOutputLength: 256 * 1024 * 1024 }).toString('utf8')) as Surface;
      surfaces.set(sha256, surface);
      return surface;
    },
  };
}

function load(folder: string, path: string): Buffer {
  if (path.split('/').includes('..') || path.startsWith('/')) throw new CaptureDamaged(`${path}: not a path inside the capture`);
  try {
    return readFileSync(join(folder, path));
  } catch {
    throw new CaptureDamaged(`${path}: missing`);
  }
}

function parse<T>(folder: string, path: string): T {
  const bytes = load(folder, path);
  try {
    return JSON.parse(bytes.toString('utf8')) as T;
  } catch {
    throw new CaptureDamaged(`${path}: not JSON`);
  }
}

function ledgerOf(folder: string, path: string): LedgerEvent[] {
  return load(folder, path)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      try {
        return JSON.parse(line) as LedgerEvent;
      } catch {
        throw new CaptureDamaged(`${path}: line ${index + 1} is not JSON`);
      }
    });
}
