/** A module of a bundle: `start` and `end` bound the code of its function, without the wrapper. */
export interface Module {
  /** The name it is defined under, relative to the program; of a plugin under `__plugin__/<AppID>/`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const HEADER =
  /\bdefine(?:Plugin\(\s*["'](?:plugin|dynamicLib):\/\/([\w.@-]+)["']|\(\s*"((?:[^"\\\n]|\\.){1,400})")\s*,\s*(?:function\s*)?\(([^)]{0,600})\)\s*(?:=>\s*)?\{/g;

/** Where the wrapper closes: with the options of newer compilers, or plainly. */
const OPTIONS = /\}\s*,\s*\{\s*isPage\s*:/g;

/** The end of a plugin's last module, the plugin's own end after it, and the call that loads the plugin. */
const PLUGIN_END =
  /\}[ \t\r\n]{0,40}\)[ \t\r\n;]{0,40}(?:[^{}]{0,400}\{[^{}]{0,400}\}[ \t\r\n;]{0,40})?\}[ \t\r\n]{0,40}\)[ \t\r\n;]{0,40}requirePlugin\(/;

/**
 * Cuts a bundle on its `define("name.js", function (require, module, …) { … })` calls. Only such a call with the wrapper's own parameters
 * counts, so that a library's `define` stays where it is.
 */
export function cutModules(text: string): Module[] {
  const headers: { name: string; start: number; at: number }[] = [];
  let plugin: string | null = null;
  for (const found of text.matchAll(HEADER)) {
    const [whole, pluginId, name, parameters = ''] = found;
    if (pluginId !== undefined) {
      plugin = pluginId;
      continue;
    }
    if (!/^\s*require\s*,\s*module/.test(parameters) || name === undefined) continue;
    const before = headers.at(-1);
    // The plugin's own wrapper is closed by what loads it.
    if (plugin && before && text.lastIndexOf('requirePlugin(', found.index) > before.at) plugin = null;
    headers.push({ name: plugin ? `__plugin__/${plugin}/${name}` : name, start: found.index + whole.length, at: found.index });
  }
  return headers.map(({ name, start }, i) => {
    const limit = headers[i + 1]?.at ?? text.length;
    return { name, start, end: endOf(text, start, limit, name.startsWith('__plugin__/')) };
  });
}

function endOf(text: string, start: number, limit: number, inPlugin: boolean): number {
  // Wrapper tails are short: what is looked for stands near the end.
  const from = Math.max(start, limit - (inPlugin ? 200_000 : 20_000));
  const tail = text.slice(from, limit);
  const options = [...tail.matchAll(OPTIONS)].at(-1);
  if (options) return from + options.index;
  const plugin = inPlugin ? tail.search(PLUGIN_END) : -1;
  if (plugin !== -1) return from + plugin;
  const plain = tail.lastIndexOf('});');
  if (plain !== -1) return from + plain;
  const brace = tail.lastIndexOf('}');
  return brace === -1 ? limit : from + brace;
}
