import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackCapture } from '@liangjian/evidence';
import { judgeStored, readCapture, type Report, type StoredCapture } from '@liangjian/inspect';
import { Fault } from '../fault.ts';

/** Folder of the capture inside a result folder, or the folder itself. */
function captureFolder(folder: string): string {
  const inner = join(folder, 'capture');
  return existsSync(join(folder, 'capture.json')) || !existsSync(join(inner, 'capture.json')) ? folder : inner;
}

/**
 * Opens a stored capture (a folder or a sealed bundle) for `use`. Throws `target-not-found`, `capture-damaged`, `capture-version`,
 * `bundle-broken`, `not-a-bundle`.
 */
export async function withCapture<T>(path: string, use: (stored: StoredCapture) => Promise<T> | T): Promise<T> {
  if (!existsSync(path)) throw new Fault('target-not-found', path);
  if (statSync(path).isDirectory()) return use(opened(captureFolder(path)));
  requireBundle(path);
  const folder = mkdtempSync(join(tmpdir(), 'liangjian-'));
  try {
    await unpackCapture(path, folder).catch((error: Error) => {
      throw new Fault('bundle-broken', error.message);
    });
    return await use(opened(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function opened(folder: string): StoredCapture {
  if (!existsSync(join(folder, 'capture.json'))) throw new Fault('capture-damaged', `${folder}: capture.json`);
  const { format } = JSON.parse(textOf(join(folder, 'capture.json'))) as { format?: unknown };
  if (typeof format === 'string' && format.startsWith('liangjian-capture/') && format !== 'liangjian-capture/1')
    throw new Fault('capture-version', format);
  return readCapture(folder);
}

function textOf(path: string): string {
  const text = readFileSync(path, 'utf8');
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw new Fault('capture-damaged', `${path}: JSON`);
  }
}

/** Refuses a file that cannot be a bundle. Throws `not-a-bundle`. */
export function requireBundle(path: string): void {
  if (!existsSync(path)) throw new Fault('target-not-found', path);
  if (statSync(path).isDirectory()) throw new Fault('not-a-bundle', path);
  const head = readFileSync(path).subarray(0, 4).toString('latin1');
  if (!head.startsWith('PK') && !/\.(wacz|zip)$/i.test(path)) throw new Fault('not-a-bundle', path);
}

/** Report of a capture, a bundle, a result folder, or a `report.json`. A capture is judged again by the rules of today. */
export async function reportOf(path: string): Promise<Report> {
  if (!existsSync(path)) throw new Fault('target-not-found', path);
  if (statSync(path).isDirectory() || !path.endsWith('.json')) return withCapture(path, (stored) => judgeStored(stored));
  const report = JSON.parse(textOf(path)) as Report;
  if (report.format !== 'liangjian-inspection/1' || !Array.isArray(report.outcomes) || !Array.isArray(report.facts))
    throw new Fault('capture-version', path);
  return report;
}
