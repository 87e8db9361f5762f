import { join } from '../files/paths.ts';
import { type ConfigBuilder, type ConfigSource, notePlace } from './builder.ts';
import { at, itemsOf, type Json, membersOf, stringsOf, textOf } from './json.ts';

const MOST_PAGES = 5000;
const MOST_PACKAGES = 300;

/** Page names as packages and sources write them: leading slash, `.html`, extension of a framework, mpvue's `^`. */
export const pageName = (name: string): string => name.replace(/^[\^/]+/, '').replace(/\.(?:html|vue|nvue|uvue|wpy)$/, '');

/**
 * Takes over what an application's configuration declares: `app.json`, `app-config.json`, `pages.json`, `app.config.*` all have this shape.
 * Places are noted under the key's path, pages under `page.<path>`.
 */
export function readApp(config: ConfigBuilder, json: Json, source: ConfigSource): void {
  readPages(config, json, source);
  const entry = textOf(at(json, 'entryPagePath'));
  if (entry) config.entry = pageName(entry);
  for (const item of itemsOf(at(json, 'tabBar', 'list') ?? at(json, 'tabBar', 'items'))) {
    const page = textOf(at(item, 'pagePath'));
    if (page) config.tabBar.push(pageName(page));
  }
  readDeclarations(config, json, source);
}

function readPages(config: ConfigBuilder, json: Json, source: ConfigSource): void {
  const pages = at(json, 'pages');
  if (pages) notePlace(config, 'pages', source, pages.at);
  const known = new Set<string>();
  const add = (item: Json, root: string | null): void => {
    const name = item.kind === 'string' ? item.value : textOf(at(item, 'path'));
    if (!name) return;
    // Compiled configurations write a subpackage's pages with their whole path.
    const whole = pageName(name);
    const path = known.has(whole) ? whole : join(root ?? '', whole);
    if (known.has(path)) return;
    known.add(path);
    config.pages.push({ path, subpackage: root, title: titleOf(item) });
    notePlace(config, `page.${path}`, source, item.at);
  };
  const inPackages = new Map<string, Json>();
  for (const item of itemsOf(at(json, 'subPackages') ?? at(json, 'subpackages')).slice(0, MOST_PACKAGES)) {
    const root = textOf(at(item, 'root'))?.replaceAll(/^\/|\/$/g, '');
    if (root === undefined) continue;
    notePlace(config, `subpackage.${root}`, source, item.at);
    inPackages.set(root, item);
    readPlugins(config, item, source);
  }
  // Platforms allow some hundreds of each: past that a file is made to cost time.
  for (const item of itemsOf(pages).slice(0, MOST_PAGES)) {
    // A compiled configuration lists the pages of all packages in one array.
    const name = item.kind === 'string' ? pageName(item.value) : '';
    const root = [...inPackages.keys()].find((one) => one !== '' && name.startsWith(`${one}/`));
    if (root === undefined) add(item, null);
    else if (!known.has(name)) {
      known.add(name);
      config.pages.push({ path: name, subpackage: root, title: null });
      notePlace(config, `page.${name}`, source, item.at);
    }
  }
  for (const [root, item] of inPackages) for (const page of itemsOf(at(item, 'pages')).slice(0, MOST_PAGES)) add(page, root);
}

const titleOf = (item: Json): string | null =>
  textOf(at(item, 'style', 'navigationBarTitleText')) ??
  textOf(at(item, 'style', 'navigationBar', 'titleText')) ??
  textOf(at(item, 'window', 'navigationBarTitleText'));

/** What is declared about data: permissions, private information, background modes, plugins, other programs, the privacy switch. */
export function readDeclarations(config: ConfigBuilder, json: Json, source: ConfigSource): void {
  for (const [scope, value] of membersOf(at(json, 'permission'))) {
    config.permission.set(scope, textOf(at(value, 'desc')) ?? '');
    notePlace(config, `permission.${scope}`, source, value.at);
  }
  const list = (key: string, into: string[]): void => {
    const value = at(json, key);
    if (!value) return;
    notePlace(config, key, source, value.at);
    for (const item of stringsOf(value)) {
      if (!into.includes(item.value)) into.push(item.value);
      notePlace(config, `${key}.${item.value}`, source, item.at);
    }
  };
  list('requiredPrivateInfos', config.requiredPrivateInfos);
  list('requiredBackgroundModes', config.requiredBackgroundModes);
  list('navigateToMiniProgramAppIdList', config.navigateTo);
  list('embeddedAppIdList', config.navigateTo);
  const check = at(json, '__usePrivacyCheck__');
  if (check) {
    config.usePrivacyCheck = check.kind === 'plain' && check.value === true;
    notePlace(config, '__usePrivacyCheck__', source, check.at);
  }
  readPlugins(config, json, source);
}

function readPlugins(config: ConfigBuilder, json: Json, source: ConfigSource): void {
  for (const [alias, value] of membersOf(at(json, 'plugins'))) {
    if (config.plugins.some((plugin) => plugin.alias === alias)) continue;
    config.plugins.push({ alias, provider: textOf(at(value, 'provider')) ?? '' });
    notePlace(config, `plugins.${alias}`, source, value.at);
  }
}
