import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { MiniPlatform, Program, Unread } from '../program.ts';
import type { Container, Entry } from './container/container.ts';
import { openFolder } from './container/folder.ts';
import { isTar } from './container/tar.ts';
import { isZip, openZip } from './container/zip.ts';
import { type Candidate, listingOf } from './discover/candidate.ts';
import { findPrograms } from './discover/find-programs.ts';
import { isWanted } from './discover/wanted.ts';
import { type Keeper, newKeeper } from './files/make-file.ts';
import { below, folderOf, isIn } from './files/paths.ts';
import { READ_LIMITS, type ReadLimits } from './limits.ts';
import { groupPackages } from './package/group-packages.ts';
import { type GivenPackage, openAll } from './package/open-all.ts';
import { alipayTemplates, isPackage } from './package/open-package.ts';
import { isPackaged } from './package/package-parts.ts';
import { type PackagedProgram, readPackages } from './package/read-package.ts';
import { assignFiles } from './source/assign-files.ts';
import { readSource } from './source/read-source.ts';
import { unread } from './unread.ts';

export interface ReadOptions {
  /** AppID of an encrypted package, when the person knows it. */
  readonly appId?: string;
  readonly limits?: Partial<ReadLimits>;
}

interface Reading {
  readonly limits: ReadLimits;
  /** What texts may stay in memory: one budget for all programs, or one for each when they are handed out singly. */
  readonly keeper: () => Keeper;
  readonly appIds: readonly string[];
  readonly unread: Unread[];
}

/**
 * Everything from a path to programs. A folder or archive gives one program for each root in it; several paths are the packages of one
 * program. Nothing of what is read is executed or written to disk; a file's `text` is read when asked for, so keep the target
 * in place until the inspection is over.
 * @throws when a path does not exist.
 */
export async function readPrograms(
  target: string | readonly string[],
  options: ReadOptions = {},
): Promise<{ programs: Program[]; unread: Unread[] }> {
  const notRead: Unread[] = [];
  const keeper = newKeeper(options.limits?.keptBytes ?? READ_LIMITS.keptBytes);
  const programs = [...read(target, options, notRead, () => keeper)];
  return { programs, unread: notRead };
}

/**
 * The same, one program at a time: a folder of many programs then costs the memory of its largest one. What belongs to no program is
 * pushed to `notRead`, which is complete when the last program was taken.
 */
export function eachProgram(target: string | readonly string[], options: ReadOptions, notRead: Unread[]): Generator<Program> {
  const kept = options.limits?.keptBytes ?? READ_LIMITS.keptBytes;
  return read(target, options, notRead, () => newKeeper(kept));
}

function* read(target: string | readonly string[], options: ReadOptions, notRead: Unread[], keeper: () => Keeper): Generator<Program> {
  const limits = { ...READ_LIMITS, ...options.limits };
  const reading: Reading = { limits, keeper, appIds: options.appId ? [options.appId] : [], unread: notRead };
  const paths = (typeof target === 'string' ? [target] : target).map((path) => resolve(path));
  const parent = commonFolder(paths);
  const packages: GivenPackage[] = [];
  for (const path of paths) {
    const stat = statSync(path);
    if (stat.isDirectory()) yield* readContainer(openFolder(path, limits, isWanted), path, reading);
    else if (stat.size > limits.packageBytes) {
      notRead.push(unread(basename(path), '文件过大，没有读', 'too large; not read'));
    } else {
      const bytes = readFileSync(path);
      if (isZip(bytes)) yield* readContainer(openZip(bytes, basename(path), limits), path, reading);
      else packages.push({ name: relative(parent, path).replaceAll('\\', '/'), bytes, appIds: [...reading.appIds, ...appIdsIn(path)] });
    }
  }
  yield* readGroups(packages, true, reading);
}

