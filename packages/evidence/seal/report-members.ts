import { readFile } from 'node:fs/promises';
import { canonicalJson } from '../canonical.ts';
import { digestBytes } from '../hash.ts';
import type { Item } from './item.ts';
import { inMemory, mediaOf, type Member, onDisk } from './member.ts';
import { valueAt } from './pointer.ts';

export interface ReportFile {
  /** Name under `liangjian/`, e.g. `report.json`. */
  readonly path: string;
  readonly bytes?: Uint8Array;
  readonly file?: string;
  readonly mediaType?: string;
  /** JSON pointers to arrays whose elements can later be proved alone, e.g. `/outcomes`, `/facts`. */
  readonly split?: readonly string[];
}

const partItems = (path: string, bytes: Uint8Array, split: readonly string[]): Item[] => {
  if (split.length === 0) return [];
  const root = JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  return split.flatMap((pointer) => {
    const list = valueAt(root, pointer);
    if (!Array.isArray(list)) throw new Error(`${path} has no list at ${pointer}`);
    return list.map((value: unknown, index): Item => {
      const digests = digestBytes(Buffer.from(canonicalJson(value), 'utf8'));
      const { sha256: hash, sm3, bytes: size } = digests;
      return { path: `${path}#${pointer}/${index}`, kind: 'part', sha256: hash, sm3, bytes: size, mediaType: 'application/json' };
    });
  });
};

/** Reports as members, and the elements of their lists as items of their own. Throws on a path that leaves the folder. */
export const reportMembers = async (reports: readonly ReportFile[]) => {
  const members: Member[] = [];
  const parts: Item[] = [];
  for (const report of reports) {
    const name = `liangjian/${report.path}`;
    if (!/^[\w.-]+(\/[\w.-]+)*$/.test(report.path) || report.path.includes('..')) throw new Error(`not a report path: ${report.path}`);
    const mediaType = report.mediaType ?? mediaOf(report.path);
    if (report.file !== undefined && !report.split) members.push(await onDisk(name, report.file, mediaType, 'report'));
    else {
      const bytes = report.bytes ?? (await readFile(report.file ?? ''));
      members.push({ ...inMemory(name, bytes, mediaType), role: 'report' });
      parts.push(...partItems(name, bytes, report.split ?? []));
    }
  }
  return { members, parts };
};
