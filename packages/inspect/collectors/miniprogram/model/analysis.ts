import type { Program, ProgramFile } from '../program.ts';
import { type Component, componentOf, LIFECYCLE } from './component.ts';
import { type Element, elementsOf, everyElement, jsxElements } from './elements.ts';
import { functionsOf, triggerOf } from './handlers.ts';
import { type Graph, graphOf, type Root } from './graph.ts';
import { type Call, type Fn, keyOf } from './script.ts';
import { type Resolver, resolverOf } from './values.ts';
import { openWorld, type World } from './world.ts';

/** Everything that points and consent are read from. */
export interface Analysis {
  readonly program: Program;
  readonly world: World;
  readonly resolver: Resolver;
  readonly components: ReadonlyMap<string, Component>;
  /** Elements of own templates and JSX by the key of the page or component they belong to. */
  readonly elements: ReadonlyMap<string, readonly Element[]>;
  /** Keys of components → elements that stand for them. */
  readonly usages: ReadonlyMap<string, readonly Element[]>;
  readonly graph: Graph;
  /** Keys of pages, and of components that a page shows; null when the configuration names no page. */
  readonly live: ReadonlySet<string> | null;
  readonly pages: ReadonlyMap<string, string | null>;
  /** Page on which a component is shown; the key itself for a page. */
  readonly pageOf: (key: string) => string | null;
  readonly hitFiles: number;
}

const OWN = new Set(['own', 'generated']);
const TALKS =
  /同意|协议|隐私|政策|条款|授权|getPhoneNumber|getRealtimePhoneNumber|chooseAvatar|getUserInfo|getAuthorize|关注[^<]{0,8}公众号|getphonenumber/;

