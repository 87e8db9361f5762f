import type { Unread } from '../../program.ts';
import { type ConfigBuilder, type ConfigSource, newConfig, notePlace } from '../config/builder.ts';
import { parseCodeConfig } from '../config/code-config.ts';
import { at, type Json, parseJson, textOf } from '../config/json.ts';
import { pageName, readApp, readDeclarations } from '../config/read-app.ts';
import { readComponents } from '../config/read-components.ts';
import type { Candidate, Listing } from '../discover/candidate.ts';
import { configBlockOf } from '../discover/find-programs.ts';
import { textOfEntry } from '../discover/read-entry.ts';
import { below, folderOf, isIn, join } from '../files/paths.ts';
import { blankOtherTargets, type PlatformTest } from '../text/conditions.ts';
import { unread } from '../unread.ts';

const CONFIG_BYTES = 4 * 1024 * 1024;

const BLOCK_OF = { wechat: 'mp-weixin', alipay: 'mp-alipay', douyin: 'mp-toutiao', baidu: 'mp-baidu' } as const;

/** Version of Vue that a uni-app project is compiled with; null when its manifest does not say. */
export function vueVersion(candidate: Candidate, listing: Listing): 2 | 3 | null {
  const entry = listing.byPath.get(join(candidate.root, 'manifest.json'));
  const version = entry ? textOf(at(parseJson(textOfEntry(entry, CONFIG_BYTES) ?? ''), 'vueVersion')) : null;
  return version === '3' ? 3 : version === '2' ? 2 : null;
}

/** The merged configuration of a source tree. `there` answers whether a path without extension is a file of the program. */
export function readSourceConfig(
  candidate: Candidate,
  listing: Listing,
  platform: PlatformTest,
  there: (path: string) => boolean,
): { config: ConfigBuilder; unread: Unread[] } {
  const config = newConfig();
  const notRead: Unread[] = [];
  const load = (path: string): ConfigSource | null => {
    const entry = listing.byPath.get(path);
    const text = entry ? textOfEntry(entry, CONFIG_BYTES) : null;
    return text === null ? null : { path, text: blankOtherTargets(text, platform) };
  };
  const json = (source: ConfigSource | null): Json | null => {
    if (!source) return null;
    const value = parseJson(source.text);
    if (!value)
      notRead.push(
        unread(source.path, '这个配置文件不符合格式，没有读出内容', 'this configuration does not parse; nothing was taken from it'),
      );
    return value;
  };
  const declares = load(candidate.declares.path);
  const app = declares ? appOf(candidate, listing, declares, json) : null;
  if (!declares || !app) {
    notRead.push(unread(candidate.declares.path, '没有读出页面清单', 'the list of pages could not be read'));
  } else {
    readApp(config, app, declares);
    readComponents(config, '', app, declares, there);
    readComponents(config, '', at(app, 'globalStyle'), declares, there);
  }
  if (candidate.form === 'uni' || candidate.form === 'routed') {
    const manifest = load(join(candidate.root, 'manifest.json')) ?? load(join(folderOf(candidate.declares.path), 'manifest.config.ts'));
    const whole = manifest?.path.endsWith('.ts') ? parseCodeConfig(manifest.text, ['mp-weixin']) : json(manifest);
    const block = at(whole, BLOCK_OF[candidate.platform]);
    if (manifest && block) {
      readDeclarations(config, block, manifest);
      readComponents(config, '', block, manifest, there);
      takeAppId(config, at(block, 'appid'), manifest);
    }
  }
  for (const folder of [candidate.root, folderOf(candidate.root), folderOf(folderOf(candidate.root))]) {
    for (const name of ['project.config.json', 'mini.project.json', 'project.swan.json']) {
      const source = config.appId === null ? load(join(folder, name)) : null;
      if (source) takeAppId(config, at(parseJson(source.text), 'appid') ?? at(parseJson(source.text), 'appId'), source);
    }
  }
  return { config, unread: notRead };
}

/** The components below `src/pages` as a list of pages, those in folders of components left out. */
function routedPages(candidate: Candidate, listing: Listing): Json {
  const pages = [...listing.byPath.keys()].filter(
    (path) => isIn(path, join(candidate.root, 'pages')) && path.endsWith('.vue') && !/\/components?\//.test(path),
  );
  return {
    kind: 'array',
    at: 0,
    items: pages.toSorted().map((path) => ({ kind: 'string', at: 0, value: below(path, candidate.root) })),
  };
}

function appOf(candidate: Candidate, listing: Listing, source: ConfigSource, json: (source: ConfigSource) => Json | null): Json | null {
  if (candidate.form === 'code') return parseCodeConfig(source.text, ['pages']);
  if (candidate.form === 'routed') {
    const written = parseCodeConfig(source.text, ['globalStyle', 'tabBar', 'easycom', 'pages']);
    const members = written?.kind === 'object' ? written.members : new Map<string, Json>();
    return { kind: 'object', at: 0, members: new Map([['pages', routedPages(candidate, listing)], ...members]) };
  }
  if (candidate.form === 'single-file') {
    const block = configBlockOf(source.text);
    return block === null ? null : (parseJson(block) ?? parseCodeConfig(block, ['pages']));
  }
  const value = json(source);
  if (candidate.form !== 'plugin') return value;
  // A plugin names its pages by alias: only the paths matter here.
  const pages = at(value, 'pages');
  if (value?.kind !== 'object' || pages?.kind !== 'object') return value;
  return { ...value, members: new Map([...value.members, ['pages', { kind: 'array', at: pages.at, items: [...pages.members.values()] }]]) };
}

function takeAppId(config: ConfigBuilder, value: Json | null, source: ConfigSource): void {
  const id = textOf(value);
  if (config.appId !== null || !id || id === 'touristappid') return;
  config.appId = id;
  if (value) notePlace(config, 'appid', source, value.at);
}

/** Titles and components that each page or component declares beside itself (`index.json`, `index.config.ts`). */
export function readOwnConfig(
  config: ConfigBuilder,
  owner: string,
  source: ConfigSource,
  there: (path: string) => boolean,
  code: boolean,
): boolean {
  const value = code
    ? parseCodeConfig(source.text, ['navigationBarTitleText', 'usingComponents', 'enableShareAppMessage'])
    : parseJson(source.text);
  if (!value) return code;
  readComponents(config, owner, value, source, there);
  const title = textOf(at(value, 'navigationBarTitleText')) ?? textOf(at(value, 'defaultTitle'));
  const page = config.pages.find((one) => one.path === pageName(owner));
  if (page && title !== null) page.title ??= title;
  return true;
}
