import type { Entry } from '../container/container.ts';
import type { Candidate, Listing } from '../discover/candidate.ts';
import { folderOf, isIn } from '../files/paths.ts';

/** Files by which a folder beside the pages shows that it is a server, a web page or an administration of its own. */
export const OTHER_PRODUCT: ReadonlySet<string> = new Set([
  'pom.xml',
  'build.gradle',
  'go.mod',
  'composer.json',
  'requirements.txt',
  'manage.py',
  'Cargo.toml',
  'Gemfile',
  'Dockerfile',
  'artisan',
]);

/**
 * Which files belong to which program: the deepest root above a file, without the folders of servers, web administrations and other
 * programs' builds. Files above every root (a shared `utils` beside `packages/app`) belong to none: programs refer to them by package.
 */
export function assignFiles(listing: Listing, candidates: readonly Candidate[]): Map<Candidate, Entry[]> {
  const roots = candidates.toSorted((a, b) => b.root.length - a.root.length);
  const foreign = foreignFolders(listing, candidates);
  const assigned = new Map<Candidate, Entry[]>(candidates.map((one) => [one, []]));
  const ownerOf = new Map<string, Candidate | null>();
  for (const entry of listing.byPath.values()) {
    const folder = folderOf(entry.path);
    let owner = ownerOf.get(folder);
    if (owner === undefined) {
      owner = roots.find((one) => isIn(folder, one.root)) ?? null;
      const inside = owner;
      if (inside && foreign.some((one) => one.length > inside.root.length && isIn(folder, one))) owner = null;
      ownerOf.set(folder, owner);
    }
    if (owner) assigned.get(owner)?.push(entry);
  }
  return assigned;
}

function foreignFolders(listing: Listing, candidates: readonly Candidate[]): string[] {
  const folders = new Set<string>();
  for (const [name, entries] of listing.byName) {
    const other = OTHER_PRODUCT.has(name) || name === 'index.html' || name === 'app.json';
    if (!other) continue;
    for (const entry of entries) {
      const folder = folderOf(entry.path);
      // A folder that holds a program's root is its project, whatever else stands there.
      if (folder === '' || candidates.some((one) => isIn(one.root, folder))) continue;
      const web =
        name === 'index.html' &&
        (listing.byPath.has(`${folder}/package.json`) || /(?:^|\/)(?:admin|web|h5|server|backend|manage|public)$/.test(folder));
      const rival = name === 'app.json' && /(?:^|\/)(?:dist|unpackage|build)(?:\/|$)/.test(folder);
      if (OTHER_PRODUCT.has(name) || web || rival) folders.add(folder);
    }
  }
  return [...folders];
}
