import type { MiniPlatform } from '../program.ts';
import { bare, isFunction, keyName, memberName, type Node, nameOf, pathOf } from './ast.ts';
import { type Binding, type Fn, lookUp, type Script } from './script.ts';
import type { World } from './world.ts';

/** What an expression stands for, as far as the text says. */
export type Value =
  | { readonly k: 'platform' }
  | { readonly k: 'api'; readonly name: string }
  | { readonly k: 'fn'; readonly fn: Fn }
  | { readonly k: 'object'; readonly node: Node; readonly fn: Fn }
  | { readonly k: 'class'; readonly node: Node; readonly fn: Fn }
  | { readonly k: 'module'; readonly scripts: readonly Script[] }
  | { readonly k: 'external'; readonly from: string; readonly name: string }
  | { readonly k: 'this'; readonly fn: Fn }
  | { readonly k: 'app' }
  | { readonly k: 'literal'; readonly value: unknown }
  | { readonly k: 'none' };

const NONE: Value = { k: 'none' };
const GLOBALS: Readonly<Record<MiniPlatform, ReadonlySet<string>>> = {
  wechat: new Set(['wx', 'uni', 'Taro', 'wepy', 'mpx', 'qq', 'megalo']),
  alipay: new Set(['my', 'uni', 'Taro', 'mpx', 'ap']),
  douyin: new Set(['tt', 'uni', 'Taro', 'mpx']),
  baidu: new Set(['swan', 'uni', 'Taro', 'mpx']),
};
const MIRRORS =
  /(^|\/)(@tarojs\/taro(-\w+)?|wepy|@wepy\/core|wepy-\w+|@mpxjs\/(core|api-proxy)|remax\/\w+|mpvue|uni-promise|@dcloudio\/uni-\w+)(\/|\.js|$)/;
const THIS_NAMES = /^(_?this\d*|that|self|_self|me|vm|_that|_vm|ctx|context|page|comp|instance|proxy)$/;

export interface Resolver {
  readonly value: (node: Node | null | undefined, fn: Fn) => Value;
  readonly member: (value: Value, name: string) => Value;
  /** Functions that a name of a module, object or class means. */
  readonly global: (name: string) => boolean;
}

/**
 * Looks that one question may cost. Minified code binds one name to dozens of calls of each other, and the ways through them double with
 * every step: what is not found by then is undecided. Ordinary questions cost a few dozen.
 */
const MOST_LOOKS = 500;

