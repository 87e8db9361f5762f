import { bare, isFunction, keyName, memberName, type Node, nameOf, pathOf } from './ast.ts';
import { type Component, LIFECYCLE } from './component.ts';
import { describes } from './describes.ts';
import type { Element, HandlerRef } from './elements.ts';
import type { Trigger } from './program-model.ts';
import type { Call, Fn, Guard } from './script.ts';
import type { Resolver, Value } from './values.ts';

/** One function runs another. */
export interface Edge {
  readonly from: Fn;
  readonly to: Fn;
  readonly guards: readonly Guard[];
  /** Property or method under which it is handed on: `fail`, `success`, `then`, `setTimeout`; null for a plain call. */
  readonly via: string | null;
  readonly call: Call;
}

/** Where running begins. */
export interface Root {
  readonly fn: Fn;
  readonly trigger: Trigger;
  readonly component: Component;
  readonly element: Element | null;
  readonly handler: HandlerRef | null;
  readonly name: string;
}

export interface Graph {
  readonly into: ReadonlyMap<Fn, readonly Edge[]>;
  readonly roots: ReadonlyMap<Fn, readonly Root[]>;
  readonly byCall: ReadonlyMap<Call, readonly Edge[]>;
}

const EMITS = /^(emit|\$emit|trigger|triggerEvent|publish|fire|\$trigger)$/;
const LISTENS = /^(on|\$on|once|\$once|subscribe|addListener|addEventListener)$/;
/** Edges of everything that was parsed. `components` give store actions and events of child components their targets. */
export function graphOf(
  calls: Iterable<Call>,
  components: readonly Component[],
  roots: readonly Root[],
  resolver: Resolver,
  actionsNamed: (name: string) => readonly Fn[],
  heard: (component: string, event: string) => readonly Fn[],
): Graph {
  const into = new Map<Fn, Edge[]>();
  const byCall = new Map<Call, Edge[]>();
  const listeners = new Map<string, { fn: Fn; call: Call }[]>();
  const emitters = new Map<string, Call[]>();
  const owners = new Map<Fn, Component>();
  for (const component of components) for (const script of component.scripts) owners.set(script.top, component);
  const add = (edge: Edge): void => {
    if (edge.from === edge.to) return;
    const known = into.get(edge.to);
    if (known) known.push(edge);
    else into.set(edge.to, [edge]);
    push(byCall, edge.call, edge);
  };
  for (const call of calls) {
    const callee = bare(call.callee);
    if (!callee) continue;
    const name =
      callee.type === 'Identifier' ? (callee.name as string) : callee.type === 'MemberExpression' ? (memberName(callee) ?? '') : '';
    const target = isFunction(callee) ? undefined : resolver.value(callee, call.fn);
    if (target?.k === 'fn') add({ from: call.fn, to: target.fn, guards: call.guards, via: null, call });
    else if (target?.k === 'class') constructorEdge(target, call);
    else if (target?.k !== 'api') named(name, callee, call);
    handed(call, name, target);
    const first = nameOf(bare(call.args[0]));
    if (first !== undefined && EMITS.test(name)) {
      push(emitters, first, call);
      for (const fn of heard(call.fn.script.key, first)) add({ from: call.fn, to: fn, guards: call.guards, via: 'event', call });
    }
    if (first !== undefined && LISTENS.test(name)) {
      const fn = resolver.value(call.args[1], call.fn);
      if (fn.k === 'fn') push(listeners, first, { fn: fn.fn, call });
    }
  }
  for (const [event, calls_] of emitters) {
    for (const call of calls_)
      for (const one of listeners.get(event) ?? []) add({ from: call.fn, to: one.fn, guards: call.guards, via: 'event', call });
  }
  const byFn = new Map<Fn, Root[]>();
  for (const root of roots) push(byFn, root.fn, root);
  return { into, roots: byFn, byCall };

  function constructorEdge(target: Value & { k: 'class' }, call: Call): void {
    const found = resolver.member(target, 'constructor');
    if (found.k === 'fn') add({ from: call.fn, to: found.fn, guards: call.guards, via: null, call });
  }

  /** Calls whose receiver says nothing: store actions, methods of other components, `this.$refs.x.open()`. */
  function named(name: string, callee: Node, call: Call): void {
    const first = nameOf(bare(call.args[0]));
    if ((name === 'dispatch' || name === 'commit' || name === '$dispatch') && first !== undefined) {
      for (const fn of actionsNamed(first.split('/').at(-1)!)) add({ from: call.fn, to: fn, guards: call.guards, via: null, call });
      return;
    }
    if (name.length < 3 || callee.type !== 'MemberExpression') return;
    let top: Fn = call.fn;
    while (top.parent) top = top.parent;
    const own = /^(this|_?this\d*|that|self|vm|_self)$/.test(pathText(callee.object)) ? owners.get(top)?.methods.get(name) : undefined;
    if (own) {
      add({ from: call.fn, to: own, guards: call.guards, via: null, call });
      return;
    }
    const action = owners.get(top)?.actions.get(name);
    if (action !== undefined)
      for (const fn of actionsNamed(action.split('/').at(-1)!)) add({ from: call.fn, to: fn, guards: call.guards, via: null, call });
    else if (
      /(^|\.)(\$\w+|app|getApp\(\))$/.test(pathText(callee.object)) &&
      !/\$(refs|parent|emit|router|store|event)/.test(pathText(callee.object))
    )
      for (const fn of actionsNamed(name)) add({ from: call.fn, to: fn, guards: call.guards, via: null, call });
    else if (
      /\$refs|selectComponent|\$parent|getOpenerEventChannel|getCurrentPages|prevPage|prePage|\.current/.test(pathText(callee.object))
    )
      for (const component of components) {
        const fn = component.methods.get(name);
        if (fn) add({ from: call.fn, to: fn, guards: call.guards, via: 'component', call });
      }
  }

  function handed(call: Call, name: string, target: Value | undefined): void {
    const path = pathOf(call.callee) ?? name;
    if (describes(path) || (/^(on|use)[A-Z]/.test(path) && LIFECYCLE[path] !== undefined)) return;
    const inside = target?.k === 'fn' ? target.fn : null;
    call.args.forEach((arg, index) => {
      const at = bare(arg);
      if (!at) return;
      if (isFunction(at) || at.type === 'Identifier' || at.type === 'MemberExpression' || at.type === 'CallExpression')
        toFunction(at, call, viaOf(name, null), inside ? guardsWithin(inside, index, null) : []);
      else if (at.type === 'ObjectExpression') inObject(at, call, inside, index, 0);
    });
    const callee = bare(call.callee);
    if (callee && isFunction(callee)) toFunction(callee, call, null, []);
    if (callee?.type === 'MemberExpression' && /^(call|apply)$/.test(memberName(callee) ?? '') && isFunction(bare(callee.object)))
      toFunction(bare(callee.object)!, call, null, []);
  }

  function inObject(object: Node, call: Call, inside: Fn | null, index: number, depth: number): void {
    for (const one of object.properties ?? []) {
      if (one.type !== 'Property') continue;
      const value = bare(one.value as Node);
      const key = keyName(one) ?? '';
      if (!value) continue;
      if (value.type === 'ObjectExpression' && depth < 2) inObject(value, call, inside, index, depth + 1);
      else if (
        isFunction(value) ||
        (/^(success|fail|complete|callback|cb|confirm|cancel|ok|onOk|done|then)$/i.test(key) &&
          (value.type === 'Identifier' || value.type === 'MemberExpression' || value.type === 'CallExpression'))
      )
        toFunction(value, call, key, inside ? guardsWithin(inside, index, key) : []);
    }
  }

  function toFunction(node: Node, call: Call, via: string | null, within: readonly Guard[]): void {
    const fn = isFunction(node) ? call.fn.script.byNode.get(node) : undefined;
    const found = fn ?? functionOf(resolver.value(node, call.fn));
    if (found)
      add({ from: call.fn, to: found, guards: within.length > 0 ? [...call.guards, ...within] : call.guards, via: via ?? 'handed', call });
  }

  /** Conditions inside `inside` under which it runs what was handed to it. */
  function guardsWithin(inside: Fn, index: number, property: string | null): readonly Guard[] {
    const param = inside.node?.params?.[index];
    const names: string[] = [];
    for (const binding of inside.bindings.values()) {
      if (binding.kind !== 'param' || binding.param !== index) continue;
      if (property === null || binding.path[0] === property || binding.path.length === 0) names.push(binding.name);
    }
    if (!param || names.length === 0) return [];
    const runs = inside.calls.filter((one) => {
      const path = pathOf(one.callee) ?? '';
      return names.some((name) => path === name || path === `${name}.${property}` || path === `${name}.call` || path === `${name}.apply`);
    });
    return runs.length === 1 ? runs[0]!.guards : [];
  }
}

const viaOf = (name: string, property: string | null): string | null =>
  property ?? (/^(setTimeout|setInterval|then|catch|finally|nextTick|forEach|map)$/.test(name) ? name : null);
const functionOf = (value: Value): Fn | undefined => (value.k === 'fn' ? value.fn : undefined);

function pathText(node: Node | null | undefined): string {
  const at = bare(node);
  if (!at) return '';
  if (at.type === 'CallExpression') return `${pathText(at.callee)}()`;
  if (at.type === 'MemberExpression') return `${pathText(at.object)}.${memberName(at) ?? '[]'}`;
  return at.type === 'ThisExpression' ? 'this' : (nameOf(at) ?? '');
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
