import { createHash } from 'node:crypto';
import type { FileRole, ProgramFile } from '../../program.ts';
import type { Entry } from '../container/container.ts';
import { decodeText } from '../text/decode-text.ts';
import type { Origin } from '../origin/origin-of.ts';

/** How many characters of texts one reading still holds, and the texts asked for last; shared by all files of it. */
export interface Keeper {
  left: number;
  /** Elements of own templates that are still kept. */
  nodes: number;
  readonly recent: Map<object, string>;
}

const KEPT_NODES = 60_000;

export const newKeeper = (left: number): Keeper => ({ left, nodes: KEPT_NODES, recent: new Map() });

/** Texts past the budget that stay for a while: the modules of one bundle are asked for one after another. */
const RECENT = 4;
const RECENT_LONGEST = 8 * 1024 * 1024;

function remember(keeper: Keeper, key: object, text: string): void {
  if (keeper.left >= text.length || text.length > RECENT_LONGEST) return;
  keeper.recent.set(key, text);
  const [oldest] = keeper.recent.keys();
  if (keeper.recent.size > RECENT && oldest) keeper.recent.delete(oldest);
}

/** A part of a text that is a file of its own to later stages. */
export interface Part {
  readonly role: FileRole;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** Reads and transforms a text when it is asked for, and keeps it while the budget lasts; then it is read anew each time. */
export function lazyText(entry: Entry, keeper: Keeper, transform: (text: string) => string): () => string {
  let kept: string | null = null;
  return () => {
    const recent = kept ?? keeper.recent.get(entry);
    if (recent !== undefined) return recent;
    let text: string;
    try {
      text = transform(decodeText(entry.peek ? entry.peek() : entry.bytes()));
    } catch {
      // It was there when the tree was listed; a file that has gone since reads as empty rather than stopping the inspection.
      text = '';
    }
    remember(keeper, entry, text);
    if (keeper.left >= text.length) {
      keeper.left -= text.length;
      kept = text;
    }
    return text;
  };
}

/** One hash for each artefact, computed when the first fact points at it. */
export function lazyHash(entry: Entry): () => string {
  let hash: string | null = null;
  return () => {
    if (hash !== null) return hash;
    const sum = createHash('sha256');
    try {
      sum.update(entry.bytes());
    } catch {
      // A member that does not unpack has no bytes; what was not read says so.
    }
    hash = sum.digest('hex');
    return hash;
  };
}

export function makeFile(
  path: string,
  inProgram: string,
  role: FileRole,
  { origin, why }: Origin,
  text: () => string,
  artefact: () => string,
): ProgramFile {
  return {
    path,
    inProgram,
    role,
    origin,
    originWhy: why,
    startLine: 1,
    startOffset: 0,
    get text() {
      return text();
    },
    get artefact() {
      return artefact();
    },
  };
}

/** A block of a file as a file: same path, its own beginning. */
export function partOf(file: ProgramFile, part: Part): ProgramFile {
  return {
    path: file.path,
    inProgram: file.inProgram,
    role: part.role,
    origin: file.origin,
    originWhy: file.originWhy,
    startLine: part.line,
    startOffset: part.start,
    startColumn: part.column,
    get text() {
      return file.text.slice(part.start, part.end);
    },
    get artefact() {
      return file.artefact;
    },
  };
}