/** Resolves expressions to what they stand for, lazily, at most a dozen steps deep and within a bounded number of looks. */
export function resolverOf(world: World): Resolver {
  const globals = GLOBALS[world.program.platform];
  const busy = new Set<Node>();
  let looks = 0;

  const ofBinding = (binding: Binding, depth: number): Value => {
    if (binding.kind === 'import') {
      const base = ofModule(binding.from ?? '', binding.fn.script);
      return binding.imported === '*' ? base : member(base, binding.imported ?? 'default', depth);
    }
    if (binding.kind === 'function' && binding.init) {
      const fn = binding.fn.script.byNode.get(binding.init);
      return fn ? { k: 'fn', fn } : NONE;
    }
    if (binding.kind === 'class' && binding.init) return { k: 'class', node: binding.init, fn: binding.fn };
    if (binding.kind === 'param') return ofParam(binding, depth);
    for (const init of [binding.init, ...binding.assigned]) {
      if (!init) continue;
      let at = value(init, binding.fn, depth + 1);
      for (const key of binding.path) at = member(at, key, depth + 1);
      if (at.k !== 'none') return at;
    }
    return NONE;
  };

  const ofParam = (binding: Binding, depth: number): Value => {
    const handed = binding.fn.handedTo;
    // `(function (t) { … }).call(this, n("543d").default)`: how bundlers hand the platform object to a module.
    if (handed?.index === -1) return withPath(value(handed.call.args[binding.param], handed.call.fn, depth + 1), binding, depth);
    const called = callOf(binding.fn);
    if (called) {
      const arg = bare(called.args[binding.param + 1]);
      if (arg?.type === 'MemberExpression' && memberName(arg) === 'default') {
        const found = value(arg, called.fn, depth + 1);
        return found.k === 'none' || found.k === 'external' ? { k: 'platform' } : found;
      }
      return withPath(value(arg, called.fn, depth + 1), binding, depth);
    }
    if (binding.init) return withPath(value(binding.init, binding.fn, depth + 1), binding, depth);
    return NONE;
  };
  const withPath = (from: Value, binding: Binding, depth: number): Value =>
    binding.path.reduce((at, key) => member(at, key, depth + 1), from);
  const callOf = (fn: Fn) =>
    fn.parent?.calls.find((one) => {
      const callee = bare(one.callee);
      return callee?.type === 'MemberExpression' && memberName(callee) === 'call' && bare(callee.object) === fn.node;
    });

  const ofModule = (source: string, from: Script): Value => {
    if (MIRRORS.test(source)) return { k: 'platform' };
    const key = world.modules.resolve(source, from.key);
    if (key === null) return { k: 'external', from: source, name: '*' };
    const scripts = world.loadIfTelling(key);
    return scripts.length > 0 ? { k: 'module', scripts } : { k: 'external', from: source, name: '*' };
  };

  const member = (of: Value, name: string, depth = 0): Value => {
    if (depth > 14) return NONE;
    switch (of.k) {
      case 'platform':
        return name === 'default' || name === 'pro' || name === 'p' || globals.has(name) ? of : { k: 'api', name };
      case 'external':
        if (globals.has(name)) return { k: 'platform' };
        return { k: 'external', from: of.from, name: name === 'default' ? of.name : name };
      case 'module':
        for (const script of of.scripts) {
          const found = exported(script, name, depth);
          if (found.k !== 'none') return found;
        }
        // uni-app's own bundle hands the platform object out under this name.
        if (name === 'index' && of.scripts.some((one) => /(^|\/)common\/vendor$/.test(one.key))) return { k: 'platform' };
        return name === 'default' ? of : NONE;
      case 'object': {
        for (const one of of.node.properties ?? []) {
          if (one.type === 'Property' && keyName(one) === name) return value(one.value as Node, of.fn, depth + 1);
        }
        for (const one of of.node.properties ?? []) {
          if (one.type !== 'SpreadElement' && one.type !== 'ExperimentalSpreadProperty') continue;
          const spread = value(one.argument, of.fn, depth + 1);
          const found = spread.k === 'object' || spread.k === 'module' ? member(spread, name, depth + 1) : NONE;
          if (found.k !== 'none') return found;
        }
        return NONE;
      }
      case 'class':
        return ofClass(of.node, of.fn, name, depth);
      case 'this':
        return ofThis(of.fn, name);
      case 'app': {
        for (const script of world.load('app').concat(world.load('App'))) {
          const found = script.members.get(name)?.[0];
          if (found) return { k: 'fn', fn: found };
        }
        return globals.has(name) ? { k: 'platform' } : NONE;
      }
      case 'fn':
        return name === 'bind' || name === 'call' || name === 'apply' ? of : ofPrototype(of.fn, name);
      default:
        return NONE;
    }
  };

  const ofClass = (node: Node, fn: Fn, name: string, depth: number): Value => {
    for (const one of ((node.body as Node)?.body as Node[]) ?? []) {
      if (keyName(one) === name && one.value) return value(one.value as Node, fn, depth + 1);
    }
    if (!node.superClass) return NONE;
    const above = value(node.superClass, fn, depth + 1);
    return above.k === 'class' ? member(above, name, depth + 1) : NONE;
  };
  /** `F.prototype.name = function` and `F.name = function`: members kept under their name in the script. */
  const ofPrototype = (fn: Fn, name: string): Value => {
    const found = fn.script.members.get(name)?.find((one) => (pathOf(one.home) ?? '').split('.')[0] === fn.name);
    return found ? { k: 'fn', fn: found } : NONE;
  };

  const exported = (script: Script, name: string, depth: number): Value => {
    const direct = script.exports.get(name);
    if (direct) return value(direct.node, direct.fn, depth + 1);
    const whole = script.exports.get('*');
    if (whole) {
      const all = value(whole.node, whole.fn, depth + 1);
      if (name === 'default') return all;
      const found = member(all, name, depth + 1);
      if (found.k !== 'none') return found;
    }
    const standard = script.exports.get('default');
    if (standard && name !== 'default') {
      const found = value(standard.node, standard.fn, depth + 1);
      if (found.k === 'object' || found.k === 'class') {
        const inner = member(found, name, depth + 1);
        if (inner.k !== 'none') return inner;
      }
    }
    for (const source of script.reExports) {
      const from = ofModule(source, script);
      const found = from.k === 'module' ? member(from, name, depth + 1) : NONE;
      if (found.k !== 'none' && found.k !== 'module') return found;
    }
    return NONE;
  };

  const ofThis = (fn: Fn, name: string): Value => {
    if (globals.has(name) || name === '$wx' || name === '$uni') return { k: 'platform' };
    for (let at: Fn | null = fn; at; at = at.parent) {
      if (!at.home) continue;
      const home = at.home;
      const found = fn.script.members.get(name)?.find((one) => one.home === home);
      if (found) return { k: 'fn', fn: found };
    }
    const any = fn.script.members.get(name)?.[0];
    return any ? { k: 'fn', fn: any } : NONE;
  };

  const value = (node: Node | null | undefined, fn: Fn, depth = 0): Value => {
    const at = bare(node);
    if (!at || depth > 14 || looks >= MOST_LOOKS || busy.has(at)) return NONE;
    looks += 1;
    busy.add(at);
    try {
      return valueOf(at, fn, depth);
    } finally {
      busy.delete(at);
    }
  };

  const valueOf = (at: Node, fn: Fn, depth: number): Value => {
    if (isFunction(at)) {
      const found = fn.script.byNode.get(at);
      return found ? { k: 'fn', fn: found } : NONE;
    }
    switch (at.type) {
      case 'Identifier': {
        const name = at.name as string;
        const binding = lookUp(name, fn);
        if (binding) {
          const found = ofBinding(binding, depth);
          if (found.k !== 'none') return found;
          if (THIS_NAMES.test(name)) return { k: 'this', fn };
          // A name of the platform that is bound to something not resolvable is still the platform far more often than not.
          return globals.has(name) && binding.kind !== 'function' && binding.kind !== 'class' ? { k: 'platform' } : NONE;
        }
        if (globals.has(name)) return { k: 'platform' };
        return THIS_NAMES.test(name) ? { k: 'this', fn } : NONE;
      }
      case 'ThisExpression':
        return { k: 'this', fn };
      case 'Literal':
        return { k: 'literal', value: at.value };
      case 'TemplateLiteral': {
        const text = nameOf(at);
        return text === undefined ? NONE : { k: 'literal', value: text };
      }
      case 'ObjectExpression':
        return { k: 'object', node: at, fn };
      case 'ClassExpression':
      case 'ClassDeclaration':
        return { k: 'class', node: at, fn };
      case 'MemberExpression': {
        const object = value(at.object, fn, depth + 1);
        const named = memberName(at);
        const name = named ?? literalOf(value(at.property, fn, depth + 1));
        if (name === undefined) return NONE;
        if (object.k === 'none') return globals.has(name) && name !== 'my' && name !== 'qq' ? { k: 'platform' } : NONE;
        return member(object, name, depth + 1);
      }
      case 'ConditionalExpression':
        return firstOf([at.consequent as Node, at.alternate as Node], fn, depth);
      case 'LogicalExpression':
        return firstOf([at.right as Node, at.left as Node], fn, depth);
      case 'AssignmentExpression':
        return value(at.right, fn, depth + 1);
      case 'NewExpression': {
        const made = value(at.callee, fn, depth + 1);
        return made.k === 'class' || made.k === 'fn' ? made : NONE;
      }
      case 'CallExpression':
        return ofCall(at, fn, depth);
      default:
        return NONE;
    }
  };

  const firstOf = (nodes: readonly Node[], fn: Fn, depth: number): Value => {
    for (const one of nodes) {
      const found = value(one, fn, depth + 1);
      if (found.k !== 'none' && found.k !== 'literal') return found;
    }
    return NONE;
  };

  const ofCall = (at: Node, fn: Fn, depth: number): Value => {
    const callee = bare(at.callee);
    const name =
      callee?.type === 'Identifier' ? (callee.name as string) : callee?.type === 'MemberExpression' ? (memberName(callee) ?? '') : '';
    const args = at.arguments ?? [];
    const first = bare(args[0]);
    if ((name === 'require' || name === '__webpack_require__' || name === 'requirePlugin') && typeof first?.value === 'string')
      return ofModule(first.value, fn.script);
    if (name === 'getApp') return { k: 'app' };
    if (name === 'bind' && callee?.type === 'MemberExpression') return value(callee.object, fn, depth + 1);
    if (name === 'assign' || name === 'create' || name === 'freeze') return firstOf([...args].reverse(), fn, depth);
    if (first) {
      // Promisified copies (`promisifyAll(wx)`, `promisify(wx.x)`, `pify(wx)`) and interop helpers hand on what they were given.
      const given = value(first, fn, depth + 1);
      if (given.k === 'platform' || given.k === 'api') return callee && value(callee, fn, depth + 1).k === 'api' ? NONE : given;
      if (/interop|default|import|^n$|^toESM$/i.test(name) && given.k !== 'literal') return given;
      if (/promisif|pify|toPromise|debounce|throttle|once|wrap|withLoading/i.test(name) && (given.k === 'fn' || given.k === 'literal'))
        return given.k === 'literal' && typeof given.value === 'string' && world.watched.has(given.value)
          ? { k: 'api', name: given.value }
          : given;
      if (name === 'defineStore') return args.length > 1 ? value(args[1], fn, depth + 1) : given;
      if (/^(defineComponent|extend|observable|reactive|ref|connect|observer)$/.test(name)) return given;
    }
    const made = callee ? value(callee, fn, depth + 1) : NONE;
    if (made.k === 'object') {
      // `useStore()` of a store object: its actions and getters are reached by their names.
      const actions = (made.node.properties ?? []).find((one) => one.type === 'Property' && keyName(one) === 'actions')?.value as
        | Node
        | undefined;
      return actions?.type === 'ObjectExpression' ? { k: 'object', node: actions, fn: made.fn } : made;
    }
    if (made.k === 'fn') return returned(made.fn, depth);
    return NONE;
  };

  const returned = (fn: Fn, depth: number): Value => {
    const body = fn.node?.body as Node | undefined;
    if (!body) return NONE;
    if (body.type !== 'BlockStatement') return value(body, fn, depth + 1);
    for (const one of (body.body as Node[]).toReversed()) {
      if (one.type === 'ReturnStatement') return value(one.argument, fn, depth + 1);
    }
    return NONE;
  };

  const kept = new Map<Node, Value>();
  let parsed = 0;
  const remembered = (node: Node | null | undefined, fn: Fn): Value => {
    if (!node) return NONE;
    if (busy.size > 0) return value(node, fn);
    looks = 0;
    if (parsed !== world.parsed.size) {
      // What led nowhere may lead somewhere now that more was parsed.
      for (const [at, one] of kept) if (one.k === 'none' || one.k === 'external') kept.delete(at);
      parsed = world.parsed.size;
    }
    const before = kept.get(node);
    if (before) return before;
    const found = value(node, fn);
    kept.set(node, found);
    return found;
  };

  const asked = (of: Value, name: string): Value => {
    if (busy.size === 0) looks = 0;
    return member(of, name);
  };

  return { value: remembered, member: asked, global: (name) => globals.has(name) };
}

export const literalOf = (of: Value): string | undefined => (of.k === 'literal' && typeof of.value === 'string' ? of.value : undefined);
