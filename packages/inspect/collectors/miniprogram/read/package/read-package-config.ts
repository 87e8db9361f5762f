import type { ConfigBuilder, ConfigSource } from '../config/builder.ts';
import { at, type Json, membersOf, parseJson, textOf } from '../config/json.ts';
import { pageName, readApp } from '../config/read-app.ts';
import { readComponents } from '../config/read-components.ts';

/** Takes over an `app-config.json`: the application's configuration with those of its pages in one object, page names with `.html`. */
export function readPackageConfig(config: ConfigBuilder, source: ConfigSource, there: (path: string) => boolean): boolean {
  const json = parseJson(source.text);
  if (!json) return false;
  readApp(config, json, source);
  readComponents(config, '', at(json, 'global') ?? json, source, there);
  readComponents(config, '', json, source, there);
  const listedBy = new Map(config.pages.map((page) => [page.path, page]));
  for (const [page, value] of membersOf(at(json, 'page'))) {
    const path = pageName(page);
    const window: Json | null = at(value, 'window') ?? value;
    readComponents(config, path, window, source, there);
    const title = textOf(at(window, 'navigationBarTitleText'));
    const listed = listedBy.get(path);
    if (listed && title !== null) listed.title ??= title;
  }
  return true;
}

/** Characters that are looked through for such objects in one text. */
const MOST_SCANNED = 8_000_000;
const LONGEST_ASSIGNED = 50_000;

const ASSIGNED =
  /(?:__wxAppCode__\[\s{0,9}['"]([^'"\n]{1,300})\.json['"]\s{0,9}\]\s{0,9}=|addComponentStaticConfig\(\s{0,9}['"]([^'"\n]{1,300})['"]\s{0,9},)\s{0,9}\{/g;

/** Newer compilers put the configuration of each page and component into the scripts, as an assignment or a call. */
export function readAssignedConfigs(config: ConfigBuilder, source: ConfigSource, there: (path: string) => boolean): void {
  let budget = MOST_SCANNED;
  let from = 0;
  for (const found of source.text.matchAll(ASSIGNED)) {
    if (found.index < from) continue;
    if (budget < 0) return;
    const owner = ownerOf(found[1] ?? found[2] ?? '');
    const begin = found.index + found[0].length - 1;
    const body = objectAt(source.text, begin);
    budget -= body?.length ?? LONGEST_ASSIGNED;
    from = begin + (body?.length ?? 0);
    if (body === null || !body.includes('usingComponents')) continue;
    readComponents(config, owner === 'app' ? '' : owner, parseJson(body), source, there);
  }
}

/** `plugin-private://wx…/component/live` lies under the plugin's folder. */
const ownerOf = (name: string): string => name.replace(/\.json$/, '').replace(/^plugin-private:\/\/([\w.-]+)\//, '__plugin__/$1/');

/** The text of an object literal written as JSON: braces are counted outside strings. */
function objectAt(text: string, begin: number): string | null {
  let depth = 0;
  let quote = '';
  const end = Math.min(text.length, begin + LONGEST_ASSIGNED);
  for (let i = begin; i < end; i++) {
    const char = text[i];
    if (quote !== '') {
      if (char === '\\') i += 1;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return text.slice(begin, i + 1);
    }
  }
  return null;
}