const EMITTING = /triggerEvent\(|\$emit\(/;
const APPEARING = /\b(attached|mounted|created|onLoad|lifetimes|onMounted)\b/;
const talks = (element: Element): boolean => element.attributes.has('opentype') || element.texts.some((one) => TALKS.test(one.text));

export function isOwn(file: ProgramFile): boolean {
  return OWN.has(file.origin);
}

/** Reads what is needed of a program: files with a hit, the pages they belong to, and the files that call them. */
export function analyse(
  program: Program,
  apis: ReadonlySet<string>,
  hit: { readonly test: (text: string) => boolean },
  chased: ReadonlySet<string>,
): Analysis {
  const world = openWorld(program, apis);
  const resolver = resolverOf(world);
  const elements = new Map<string, Element[]>();
  const wanted = new Set<string>(['app', 'App', 'src/app', 'src/App'].filter((key) => world.modules.filesOf(key).length > 0));
  for (const [key, template] of program.templates) {
    if (!isOwn(template.file)) continue;
    const owner = keyOf(key);
    const made = elementsOf(template, owner);
    push(elements, owner, made);
    if (template.compiled ? everyElement(made).some(talks) : TALKS.test(template.file.text)) wanted.add(owner);
  }
  const scripts = program.files.filter((file) => (file.role === 'script' || file.role === 'typescript') && isOwn(file));
  let hitFiles = 0;
  for (const file of scripts) {
    if (!hit.test(file.text)) continue;
    hitFiles += 1;
    world.parse(file);
    wanted.add(keyOf(file.inProgram));
  }
  const components = new Map<string, Component>();
  const read = (key: string): void => {
    if (!components.has(key) && world.modules.filesOf(key).length > 0) components.set(key, componentOf(key, world, resolver));
  };
  for (const key of wanted) read(key);
  for (const script of [...world.parsed.values()]) {
    if (!script || script.jsx.length === 0 || !isOwn(script.file)) continue;
    push(elements, script.key, jsxElements(script, script.key));
    read(script.key);
  }
  const usages = usagesOf(program, elements, components, world);
  const live = liveKeys(program, usages, elements);
  // What a component tells its parent as it appears makes the parent's handler run.
  for (const [key, users] of usages) {
    if (components.has(key)) continue;
    const events = new Set(users.filter((user) => components.has(user.owner)).flatMap((user) => user.events.map((one) => one.event)));
    const text =
      events.size === 0
        ? ''
        : world.modules
            .filesOf(key)
            .map((file) => (isOwn(file) ? file.text : ''))
            .join('\n');
    if (EMITTING.test(text) && APPEARING.test(text)) read(key);
  }
  const pageKeys = new Set(program.config.pages.map((one) => one.path));
  // Who calls what was found, as far as other files do: searched by name, so that only those are parsed.
  const done = new Set<string>();
  let names = namesAround((call) => chased.has(calledName(call)), true);
  for (let round = 0; round < 4 && names.size > 0; round += 1) {
    const fresh = names;
    for (const name of fresh) done.add(name);
    const mention = new RegExp(`\\b(?:${[...fresh].join('|')})\\b`);
    for (const file of scripts) {
      if (world.parsed.has(file) || !mention.test(file.text)) continue;
      const script = world.parse(file);
      const key = keyOf(file.inProgram);
      if (script && script.jsx.length > 0) push(elements, key, jsxElements(script, key));
      read(key);
    }
    names = namesAround((call) => fresh.has(calledName(call)), false);
  }
  const graph = build();

  const pages = new Map(program.config.pages.map((one) => [one.path, one.title]));
  return {
    program,
    world,
    resolver,
    components,
    elements,
    usages,
    graph,
    live,
    pages,
    pageOf: (key) => pageOf(key, pages, usages),
    hitFiles,
  };

  function build(): Graph {
    const roots: Root[] = [];
    for (const component of components.values()) {
      for (const root of component.roots) roots.push({ ...root, component, element: null, handler: null });
      for (const script of component.scripts)
        roots.push({
          fn: script.top,
          trigger: isAppKey(component.key) ? 'launch' : 'load',
          component,
          element: null,
          handler: null,
          name: '',
        });
    }
    for (const [key, top] of elements) {
      const own = components.get(key);
      for (const element of everyElement(top)) {
        for (const handler of element.events) {
          const component = own ?? ownerByInclude(key);
          if (!component) continue;
          for (const fn of functionsOf(element, handler, component, resolver))
            roots.push({ fn, trigger: triggerOf(element, handler), component, element, handler, name: handler.text || fn.name });
        }
      }
    }
    for (const script of world.parsed.values()) {
      if (!script || components.has(script.key)) continue;
      roots.push({ fn: script.top, trigger: 'launch', component: bareComponent(script.key), element: null, handler: null, name: '' });
    }
    const calls = [...world.parsed.values()].flatMap((script) => script?.calls ?? []);
    return graphOf(calls, [...components.values()], roots, resolver, actionsNamed, heard);
  }

  /** Handlers that the users of a component have for one of its events. */
  function heard(key: string, event: string): readonly Fn[] {
    const plain = event.replaceAll(/[-:]/g, '').toLowerCase();
    return (usages.get(key) ?? []).flatMap((user) =>
      user.events.filter((one) => one.event === plain).flatMap((one) => functionsOf(user, one, components.get(user.owner), resolver)),
    );
  }

  function ownerByInclude(key: string): Component | undefined {
    const user = usages.get(key)?.[0];
    return user ? components.get(user.owner) : undefined;
  }

  function actionsNamed(name: string): readonly Fn[] {
    const found: Fn[] = [];
    for (const script of world.parsed.values())
      for (const fn of script?.members.get(name) ?? [])
        if (
          /store|action|module|vuex|redux|pinia|model/i.test(fn.script.key) ||
          (fn.home?.type === 'ObjectExpression' && !program.templates.has(fn.script.key))
        )
          found.push(fn);
    return found;
  }

  /** Names of functions on the way to a watched call that nothing parsed so far calls. */
  /** Names of the functions around calls, by which other files may call them. Methods of a page are only called from its own files. */
  function namesAround(wanted_: (call: Call) => boolean, mentioned: boolean): Set<string> {
    const found = new Set<string>();
    const climb = (from: Fn): void => {
      if (pageKeys.has(from.script.key) && !from.script.exports.has(from.name)) {
        if (components.get(from.script.key)?.methods.has(nearest(from)?.name ?? '') !== false) return;
      }
      const named = nearest(from);
      const name = named?.name ?? baseName(from.script.key);
      // Parts of pages are taken over as a whole, by the name of their file.
      if (/Behavior\(|mixin/i.test(from.script.file.text.slice(0, 200_000)) && !program.templates.has(from.script.key)) {
        const base = baseName(from.script.key);
        if (base.length >= 3 && /^\w+$/.test(base) && !done.has(base)) found.add(base);
      }
      if (name.length >= 4 && !COMMON.has(name) && /^\w+$/.test(name) && LIFECYCLE[name] === undefined && !done.has(name)) found.add(name);
    };
    for (const script of world.parsed.values()) {
      if (!script || !isOwn(script.file)) continue;
      for (const call of script.calls) if (wanted_(call)) climb(call.fn);
      if (mentioned) for (const one of script.mentions) if (chased.has(one.name)) climb(one.fn);
    }
    return found;
  }
}

function nearest(from: Fn): Fn | null {
  for (let at: Fn | null = from; at; at = at.parent) if (at.name.length >= 4 && !COMMON.has(at.name)) return at;
  return null;
}

const baseName = (key: string): string => {
  const parts = key.split('/');
  return (parts.at(-1) === 'index' ? parts.at(-2) : parts.at(-1)) ?? '';
};

const calledName = (call: Call): string => {
  const callee = call.callee.type === 'ChainExpression' ? (call.callee.expression as typeof call.callee) : call.callee;
  const name = callee.type === 'MemberExpression' ? callee.property?.name : callee.name;
  return typeof name === 'string' ? name : '';
};

const COMMON = new Set([
  'success',
  'fail',
  'complete',
  'then',
  'catch',
  'default',
  'constructor',
  'handler',
  'callback',
  'onLoad',
  'onShow',
  'data',
  'return',
  'function',
  'init',
  'request',
]);
const isAppKey = (key: string): boolean => /^(src\/)?app$/i.test(key);

const bareComponent = (key: string): Component => ({
  key,
  scripts: [],
  data: new Map(),
  methods: new Map(),
  computed: new Map(),
  roots: [],
  actions: new Map(),
  registered: new Map(),
});

/** Which elements stand for which component: by configuration, by registration in the script, by uni-app's folder rule, by include. */
function usagesOf(
  program: Program,
  elements: ReadonlyMap<string, readonly Element[]>,
  components: ReadonlyMap<string, Component>,
  world: World,
): Map<string, Element[]> {
  const usages = new Map<string, Element[]>();
  const byTag = new Map<string, string>();
  for (const key of program.templates.keys()) {
    const easy = /(?:^|\/)components\/([\w-]+)\/(?:\1|index)$/.exec(key);
    if (easy) byTag.set(easy[1]!.replaceAll('-', '').toLowerCase(), key);
  }
  const global = program.config.components.get('');
  const registered = globalRegistrations(world);
  const imports = new Map<string, ReadonlyMap<string, string>>();
  for (const [owner, top] of elements) {
    const local = program.config.components.get(owner);
    for (const element of everyElement(top)) {
      const plain = element.tag.replaceAll('-', '').toLowerCase();
      const included = element.tag === 'include' || element.tag === 'import' ? element.attributes.get('src')?.text : undefined;
      const key =
        typeof included === 'string'
          ? resolveTemplate(included, owner)
          : (local?.get(element.tag) ??
            global?.get(element.tag) ??
            components.get(owner)?.registered.get(plain) ??
            registered.get(plain) ??
            (/[A-Z-]/.test(element.tag) ? (importsOf(owner).get(plain) ?? byTag.get(plain)) : undefined));
      if (key !== undefined) push(usages, key, [element]);
    }
  }
  return usages;

  function resolveTemplate(source: string, owner: string): string {
    const folder = source.startsWith('/') ? [] : owner.split('/').slice(0, -1);
    for (const part of source.replace(/^\//, '').split('/')) {
      if (part === '..') folder.pop();
      else if (part !== '.' && part !== '') folder.push(part);
    }
    return keyOf(folder.join('/'));
  }

  /** Imports of a single-file component by the name they get, read without a parse. */
  function importsOf(owner: string): ReadonlyMap<string, string> {
    const known = imports.get(owner);
    if (known) return known;
    const made = new Map<string, string>();
    for (const file of world.modules.filesOf(owner)) {
      const text = file.text;
      const note = (name: string, source: string): void => {
        const key = world.modules.resolve(source, owner);
        if (key !== null) made.set(name.replaceAll('-', '').toLowerCase(), key);
      };
      for (const one of text.matchAll(/\bimport\s+(\w+)\s+from\s*['"]([^'"\n]+)['"]/g)) note(one[1]!, one[2]!);
      if (/=>\s*import\(/.test(text))
        for (const one of text.matchAll(/([\w-]+)['"]?\s*:\s*\(\)\s*=>\s*import\(\s*['"]([^'"\n]+)['"]/g)) note(one[1]!, one[2]!);
    }
    imports.set(owner, made);
    return made;
  }
}

/** `Vue.component('x', X)` in the entry script. */
function globalRegistrations(world: World): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const owner of ['main', 'src/main'])
    for (const file of world.modules.filesOf(owner)) {
      const sources = new Map([...file.text.matchAll(/\bimport\s+(\w+)\s+from\s*['"]([^'"\n]+)['"]/g)].map((one) => [one[1]!, one[2]!]));
      for (const one of file.text.matchAll(/\.component\(\s*['"]([\w-]+)['"]\s*,\s*(\w+)/g)) {
        const key = world.modules.resolve(sources.get(one[2]!) ?? '', owner);
        if (key !== null) found.set(one[1]!.replaceAll('-', '').toLowerCase(), key);
      }
    }
  return found;
}

function liveKeys(
  program: Program,
  usages: ReadonlyMap<string, readonly Element[]>,
  elements: ReadonlyMap<string, readonly Element[]>,
): ReadonlySet<string> | null {
  if (program.config.pages.length === 0) return null;
  const uses = new Map<string, string[]>();
  for (const [key, users] of usages) for (const user of users) push(uses, user.owner, [key]);
  const live = new Set<string>(['app', 'App', 'src/app', 'src/App']);
  const queue = [...program.config.pages.map((one) => one.path), ...(program.config.tabBar.length > 0 ? ['custom-tab-bar/index'] : [])];
  for (const page of queue) live.add(page);
  // A single-file application has a template of its own that is shown around every page.
  if (elements.has('App')) queue.push('App');
  for (let at = 0; at < queue.length; at += 1) {
    for (const key of uses.get(queue[at]!) ?? []) {
      if (live.has(key)) continue;
      live.add(key);
      queue.push(key);
    }
  }
  return live;
}

function pageOf(key: string, pages: ReadonlyMap<string, string | null>, usages: ReadonlyMap<string, readonly Element[]>): string | null {
  if (pages.has(key)) return key;
  const seen = new Set([key]);
  const queue = [key];
  for (let at = 0; at < queue.length; at += 1) {
    for (const user of usages.get(queue[at]!) ?? []) {
      if (pages.has(user.owner)) return user.owner;
      if (!seen.has(user.owner)) {
        seen.add(user.owner);
        queue.push(user.owner);
      }
    }
  }
  return null;
}

function push<K, V>(map: Map<K, V[]>, key: K, values: readonly V[]): void {
  const known = map.get(key);
  if (known) known.push(...values);
  else map.set(key, [...values]);
}
