import type { Entry } from '../container/container.ts';
import { nameOf } from '../files/paths.ts';

/** One package of a program: its files, and how findings and hashes name it. */
export interface Package {
  /** Path of the package relative to the inspected root. */
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly artefact: () => string;
  /** True when a folder holds the files of an unpacked package: then each file is an artefact of its own. */
  readonly loose: boolean;
}

export type PartKind = 'config' | 'scripts' | 'templates' | 'framework' | null;

/** What a file of a package carries, by its name alone. */
export function partKind(path: string): PartKind {
  const name = nameOf(path);
  if (/^WA[A-Z]\w*\.\w+$/.test(name)) return 'framework';
  if (name === 'app-config.json' || name === 'appConfig.json') return 'config';
  if (
    /^(?:app-service|appservice\.app|common\.app|game|subContext|index\.worker|workers?)\.js$/.test(name) ||
    /\.(?:appservice|common)\.js$/.test(name)
  )
    return 'scripts';
  if (/^(?:page-frame\.(?:html|js)|app-wxss\.js|webview\.app\.js)$/.test(name) || name.endsWith('.webview.js')) return 'templates';
  return null;
}

/** True for the files that only packages have. */
export const isPackaged = (paths: Iterable<string>): boolean => {
  for (const path of paths) {
    const kind = partKind(path);
    if (
      kind === 'config' ||
      kind === 'templates' ||
      (kind === 'scripts' && /^(?:app-service|appservice\.app|index\.worker)\.js$/.test(nameOf(path)))
    )
      return true;
  }
  return false;
};
