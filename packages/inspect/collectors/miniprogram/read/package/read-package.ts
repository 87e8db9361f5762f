import type { MiniPlatform, Program, ProgramFile, Template, Unread } from '../../program.ts';
import { readCompiled } from '../compiled/read-compiled.ts';
import { readSkyline } from '../compiled/read-skyline.ts';
import { finishConfig, newConfig } from '../config/builder.ts';
import { readOwnConfig } from '../source/read-config.ts';
import type { Entry } from '../container/container.ts';
import { extensionOf, ROLES, withoutExtension } from '../files/file-kinds.data.ts';
import { type Keeper, lazyHash, lazyText, makeFile, partOf } from '../files/make-file.ts';
import { join } from '../files/paths.ts';
import type { ReadLimits } from '../limits.ts';
import { originOf } from '../origin/origin-of.ts';
import { missingPages } from '../source/missing-pages.ts';
import { addTemplate } from '../template/add-template.ts';
import { placeOf } from '../text/lines.ts';
import { unread, unreadNamed } from '../unread.ts';
import { cutModules } from './cut-modules.ts';
import { type Package, partKind } from './package-parts.ts';
import { readAssignedConfigs, readPackageConfig } from './read-package-config.ts';

export interface PackagedProgram {
  readonly root: string;
  readonly appId: string | null;
  readonly platform: MiniPlatform;
  readonly packages: readonly Package[];
  readonly unread: readonly Unread[];
}

const NOTHING = { templates: new Map<string, Template['nodes']>(), broken: 0, cut: false };

interface Loaded {
  readonly file: ProgramFile;
  readonly entry: Entry;
  readonly inside: string;
}

