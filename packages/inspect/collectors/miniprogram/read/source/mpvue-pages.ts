import type { ConfigBuilder } from '../config/builder.ts';
import type { Candidate, Listing } from '../discover/candidate.ts';
import { textOfEntry } from '../discover/read-entry.ts';
import { folderOf, join, resolve } from '../files/paths.ts';

const MAIN_BYTES = 100_000;

/**
 * mpvue declares a page by the script that mounts it (`pages/a/main`), while the page itself is the component that this script imports
 * (`./index.vue`): answers under which name a file is the page.
 */
export function mpvuePages(listing: Listing, candidate: Candidate, config: ConfigBuilder): (path: string) => string {
  const names = new Map<string, string>();
  for (const { path } of config.pages) {
    const entry = ['.js', '.ts']
      .map((extension) => listing.byPath.get(join(candidate.root, path + extension)))
      .find((one) => one !== undefined);
    const text = entry ? textOfEntry(entry, MAIN_BYTES) : null;
    for (const [, reference = ''] of text?.matchAll(/import\s+\w+\s+from\s*["']([^"'\n]+)["']/g) ?? []) {
      const component = resolve(`${folderOf(path)}/x`, reference).replace(/\.vue$/, '');
      if (reference.startsWith('.') && listing.byPath.has(join(candidate.root, `${component}.vue`)))
        names.set(`${component}.vue`, `${path}.vue`);
    }
  }
  return (path) => names.get(path) ?? path;
}
