import type { MiniPlatform, Program } from '../../program.ts';
import { parseCodeConfig } from '../config/code-config.ts';
import { at, itemsOf, parseJson, stringsOf } from '../config/json.ts';
import type { Entry } from '../container/container.ts';
import { TEMPLATE_OF } from '../files/file-kinds.data.ts';
import { folderOf, isIn, join } from '../files/paths.ts';
import { cutBlocks } from '../text/single-file.ts';
import type { Candidate, Listing } from './candidate.ts';
import { textOfEntry } from './read-entry.ts';

const CONFIG_BYTES = 2 * 1024 * 1024;
const OUTSIDE = /(?:^|\/)(?:node_modules|miniprogram_npm|uni_modules|bower_components)(?:\/|$)/;
const BUILT = /(?:^|\/)(?:dist|unpackage|build|output|\.temp|release)(?:[-_.][^/]*)?(?:\/|$)/;
const TRIAL = /(?:^|\/)(?:tests?|__tests__|spec|fixtures?|__fixtures__|mocks?|docs?)(?:\/|$)/;

/**
 * The programs of a folder: every root with a declaration of pages. The build of a source that is also there is left out, as are
 * programs among the tests or documents of another one.
 */
export function findPrograms(listing: Listing): Candidate[] {
  const found = [...sources(listing)].filter((one) => !OUTSIDE.test(one.root));
  const written = found.filter((one) => one.form !== 'app-json' || !BUILT.test(one.root));
  const kept = found.filter((one) => {
    if (written.includes(one)) return true;
    return !written.some((source) => isIn(one.root, projectOf(source)));
  });
  const real = kept.filter((one) => !TRIAL.test(one.root));
  const chosen = real.length > 0 ? real : kept;
  return oneForRoot(chosen).toSorted((a, b) => (a.root < b.root ? -1 : 1));
}

/** A source under `src` belongs to the folder above, beside which its build lands. */
const projectOf = (candidate: Candidate): string =>
  /(?:^|\/)(?:src|miniprogram|client)$/.test(candidate.root) ? folderOf(candidate.root) : candidate.root;

function* sources(listing: Listing): Generator<Candidate> {
  const named = (name: string): readonly Entry[] => listing.byName.get(name) ?? [];
  for (const pages of named('pages.json')) {
    const root = folderOf(pages.path);
    const manifest = listing.byPath.get(join(root, 'manifest.json'));
    if (!manifest && !listing.byPath.has(join(root, 'App.vue')) && !listing.byPath.has(join(root, 'App.uvue'))) continue;
    yield { root, framework: 'uni-app', platform: uniPlatform(manifest), declares: pages, form: 'uni' };
  }
  yield* routedSources(listing);
  for (const extension of ['js', 'ts', 'mjs', 'tsx', 'jsx']) {
    for (const declares of named(`app.config.${extension}`)) {
      const text = textOfEntry(declares, CONFIG_BYTES);
      // Other tools have an app.config.* too: only one with pages is a program.
      if (!text || !parseCodeConfig(text, ['pages'])) continue;
      yield { root: folderOf(declares.path), framework: 'taro', platform: 'wechat', declares, form: 'code' };
    }
  }
  for (const [name, framework] of [
    ['app.wpy', 'wepy'],
    ['app.mpx', 'unknown'],
  ] as const) {
    for (const declares of named(name)) {
      yield { root: folderOf(declares.path), framework, platform: 'wechat', declares, form: 'single-file' };
    }
  }
  for (const main of [...named('main.js'), ...named('main.ts')]) {
    const root = folderOf(main.path);
    if (listing.byPath.has(join(root, 'pages.json')) || !listing.byPath.has(join(root, 'App.vue'))) continue;
    const text = textOfEntry(main, CONFIG_BYTES);
    if (text && /\bmpType\b/.test(text) && parseCodeConfig(text, ['pages'])) {
      yield { root, framework: 'mpvue', platform: 'wechat', declares: main, form: 'code' };
    }
  }
  for (const app of [...named('app.jsx'), ...named('app.tsx'), ...named('app.js')]) {
    const root = folderOf(app.path);
    if (listing.byPath.has(join(root, 'app.json'))) continue;
    const text = textOfEntry(app, CONFIG_BYTES);
    if (text && /@tarojs\//.test(text) && parseCodeConfig(text, ['pages'])) {
      yield { root, framework: 'taro', platform: 'wechat', declares: app, form: 'code' };
    }
  }
  for (const declares of named('app.json')) {
    const native = nativeProgram(declares, listing);
    if (native) yield native;
  }
  for (const declares of named('plugin.json')) {
    const root = folderOf(declares.path);
    const json = parseJson(textOfEntry(declares, CONFIG_BYTES) ?? '');
    if (!at(json, 'publicComponents') && !at(json, 'main')) continue;
    if (!at(json, 'pages') && !at(json, 'publicComponents')) continue;
    yield { root, framework: 'native', platform: 'wechat', declares, form: 'plugin' };
  }
  for (const declares of named('game.json')) {
    const root = folderOf(declares.path);
    if (!listing.byPath.has(join(root, 'game.js')) && !listing.byPath.has(join(root, 'game.ts'))) continue;
    yield { root, framework: 'native', platform: 'wechat', declares, form: 'game' };
  }
}

