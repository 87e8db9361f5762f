import type { MiniPlatform, Program } from '../../program.ts';
import type { Entry } from '../container/container.ts';

/** A folder that is the root of a program, and the file that says so. */
export interface Candidate {
  readonly root: string;
  readonly framework: Program['framework'];
  readonly platform: MiniPlatform;
  /** `app.json`, `pages.json`, `app.config.*`, `app.wpy`, …: where pages are declared. */
  readonly declares: Entry;
  readonly form: 'app-json' | 'uni' | 'routed' | 'code' | 'single-file' | 'plugin' | 'game';
}

/** All files of a container by path, with the file names and folders they make. */
export interface Listing {
  readonly byPath: ReadonlyMap<string, Entry>;
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
}

export function listingOf(entries: readonly Entry[]): Listing {
  const byPath = new Map<string, Entry>();
  const byName = new Map<string, Entry[]>();
  for (const entry of entries) {
    byPath.set(entry.path, entry);
    const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
    const same = byName.get(name);
    if (same) same.push(entry);
    else byName.set(name, [entry]);
  }
  return { byPath, byName };
}
