import { bare, isFunction, keyName, type Node, nameOf, pathOf } from './ast.ts';
import { describes } from './describes.ts';
import type { Trigger } from './program-model.ts';
import type { Call, Fn, Script } from './script.ts';
import type { Resolver } from './values.ts';
import type { World } from './world.ts';

/** What a name of the page's data starts with. */
export interface Start {
  readonly node: Node;
  readonly fn: Fn;
  /** A property that the parent may set. */
  readonly prop: boolean;
}

/** A page, component or the application: one object or class, or the top level of a `<script setup>`. */
export interface Component {
  readonly key: string;
  readonly scripts: readonly Script[];
  readonly data: Map<string, Start>;
  readonly methods: Map<string, Fn>;
  readonly computed: Map<string, Fn>;
  readonly roots: { readonly trigger: Trigger; readonly fn: Fn; readonly name: string }[];
  /** Method → action of a store that it stands for (`mapActions`). */
  readonly actions: Map<string, string>;
  /** Tag → key of components that the script itself registers. */
  readonly registered: Map<string, string>;
}

export const LIFECYCLE: Readonly<Record<string, Trigger>> = {
  onLaunch: 'launch',
  onError: 'event',
  onPageNotFound: 'event',
  onLoad: 'load',
  onShow: 'show',
  onReady: 'ready',
  onInit: 'load',
  created: 'load',
  beforeCreate: 'load',
  attached: 'load',
  beforeMount: 'load',
  mounted: 'ready',
  ready: 'ready',
  show: 'show',
  activated: 'show',
  didMount: 'load',
  onBeforeMount: 'load',
  onMounted: 'ready',
  onActivated: 'show',
  componentWillMount: 'load',
  componentDidMount: 'ready',
  componentDidShow: 'show',
  UNSAFE_componentWillMount: 'load',
  onBeforeLoad: 'load',
  useLoad: 'load',
  useReady: 'ready',
  useDidShow: 'show',
  useLaunch: 'launch',
  useEffect: 'load',
  useLayoutEffect: 'load',
  setup: 'load',
  onHide: 'event',
  onUnload: 'event',
  detached: 'event',
  onPullDownRefresh: 'input',
  onReachBottom: 'input',
  onPageScroll: 'input',
  onShareAppMessage: 'input',
  onShareTimeline: 'input',
  onTabItemTap: 'tap',
  useDidHide: 'event',
  usePullDownRefresh: 'input',
  useReachBottom: 'input',
  useShareAppMessage: 'input',
  watchEffect: 'load',
  onLaunched: 'launch',
  deriveDataFromProps: 'load',
  didUpdate: 'event',
  config: 'event',
};

const GROUPS = new Set(['lifetimes', 'pageLifetimes', 'hooks']);