/**
 * uni-app projects whose list of pages is made from the files while building (`pages.config.ts` beside `src`): pages are the components
 * below `src/pages`, so that no generated `pages.json` is needed.
 */
function* routedSources(listing: Listing): Generator<Candidate> {
  for (const name of ['pages.config.ts', 'pages.config.js', 'pages.config.mts']) {
    for (const declares of listing.byName.get(name) ?? []) {
      const root = join(folderOf(declares.path), 'src');
      if (listing.byPath.has(join(root, 'pages.json')) || !listing.byPath.has(join(root, 'App.vue'))) continue;
      yield { root, framework: 'uni-app', platform: 'wechat', declares, form: 'routed' };
    }
  }
}

/** The target that a uni-app project is published to: WeChat unless only another one has an identifier. */
function uniPlatform(manifest: Entry | undefined): MiniPlatform {
  const json = manifest ? parseJson(textOfEntry(manifest, CONFIG_BYTES) ?? '') : null;
  const block: [MiniPlatform, string][] = [
    ['wechat', 'mp-weixin'],
    ['alipay', 'mp-alipay'],
    ['douyin', 'mp-toutiao'],
    ['baidu', 'mp-baidu'],
  ];
  if (!json || at(json, 'mp-weixin')) return 'wechat';
  return block.find(([, key]) => at(json, key))?.[0] ?? 'wechat';
}

const KINDS: readonly [string, MiniPlatform, Program['framework']][] = [
  ...(Object.entries(TEMPLATE_OF) as [MiniPlatform, string][]).map(
    ([platform, extension]): [string, MiniPlatform, Program['framework']] => [extension, platform, 'native'],
  ),
  ['.vue', 'wechat', 'mpvue'],
  ['.wpy', 'wechat', 'wepy'],
  ['.mpx', 'wechat', 'unknown'],
  ['.tsx', 'wechat', 'taro'],
  ['.jsx', 'wechat', 'taro'],
  ['.js', 'wechat', 'native'],
];

/** An `app.json` is a program's when at least one page it names is there; what stands beside the page tells the platform. */
function nativeProgram(declares: Entry, listing: Listing): Candidate | null {
  const root = folderOf(declares.path);
  const json = parseJson(textOfEntry(declares, CONFIG_BYTES) ?? '');
  const pages = [
    ...stringsOf(at(json, 'pages')).map((page) => page.value),
    ...itemsOf(at(json, 'subPackages') ?? at(json, 'subpackages')).flatMap((item) => {
      const below = at(item, 'root');
      return stringsOf(at(item, 'pages')).map((page) => join(below?.kind === 'string' ? below.value.replace(/\/$/, '') : '', page.value));
    }),
  ];
  const votes = new Map<string, number>();
  for (const page of pages.slice(0, 400)) {
    const path = join(root, page.replace(/^\//, ''));
    const kind = KINDS.find(([extension]) => listing.byPath.has(path + extension));
    if (kind) votes.set(kind[0], (votes.get(kind[0]) ?? 0) + 1);
  }
  const [winner] = [...votes].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const kind = KINDS.find(([extension]) => extension === winner);
  if (!kind) return null;
  const framework = kind[2] === 'native' ? builtWith(root, listing) : kind[2];
  return { root, framework, platform: kind[1], declares, form: 'app-json' };
}

/** The framework whose output this is: its helpers tell it. */
function builtWith(root: string, listing: Listing): Program['framework'] {
  const has = (path: string): boolean => listing.byPath.has(join(root, path));
  if (has('common/vendor.js') && (has('common/runtime.js') || has('common/main.js') || has('common/assets.js'))) return 'uni-app';
  if (has('taro.js') || has('base.wxml')) return 'taro';
  if (has('static/js/manifest.js') && has('static/js/vendor.js')) return 'mpvue';
  return 'native';
}

/** Two declarations in one folder are one program; a written configuration is better than a derived one. */
function oneForRoot(candidates: readonly Candidate[]): Candidate[] {
  const rank: readonly Candidate['form'][] = ['uni', 'routed', 'code', 'single-file', 'app-json', 'plugin', 'game'];
  const byRoot = new Map<string, Candidate>();
  for (const one of candidates) {
    const other = byRoot.get(one.root);
    if (!other || rank.indexOf(one.form) < rank.indexOf(other.form)) byRoot.set(one.root, one);
  }
  return [...byRoot.values()];
}

/** The script or configuration block of a single-file application (`app.wpy`, `app.mpx`) that holds its pages, blanked around. */
export function configBlockOf(text: string): string | null {
  for (const block of cutBlocks(text)) {
    const json = block.tag === 'config' || /json/.test(block.attributes);
    if (json || (block.tag === 'script' && /\bpages\b/.test(text.slice(block.start, block.end)))) {
      return text.slice(0, block.start).replaceAll(/[^\n]/g, ' ') + text.slice(block.start, block.end);
    }
  }
  return null;
}