/** Makes one program of its packages: main package, subpackages and plugins together. */
export function readPackages(given: PackagedProgram, limits: ReadLimits, keeper: Keeper): Program {
  const files: ProgramFile[] = [];
  const templates = new Map<string, Template>();
  const notRead: Unread[] = [...given.unread];
  const config = newConfig();
  const loaded = given.packages.flatMap((one) => load(one, limits, keeper, notRead));
  const broken: Loaded[] = [];
  const defined = new Set<string>();
  for (const part of loaded) {
    if (partKind(part.inside) === 'scripts') {
      addModules(part, files, defined);
      // The newer renderer has its templates beside the scripts.
      if (/ddCompiledTemplate\s*\(/.test(part.file.text)) addTemplates(part, templates, limits, notRead);
    } else if (partKind(part.inside) === 'templates') addTemplates(part, templates, limits, notRead);
    else addPlain(part, files, templates, limits, keeper, notRead);
  }
  const stems = new Set([...files.map((file) => withoutExtension(file.inProgram)), ...templates.keys()]);
  // The configuration names a plugin's pages below the subpackage that brings it; its code only under the plugin.
  const there = (path: string): boolean => stems.has(path) || stems.has(path.replace(/^.*\/(?=__plugin__\/)/, ''));
  for (const part of loaded) {
    const source = { path: part.file.path, text: part.file.text };
    const kind = partKind(part.inside);
    if (kind === 'config') {
      if (!readPackageConfig(config, source, there)) broken.push(part);
    } else if (kind === 'scripts' && /__wxAppCode__|StaticConfig/.test(source.text)) readAssignedConfigs(config, source, there);
    else if (extensionOf(part.inside) === '.json' && there(withoutExtension(part.inside))) {
      readOwnConfig(config, withoutExtension(part.inside), source, there, false);
    }
  }
  for (const part of broken) notRead.push(unread(part.file.path, '配置文件不符合格式，没有读出内容', 'the configuration does not parse'));
  const game = files.some((file) => file.inProgram === 'game.js');
  if (config.pages.length === 0 && !game) {
    notRead.push(
      unreadNamed(
        '页面清单',
        '没有读到 app-config.json 里的页面清单，可能缺少主包',
        'list of pages',
        'no app-config.json with pages: the main package may be missing',
      ),
    );
  }
  const pages = new Set(config.pages.map((page) => page.path));
  return {
    platform: given.platform,
    framework: frameworkOf(files),
    root: given.root,
    appId: given.appId ?? config.appId,
    files: files.map((file) => withOrigin(file, given.platform, pages)),
    templates,
    config: finishConfig(config),
    read: given.packages.map((one) => `${one.name === '' ? '.' : one.name} (${one.entries.length})`),
    unread: [...notRead, ...missingPages(config, there)],
  };
}

/** The readable files of a package; WeChat's own library is left out. */
function load(one: Package, limits: ReadLimits, keeper: Keeper, notRead: Unread[]): Loaded[] {
  const out: Loaded[] = [];
  for (const entry of one.entries) {
    const role = ROLES.get(extensionOf(entry.path)) ?? (entry.path.endsWith('page-frame.html') ? 'text' : null);
    const kind = partKind(entry.path);
    if (!role || kind === 'framework') continue;
    const path = join(one.name, entry.path);
    if (entry.size > limits.textBytes) {
      notRead.push(unread(path, '文件过大，没有读', 'too large; not read'));
      continue;
    }
    const file = makeFile(
      path,
      entry.path,
      role,
      { origin: 'own', why: null },
      lazyText(entry, keeper, (text) => text),
      one.loose ? lazyHash(entry) : one.artefact,
    );
    out.push({ file, entry, inside: entry.path });
  }
  return out;
}

/** Bundles for both start modes hold the same modules: each counts once. */
function addModules({ file }: Loaded, files: ProgramFile[], defined: Set<string>): void {
  const { text } = file;
  const modules = cutModules(text);
  if (modules.length === 0) {
    // A per-component script without `define`, a game, or a worker: one file as it is.
    files.push(file);
    return;
  }
  for (const module of modules) {
    if (defined.has(module.name)) continue;
    defined.add(module.name);
    const { line, column } = placeOf(text, module.start, file);
    const part = partOf(file, { role: 'script', start: module.start, end: module.end, line, column });
    files.push(Object.defineProperty(part, 'inProgram', { value: module.name, enumerable: true }));
  }
}

function addTemplates({ file }: Loaded, templates: Map<string, Template>, limits: ReadLimits, notRead: Unread[]): void {
  const { text } = file;
  const older = readCompiled(text, limits.nodes);
  const newer = /ddCompiledTemplate\s*\(/.test(text) ? readSkyline(text, limits.nodes) : NOTHING;
  const compiled = {
    templates: new Map([...older.templates, ...newer.templates]),
    broken: older.broken + newer.broken,
    cut: older.cut || newer.cut,
  };
  for (const [path, nodes] of compiled.templates) {
    const before = templates.get(path);
    // The view of one component is fuller than a frame that only names it.
    if (before && before.nodes.length >= nodes.length) continue;
    templates.set(path, { file, nodes, compiled: true });
  }
  if (compiled.broken > 0)
    notRead.push(
      unread(
        file.path,
        `有 ${compiled.broken} 处编译后的模板已损坏，只读了一部分或没有读`,
        `${compiled.broken} compiled pieces of templates are damaged: read in part or not at all`,
      ),
    );
  if (compiled.cut) notRead.push(unread(file.path, '模板元素过多，只读了一部分', 'too many elements in its templates; read in part'));
}

/** Files that stand in a package as they are: workers, plain templates of other platforms, JSON, texts. */
function addPlain(
  { file }: Loaded,
  files: ProgramFile[],
  templates: Map<string, Template>,
  limits: ReadLimits,
  keeper: Keeper,
  notRead: Unread[],
): void {
  files.push(file);
  if (file.role === 'template') addTemplate(file, { from: 0, to: null }, templates, limits, keeper, notRead);
}

function frameworkOf(files: readonly ProgramFile[]): Program['framework'] {
  const names = new Set(files.map((file) => file.inProgram));
  if (names.has('common/vendor.js') && (names.has('common/runtime.js') || names.has('common/main.js') || names.has('common/assets.js')))
    return 'uni-app';
  if (names.has('taro.js')) return 'taro';
  if (names.has('static/js/manifest.js')) return 'mpvue';
  return names.has('npm/wepy/lib/wepy.js') ? 'wepy' : 'native';
}

/** Everything in a package is compiled: origins can be told by names alone. */
function withOrigin(file: ProgramFile, platform: MiniPlatform, pages: ReadonlySet<string>): ProgramFile {
  const { origin, why } = originOf(file.inProgram, platform, (path) => pages.has(path), 'native');
  if (origin === 'own' || partKind(file.inProgram) !== null) return file;
  Object.defineProperty(file, 'origin', { value: origin, enumerable: true });
  return Object.defineProperty(file, 'originWhy', { value: why, enumerable: true });
}
