import type { MiniPlatform, Unread } from '../../program.ts';
import { at, itemsOf, parseJson, textOf } from '../config/json.ts';
import { textOfEntry } from '../discover/read-entry.ts';
import { folderOf } from '../files/paths.ts';
import type { OpenedPackage } from './open-package.ts';
import type { PackagedProgram } from './read-package.ts';

/**
 * Sorts packages into programs: those of one folder belong together, unless it holds several main packages; then a subpackage goes to the
 * main package that declares its root. The same package in two forms (encrypted and opened) counts once.
 */
export function groupPackages(packages: readonly OpenedPackage[], together: boolean): PackagedProgram[] {
  const folders = new Map<string, OpenedPackage[]>();
  const seen = new Set<string>();
  for (const one of packages.toSorted((a, b) => Number(b.whole) - Number(a.whole))) {
    const folder = together ? '' : folderOf(one.name);
    if (seen.has(`${folder}\n${one.content}`)) continue;
    seen.add(`${folder}\n${one.content}`);
    folders.set(folder, [...(folders.get(folder) ?? []), one]);
  }
  return [...folders].flatMap(([folder, members]) => programsOf(folder, members));
}

function programsOf(folder: string, members: readonly OpenedPackage[]): PackagedProgram[] {
  const mains = members.map((one) => ({ one, roots: rootsOf(one) })).filter((main) => main.roots !== null);
  const [only, second] = mains;
  if (!second) {
    const first = only ? [only.one, ...members.filter((one) => one !== only.one)] : members;
    return first.length === 0 ? [] : [program(members.length === 1 ? (members[0]?.name ?? folder) : folder, first)];
  }
  const left = new Set(members.filter((one) => !mains.some((main) => main.one === one)));
  const programs = mains.map(({ one, roots }) => {
    const own = [...left].filter((part) => (roots ?? []).some((root) => part.entries.some((entry) => entry.path.startsWith(`${root}/`))));
    for (const part of own) left.delete(part);
    return program(one.name, [one, ...own]);
  });
  return [...programs, ...[...left].map((one) => program(one.name, [one]))];
}

function program(root: string, packages: readonly OpenedPackage[]): PackagedProgram {
  const platform: MiniPlatform = packages.some((one) => one.kind === 'tar') ? 'alipay' : 'wechat';
  const notRead: Unread[] = packages.flatMap((one) => one.unread);
  return { root, appId: packages.find((one) => one.appId !== null)?.appId ?? null, platform, packages, unread: notRead };
}

/** The roots of the subpackages that a main package declares; null for a package without the list of pages. */
function rootsOf(one: OpenedPackage): string[] | null {
  const entry = one.entries.find((file) => file.path === 'app-config.json' || file.path === 'appConfig.json');
  const json = entry ? parseJson(textOfEntry(entry, 8 * 1024 * 1024) ?? '') : null;
  if (itemsOf(at(json, 'pages')).length === 0) return entry ? [] : null;
  return itemsOf(at(json, 'subPackages') ?? at(json, 'subpackages')).flatMap(
    (item) => textOf(at(item, 'root'))?.replaceAll(/^\/|\/$/g, '') ?? [],
  );
}
