import type { Program, ProgramFile, Template, Unread } from '../../program.ts';
import { type ConfigBuilder, finishConfig } from '../config/builder.ts';
import type { Entry } from '../container/container.ts';
import type { Candidate, Listing } from '../discover/candidate.ts';
import { extensionOf, ROLES, withoutExtension } from '../files/file-kinds.data.ts';
import { type Keeper, lazyHash, lazyText, makeFile, newKeeper } from '../files/make-file.ts';
import { below } from '../files/paths.ts';
import type { ReadLimits } from '../limits.ts';
import { looksMinified, originOf } from '../origin/origin-of.ts';
import { blankOtherTargets } from '../text/conditions.ts';
import { namesOf } from '../text/platform-names.ts';
import { unread } from '../unread.ts';
import { addTemplate } from '../template/add-template.ts';
import { addVueComponents, cutComponent, easyComponents } from './components.ts';
import { mpvuePages } from './mpvue-pages.ts';
import { missingPages } from './missing-pages.ts';
import { readOwnConfig, readSourceConfig, vueVersion } from './read-config.ts';

/** Source files that are read at once; the rest waits until somebody asks. */
const READ_NOW = new Set(['script', 'typescript', 'single-file-component', 'template']);

/** Makes one program of a source tree: `entries` are the files that belong to it, `listing` everything around. */
export function readSource(candidate: Candidate, entries: readonly Entry[], listing: Listing, limits: ReadLimits, keeper: Keeper): Program {
  const inProgram = (path: string): string => below(path, candidate.root);
  const stems = new Set(
    entries
      .filter((entry) => READ_NOW.has(ROLES.get(extensionOf(entry.path)) ?? ''))
      .map((entry) => withoutExtension(inProgram(entry.path))),
  );
  const there = (path: string): boolean => stems.has(path);
  const conditional = candidate.form === 'uni' || candidate.form === 'routed';
  const test = namesOf(candidate.platform, conditional ? vueVersion(candidate, listing) : null);
  const { config, unread: notRead } = readSourceConfig(candidate, listing, test, there);
  const files: ProgramFile[] = [];
  const templates = new Map<string, Template>();
  readConfigs(candidate, entries, config, limits, there, notRead);
  const declared = declaredBy(config);
  const pageOf = candidate.framework === 'mpvue' ? mpvuePages(listing, candidate, config) : (path: string): string => path;
  const written: { file: ProgramFile; minified: boolean; replace: number }[] = [];
  let read = 0;
  for (const entry of entries) {
    const role = ROLES.get(extensionOf(entry.path));
    if (!role) continue;
    const path = inProgram(entry.path);
    const origin = originOf(path, candidate.platform, declared, candidate.framework);
    // What was built from these sources would count everything twice.
    if (origin.origin === 'generated') continue;
    const text = lazyText(entry, keeper, conditional ? (one) => blankOtherTargets(one, test) : (one) => one);
    const file = makeFile(entry.path, pageOf(path), role, origin, text, lazyHash(entry));
    const now = READ_NOW.has(role) && origin.origin === 'own';
    if (now && !readable(entry, file, limits, notRead)) continue;
    read += now ? 1 : 0;
    files.push(file);
    if (role === 'script' && now) written.push({ file, minified: looksMinified(file.text), replace: files.length - 1 });
    if (role === 'template') addTemplate(file, { from: 0, to: null }, templates, limits, keeper, notRead);
    const cut = origin.origin !== 'other-target' && !path.includes('node_modules/');
    if (role === 'single-file-component' && cut) cutComponent(file, files, templates, limits, keeper, now, notRead);
  }
  // In a program that was built as a whole every page is minified: then that says nothing.
  const minified = written.filter((one) => one.minified);
  const pages = new Set(config.pages.map((page) => page.path));
  const built = minified.some((one) => pages.has(withoutExtension(one.file.inProgram)));
  if (!built) {
    for (const { file, replace } of minified) {
      if (declared(withoutExtension(file.inProgram))) continue;
      files[replace] = makeFile(
        file.path,
        file.inProgram,
        file.role,
        { origin: 'vendored', why: '压缩过的代码，不是自写源码' },
        () => file.text,
        () => file.artefact,
      );
    }
  }
  if (conditional) easyComponents(config, files);
  addVueComponents(config, files, there);
  return {
    platform: candidate.platform,
    framework: candidate.framework,
    root: candidate.root,
    appId: config.appId,
    files,
    templates,
    config: finishConfig(config),
    read: [`${candidate.root === '' ? '.' : candidate.root} (${read})`],
    unread: [...notRead, ...missingPages(config, there)],
  };
}

/** Whether the configuration reaches a path, as page or as component. */
function declaredBy(config: ConfigBuilder): (path: string) => boolean {
  const pages = new Set(config.pages.map((page) => page.path));
  const components = new Set([...config.components.values()].flatMap((tags) => [...tags.values()]));
  return (path) => pages.has(path) || components.has(path) || path === 'app';
}

function readable(entry: Entry, file: ProgramFile, limits: ReadLimits, notRead: Unread[]): boolean {
  if (entry.size > limits.textBytes) {
    notRead.push(
      unread(
        entry.path,
        `文件超过 ${Math.round(limits.textBytes / 1048576)} MB，没有读`,
        `larger than ${Math.round(limits.textBytes / 1048576)} MB; not read`,
      ),
    );
    return false;
  }
  const { text } = file;
  if (text.slice(0, 512).includes('\0')) {
    notRead.push(unread(entry.path, '不是文本文件，没有读', 'not a text file; not read'));
    return false;
  }
  if (text === '' && entry.size > 0) {
    notRead.push(unread(entry.path, '文件打不开，没有读', 'the file could not be opened'));
    return false;
  }
  return true;
}

/** Configurations of pages and components, before origins are told: a declared component is own code wherever it lies. */
function readConfigs(
  candidate: Candidate,
  entries: readonly Entry[],
  config: ConfigBuilder,
  limits: ReadLimits,
  there: (path: string) => boolean,
  notRead: Unread[],
): void {
  const read = newKeeper(0);
  for (const entry of entries) {
    const path = below(entry.path, candidate.root);
    const code = /\.config\.[jt]sx?$/.test(path) && candidate.form === 'code';
    if (!code && !path.endsWith('.json')) continue;
    const owner = code ? path.replace(/\.config\.[jt]sx?$/, '') : withoutExtension(path);
    if (owner === 'app' || entry === candidate.declares || !there(owner)) continue;
    if (entry.size > 1024 * 1024 || entry.size > limits.textBytes) continue;
    const source = { path: entry.path, text: lazyText(entry, read, (text) => text)() };
    if (!readOwnConfig(config, owner, source, there, code)) {
      notRead.push(
        unread(entry.path, '这个配置文件不符合格式，没有读出内容', 'this configuration does not parse; nothing was taken from it'),
      );
    }
  }
}
