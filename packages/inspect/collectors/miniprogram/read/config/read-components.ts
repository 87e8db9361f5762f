import { resolve } from '../files/paths.ts';
import { withoutExtension } from '../files/file-kinds.data.ts';
import { type ConfigBuilder, type ConfigSource, notePlace } from './builder.ts';
import { at, type Json, membersOf, textOf } from './json.ts';

/**
 * Takes over `usingComponents` of a page or component (`owner`, `` for the application). `there` answers whether a path without extension
 * is a file of the program: npm components are looked for in `miniprogram_npm`.
 */
export function readComponents(
  config: ConfigBuilder,
  owner: string,
  json: Json | null,
  source: ConfigSource,
  there: (path: string) => boolean,
): void {
  const declared = at(json, 'usingComponents');
  if (!declared) return;
  const tags = config.components.get(owner) ?? new Map<string, string>();
  for (const [tag, value] of membersOf(declared)) {
    const reference = textOf(value);
    if (!reference) continue;
    tags.set(tag, componentPath(owner, reference, there));
    if (/^(?:plugin|dynamicLib|plugin-private):\/\//.test(reference)) {
      notePlace(config, `component.${owner}.${tag}`, source, value.at);
    }
  }
  if (tags.size > 0) config.components.set(owner, tags);
}

/** The path without extension that a reference to a component means; references to plugins stay as they are. */
export function componentPath(owner: string, reference: string, there: (path: string) => boolean): string {
  if (/^[\w-]+:\/\//.test(reference)) return reference;
  const plain = /\.(?:vue|nvue|wpy|wxml|axml|js|mpx)$/.test(reference) ? withoutExtension(reference) : reference;
  const near = resolve(owner, plain.replace(/^@\//, '/').replace(/^~@?\//, '/'));
  for (const path of [
    near,
    `${near}/index`,
    `miniprogram_npm/${plain}`,
    `miniprogram_npm/${plain}/index`,
    `node_modules/${plain}`,
    `node_modules/${plain}/index`,
  ]) {
    if (there(path)) return path;
  }
  return near;
}