/** The folder above all of several files, so that two of one name in different folders keep different names. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths.map((path) => dirname(path));
  let folder = first;
  while (others.some((other) => relative(folder, other).startsWith('..'))) folder = dirname(folder);
  return folder;
}

/** AppIDs in a path, the innermost first: the desktop client names its folders after them. */
const appIdsIn = (path: string): string[] => (path.match(/wx[0-9a-f]{16}/g) ?? []).toReversed();

function* readContainer(container: Container, path: string, reading: Reading): Generator<Program> {
  const { limits } = reading;
  reading.unread.push(...container.unread);
  const listing = listingOf(container.entries);
  const candidates = findPrograms(listing);
  for (const [candidate, entries] of assignFiles(listing, candidates)) {
    yield readSource(candidate, entries, listing, limits, reading.keeper());
  }
  yield* readLoose(container.entries, candidates, reading);
  const folders = Map.groupBy(
    container.entries.filter((entry) => /\.(?:wxapkg|amr|tar)$/i.test(entry.path)),
    (entry) => folderOf(entry.path),
  );
  // Folder by folder, so that a collection of programs is never in memory as a whole.
  for (const members of folders.values()) {
    const given = members.flatMap((entry): GivenPackage[] => {
      const bytes = packageBytes(entry, reading);
      return bytes ? [{ name: entry.path, bytes, appIds: [...reading.appIds, ...appIdsIn(entry.path), ...appIdsIn(path)] }] : [];
    });
    yield* readGroups(given, false, reading);
  }
}

function packageBytes(entry: Entry, { limits, unread: notRead }: Reading): Buffer | null {
  if (entry.size > limits.packageBytes) {
    notRead.push(unread(entry.path, '文件过大，没有读', 'too large; not read'));
    return null;
  }
  try {
    return entry.bytes();
  } catch {
    notRead.push(unread(entry.path, '文件打不开，没有读', 'the file could not be opened'));
    return null;
  }
}

function* readGroups(given: readonly GivenPackage[], together: boolean, reading: Reading): Generator<Program> {
  const packages = openAll(given, reading.limits, reading.unread);
  for (const group of groupPackages(packages, together)) {
    yield readPackages(group, reading.limits, reading.keeper());
  }
}

/** Files that tell where an unpacked package lies, and whose it is. */
const LOOSE: readonly [RegExp, MiniPlatform][] = [
  [/(?:^|\/)app-config\.json$/, 'wechat'],
  [/(?:^|\/)index\.worker\.js$/, 'alipay'],
];

/** Folders that hold an unpacked package: a main package's files, with those of its subpackages below. */
function* readLoose(entries: readonly Entry[], candidates: readonly Candidate[], reading: Reading): Generator<Program> {
  for (const [mark, platform] of LOOSE) {
    const roots = entries.filter((entry) => mark.test(entry.path)).map((entry) => folderOf(entry.path));
    const top = roots.filter((root) => !roots.some((other) => other !== root && isIn(root, other)));
    for (const root of new Set(top)) {
      if (candidates.some((one) => isIn(one.root, root) || isIn(root, one.root))) continue;
      const own = entries.filter((entry) => isIn(entry.path, root) && !entry.path.endsWith('.wxapkg'));
      const inside = own.map((entry) => ({ path: below(entry.path, root), size: entry.size, bytes: entry.bytes }));
      if (!isPackaged(inside.map((entry) => entry.path))) continue;
      const one = { name: root, entries: inside, artefact: () => '', loose: true };
      const notRead = platform === 'alipay' ? [alipayTemplates(root)] : [];
      const loose: PackagedProgram = { root, appId: null, platform, packages: [one], unread: notRead };
      yield readPackages(loose, reading.limits, reading.keeper());
    }
  }
}

/** Whether a file is something this reader opens, by its first bytes: for telling the kind of a touchpoint. */
export function looksLikePackage(path: string): boolean {
  const head = Buffer.alloc(2048);
  const file = openSync(path, 'r');
  try {
    const read = head.subarray(0, readSync(file, head, 0, head.length, 0));
    return isPackage(read) || isTar(read);
  } finally {
    closeSync(file);
  }
}