/** Reads what the scripts of one key say a page or component is. */
export function componentOf(key: string, world: World, resolver: Resolver): Component {
  const scripts = world.load(key);
  const made: Component = {
    key,
    scripts,
    data: new Map(),
    methods: new Map(),
    computed: new Map(),
    roots: [],
    actions: new Map(),
    registered: new Map(),
  };
  const isApp = key === 'app' || key === 'App' || /^src\/app$/i.test(key);
  for (const script of scripts) {
    const described = new Set<Node>();
    const whole = script.exports.get('default');
    const root = whole ? resolver.value(whole.node, whole.fn) : undefined;
    if (root?.k === 'object') read(root.node, root.fn, described);
    if (root?.k === 'class') readClass(root.node, root.fn);
    for (const one of script.objects) {
      if (described.has(one.node)) continue;
      if (one.via === null ? !whole : describes(one.via)) read(one.node, one.fn, described);
    }
    if (!root || root.k === 'none') for (const one of script.classes) readClass(one.node, one.fn);
    if (root?.k === 'fn') readFunction(root.fn);
    else if (!whole || script.jsx.length > 0) readFunction(script.top);
    for (const call of script.calls) if (isHook(call)) hook(call);
    for (const fn of script.fns) if (script.jsx.length > 0) states(fn);
  }
  return made;

  function read(object: Node, fn: Fn, described: Set<Node>): void {
    if (described.has(object)) return;
    described.add(object);
    for (const one of object.properties ?? []) {
      if (one.type !== 'Property') {
        const spread = bare(one.argument);
        const from = spread ? resolver.value(spread, fn) : undefined;
        if (from?.k === 'object') read(from.node, from.fn, described);
        continue;
      }
      const name = keyName(one) ?? '';
      const value = bare(one.value as Node);
      if (!value) continue;
      if (name === 'data' || name === 'state' || name === 'initData') dataFrom(value, fn);
      else if (name === 'props' || name === 'properties') propsFrom(value, fn);
      else if (name === 'methods' || name === 'actions') methodsFrom(value, fn, made.methods);
      else if (name === 'computed') methodsFrom(value, fn, made.computed);
      else if (GROUPS.has(name)) lifecyclesFrom(value, fn);
      else if (name === 'watch' || name === 'observers') watchersFrom(value, fn);
      else if (name === 'mixins' || name === 'behaviors') {
        for (const mixin of value.elements ?? []) {
          const from = mixin ? resolver.value(mixin, fn) : undefined;
          const node = from?.k === 'object' ? from.node : undefined;
          if (node && from?.k === 'object') read(node, from.fn, described);
          else if (mixin) mixinCall(mixin, fn, described);
        }
      } else if (name === 'components') registeredFrom(value, fn);
      else if (name === 'setup') {
        const found = resolver.value(value, fn);
        if (found.k === 'fn') {
          made.roots.push({ trigger: 'load', fn: found.fn, name: 'setup' });
          readFunction(found.fn);
        }
      } else member(name, value, fn);
    }
  }

  /** `behaviors: [require('./b')]` where the file says `module.exports = Behavior({ … })`. */
  function mixinCall(mixin: Node, fn: Fn, described: Set<Node>): void {
    const at = bare(mixin);
    if (!at) return;
    const binding = at.type === 'Identifier' ? fn.script.top.bindings.get(at.name as string) : undefined;
    const source = binding?.from ?? (binding?.init?.type === 'CallExpression' ? nameOf(binding.init.arguments?.[0]) : undefined);
    const key_ = source === undefined || source === null ? null : world.modules.resolve(source, fn.script.key);
    for (const script of key_ === null ? [fn.script] : world.load(key_))
      for (const one of script.objects) if (one.via === 'Behavior' || /mixin/i.test(one.via ?? '')) read(one.node, one.fn, described);
  }

  function member(name: string, value: Node, fn: Fn): void {
    const found =
      isFunction(value) || value.type === 'Identifier' || value.type === 'CallExpression' || value.type === 'MemberExpression'
        ? resolver.value(value, fn)
        : undefined;
    if (found?.k !== 'fn') return;
    const trigger = LIFECYCLE[name];
    if (trigger && !(name === 'show' || (name === 'ready' && isApp)))
      made.roots.push({ trigger: isApp && trigger === 'show' ? 'launch' : trigger, fn: found.fn, name });
    else if (name !== 'render') made.methods.set(name, found.fn);
    if (!made.methods.has(name)) made.methods.set(name, found.fn);
  }

  function lifecyclesFrom(value: Node, fn: Fn): void {
    for (const one of value.properties ?? []) {
      const name = keyName(one) ?? '';
      const found = resolver.value(one.value as Node, fn);
      if (found.k === 'fn') made.roots.push({ trigger: LIFECYCLE[name] ?? 'event', fn: found.fn, name });
    }
  }

  function watchersFrom(value: Node, fn: Fn): void {
    for (const one of value.properties ?? []) {
      const inner = bare(one.value as Node);
      const handler =
        inner?.type === 'ObjectExpression' ? (inner.properties?.find((x) => keyName(x) === 'handler')?.value as Node | undefined) : inner;
      const immediate =
        inner?.type === 'ObjectExpression' &&
        inner.properties?.some((x) => keyName(x) === 'immediate' && bare(x.value as Node)?.value === true);
      const found = resolver.value(handler, fn);
      if (found.k === 'fn') made.roots.push({ trigger: immediate ? 'load' : 'event', fn: found.fn, name: `watch ${keyName(one) ?? ''}` });
    }
  }

  function methodsFrom(value: Node, fn: Fn, into: Map<string, Fn>): void {
    const object = value.type === 'ObjectExpression' ? { node: value, fn } : resolver.value(value, fn);
    const node = 'node' in object ? object.node : undefined;
    for (const one of node?.properties ?? []) {
      if (one.type !== 'Property') {
        mapped(bare(one.argument), fn);
        continue;
      }
      const name = keyName(one) ?? '';
      const inner = bare(one.value as Node);
      // Two-way computed values are read through `get`.
      const target =
        inner?.type === 'ObjectExpression' ? (inner.properties?.find((x) => keyName(x) === 'get')?.value as Node | undefined) : inner;
      const found = resolver.value(target, fn);
      if (found.k === 'fn') into.set(name, found.fn);
    }
  }

  function mapped(call: Node | undefined, fn: Fn): void {
    if (call?.type !== 'CallExpression') {
      const spread = call ? resolver.value(call, fn) : undefined;
      if (spread?.k === 'object') methodsFrom(spread.node, spread.fn, made.methods);
      return;
    }
    if (!/mapActions|mapMutations/.test(pathOf(call.callee) ?? '')) return;
    for (const arg of call.arguments ?? []) {
      const at = bare(arg);
      for (const one of at?.elements ?? []) {
        const name = nameOf(one);
        if (name) made.actions.set(name.split('/').at(-1)!, name);
      }
      for (const one of at?.properties ?? []) {
        const name = nameOf(bare(one.value as Node));
        if (name) made.actions.set(keyName(one) ?? name, name);
      }
    }
  }

  function dataFrom(value: Node, fn: Fn): void {
    const object = isFunction(value) ? resultOf(value) : value;
    const inner = isFunction(value) ? (fn.script.byNode.get(value) ?? fn) : fn;
    flatten(object, inner, '', 0, false);
  }

  function flatten(node: Node | undefined, fn: Fn, prefix: string, depth: number, prop: boolean): void {
    const at = bare(node);
    if (!at || depth > 3) return;
    const object = at.type === 'ObjectExpression' ? { k: 'object' as const, node: at, fn } : resolver.value(at, fn);
    if (object.k !== 'object') return;
    for (const one of object.node.properties ?? []) {
      if (one.type !== 'Property') {
        flatten(one.argument ?? undefined, object.fn, prefix, depth + 1, prop);
        continue;
      }
      const name = keyName(one);
      const value = bare(one.value as Node);
      if (name === undefined || !value) continue;
      made.data.set(prefix + name, { node: value, fn: object.fn, prop });
      if (value.type === 'ObjectExpression') flatten(value, object.fn, `${prefix}${name}.`, depth + 1, prop);
    }
  }

  function propsFrom(value: Node, fn: Fn): void {
    for (const one of value.properties ?? []) {
      const name = keyName(one);
      const inner = bare(one.value as Node);
      if (name === undefined || inner?.type !== 'ObjectExpression') continue;
      const start = inner.properties?.find((x) => keyName(x) === 'value' || keyName(x) === 'default')?.value as Node | undefined;
      if (start) made.data.set(name, { node: bare(start)!, fn, prop: true });
    }
  }

  function registeredFrom(value: Node, fn: Fn): void {
    for (const one of value.properties ?? []) {
      const name = keyName(one);
      if (name !== undefined) register(name, bare(one.value as Node), fn);
    }
  }

  function register(name: string, node: Node | undefined, fn: Fn): void {
    const local = node?.type === 'Identifier' ? (node.name as string) : name;
    const binding = fn.script.top.bindings.get(local);
    if (!binding?.from) return;
    const found = world.modules.resolve(binding.from, fn.script.key);
    if (found !== null) made.registered.set(name.replaceAll('-', '').toLowerCase(), found);
  }

  /** `const agree = ref(false)`, inner functions: the page of a `<script setup>`, of a `setup()` or of a React function. */
  function readFunction(fn: Fn): void {
    const setup = fn.node === null;
    if (setup && (fn.script.file.path.endsWith('ue') || fn.script.jsx.length > 0))
      made.roots.push({ trigger: 'load', fn, name: '<script>' });
    if (!setup && fn.script.jsx.length > 0) made.roots.push({ trigger: 'load', fn, name: fn.name });
    for (const binding of fn.bindings.values()) {
      if (binding.kind === 'import') {
        register(binding.name, undefined, fn);
        continue;
      }
      const init = bare(binding.init);
      if (!init) continue;
      if (binding.kind === 'function' || isFunction(init)) {
        const found = fn.script.byNode.get(init);
        if (found && !made.methods.has(binding.name)) made.methods.set(binding.name, found);
        continue;
      }
      if (init.type !== 'CallExpression') continue;
      const callee = (pathOf(init.callee) ?? '').split('.').at(-1) ?? '';
      const first = bare(init.arguments?.[0]);
      if (callee === 'defineProps' || callee === 'withDefaults') continue;
      if (callee === 'computed') {
        const found = resolver.value(
          first?.type === 'ObjectExpression' ? (first.properties?.find((x) => keyName(x) === 'get')?.value as Node) : first,
          fn,
        );
        if (found.k === 'fn') made.computed.set(binding.name, found.fn);
      } else if (/^(ref|reactive|shallowRef|shallowReactive|useState|useRef)$/.test(callee)) {
        if (!first) continue;
        if (binding.path.length === 0 || binding.path[0] === '0') {
          made.data.set(binding.name, { node: first, fn, prop: false });
          flatten(first, fn, `${binding.name}.`, 0, false);
        }
      } else {
        const found = resolver.value(init, fn);
        if (found.k === 'fn' && !made.methods.has(binding.name)) made.methods.set(binding.name, found.fn);
      }
    }
  }

  function states(fn: Fn): void {
    for (const binding of fn.bindings.values()) {
      const init = bare(binding.init);
      if (isFunction(init) && !made.methods.has(binding.name)) {
        const found = fn.script.byNode.get(init!);
        if (found) made.methods.set(binding.name, found);
      }
      if (
        init?.type === 'CallExpression' &&
        /(^|\.)useState$/.test(pathOf(init.callee) ?? '') &&
        binding.path[0] === '0' &&
        init.arguments?.[0]
      )
        made.data.set(binding.name, { node: bare(init.arguments[0])!, fn, prop: false });
      if (init?.type === 'CallExpression' && /(^|\.)use(Callback|Memo|Throttle\w*|Debounce\w*)$/.test(pathOf(init.callee) ?? '')) {
        const found = resolver.value(init.arguments?.[0], fn);
        if (found.k === 'fn') made.methods.set(binding.name, found.fn);
      }
    }
  }

  function readClass(node: Node, fn: Fn): void {
    for (const one of ((node.body as Node)?.body as Node[]) ?? []) {
      const name = keyName(one) ?? '';
      const value = bare(one.value as Node | undefined);
      if (!value) continue;
      if (name === 'data' || name === 'state') dataFrom(value, fn);
      else if (name === 'methods') methodsFrom(value, fn, made.methods);
      else if (name === 'computed') methodsFrom(value, fn, made.computed);
      else if (name === 'components') registeredFrom(value, fn);
      else if (one.kind === 'get') {
        const found = resolver.value(value, fn);
        if (found.k === 'fn') made.computed.set(name, found.fn);
      } else if (isFunction(value)) {
        member(name, value, fn);
        const inner = fn.script.byNode.get(value);
        for (const write of name === 'constructor' ? (inner?.writes ?? []) : []) {
          if (write.path === 'this.state') flatten(write.value, write.fn, '', 0, false);
          else if (/^this\.(data|methods)$/.test(write.path)) dataFrom(bare(write.value)!, write.fn);
        }
      } else if (value.type === 'ArrowFunctionExpression') member(name, value, fn);
      else made.data.set(name, { node: value, fn, prop: (one.decorators?.length ?? 0) > 0 });
    }
    // Compiled classes set their data in the constructor through the instance.
    for (const inner of fn.script.fns) {
      for (const write of inner.writes) {
        if (/^_?this\d*\.(data|state)$/.test(write.path) && write.value.type === 'ObjectExpression')
          flatten(write.value, write.fn, '', 0, false);
        if (/^_?this\d*\.methods$/.test(write.path)) methodsFrom(bare(write.value)!, write.fn, made.methods);
      }
    }
  }

  function isHook(call: Call): boolean {
    const name = call.callee.type === 'Identifier' ? (call.callee.name as string) : (pathOf(call.callee) ?? '').split('.').at(-1)!;
    return (
      /^(on[A-Z]\w+|use[A-Z]\w+|watchEffect)$/.test(name) &&
      LIFECYCLE[name] !== undefined &&
      (call.callee.type === 'Identifier' || /taro/i.test(pathOf(call.callee) ?? ''))
    );
  }

  function hook(call: Call): void {
    const name = (pathOf(call.callee) ?? '').split('.').at(-1)!;
    const found = resolver.value(call.args[0], call.fn);
    if (found.k === 'fn') made.roots.push({ trigger: LIFECYCLE[name]!, fn: found.fn, name });
  }
}

/** The object that a function gives back, taken from its last `return`. */
export function resultOf(fn: Node): Node | undefined {
  const body = fn.body as Node;
  if (body.type !== 'BlockStatement') return bare(body);
  for (const one of (body.body as Node[]).toReversed()) if (one.type === 'ReturnStatement') return bare(one.argument);
  return undefined;
}
