import { bare, keyName, memberName, type Node, nameOf, pathOf } from '../model/ast.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Component, Start } from '../model/component.ts';
import { dataPath, type Environment, evaluate, evaluateFunction, type Known, UNKNOWN } from '../model/evaluate.ts';
import { type Call, type Fn, type Guard, lookUp } from '../model/script.ts';

/** A name of the page's data set to a value. */
export interface Setting {
  readonly path: string;
  readonly value: Node;
  readonly at: Node;
  readonly fn: Fn;
  readonly guards: readonly Guard[];
}

/** Everything that a function itself sets in the page's data: `setData`, `this.x =`, `x.value =`, a React setter. */
export function settingsOf(fn: Fn): readonly Setting[] {
  return remember(ofFunction, fn, () => readSettings(fn));
}

function readSettings(fn: Fn): Setting[] {
  const found: Setting[] = [];
  for (const call of fn.calls) found.push(...settingsOfCall(call));
  for (const write of fn.writes) {
    const path = dataPath(write.path);
    if (path === '' || path === 'this' || /^(module|exports|window|global|_context|wx)\b/.test(write.path)) continue;
    found.push({ path, value: write.value, at: write.node, fn, guards: write.guards });
  }
  return found;
}

function settingsOfCall(call: Call): Setting[] {
  const callee = bare(call.callee);
  const name = callee?.type === 'MemberExpression' ? memberName(callee) : nameOf(callee);
  if (name === 'setData' || name === 'setState' || name === '$set' || name === 'assign' || name === '$patch') {
    const object = name === 'assign' || name === '$set' ? bare(call.args[1]) : bare(call.args[0]);
    if (name === '$set' && call.args[2]) {
      const key = nameOf(bare(call.args[1]));
      return key === undefined ? [] : [{ path: key, value: call.args[2], at: call.node, fn: call.fn, guards: call.guards }];
    }
    if (object?.type !== 'ObjectExpression') return [];
    return (object.properties ?? []).flatMap((one) => {
      const key = one.type === 'Property' ? (keyName(one) ?? nameOf(bare(one.key))) : undefined;
      return key === undefined || !one.value ? [] : [{ path: key, value: one.value as Node, at: one, fn: call.fn, guards: call.guards }];
    });
  }
  // `const [agree, setAgree] = useState(false)`
  if (callee?.type === 'Identifier' && /^set[A-Z]/.test(name ?? '') && call.args[0]) {
    const binding = lookUp(name!, call.fn);
    if (binding?.path[0] !== '1') return [];
    for (const other of binding.fn.bindings.values())
      if (other.init === binding.init && other.path[0] === '0')
        return [{ path: other.name, value: call.args[0], at: call.node, fn: call.fn, guards: call.guards }];
  }
  return [];
}

/** The settings of a function and of the functions written inside it. */
export function settingsWithin(fn: Fn): readonly Setting[] {
  return remember(within, fn, () => functionsWithin(fn).flatMap((one) => [...settingsOf(one)]));
}

/** A function and the functions written inside it. */
export function functionsWithin(fn: Fn): readonly Fn[] {
  return remember(inner, fn, () => fn.script.fns.filter((one) => isWithin(one, fn)));
}

const within = new WeakMap<Fn, readonly Setting[]>();
const inner = new WeakMap<Fn, readonly Fn[]>();
const byComponent = new WeakMap<Component, Map<string, Setting[]>>();
const ofFunction = new WeakMap<Fn, readonly Setting[]>();

function remember<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

export function isWithin(fn: Fn, outer: Fn): boolean {
  for (let at: Fn | null = fn; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** All settings of a component's scripts by path. */
export function settingsByPath(component: Component): ReadonlyMap<string, readonly Setting[]> {
  return remember(byComponent, component, () => readByPath(component));
}

function readByPath(component: Component): Map<string, Setting[]> {
  const byPath = new Map<string, Setting[]>();
  for (const script of component.scripts)
    for (const fn of script.fns)
      for (const one of settingsOf(fn)) {
        const known = byPath.get(one.path);
        if (known) known.push(one);
        else byPath.set(one.path, [one]);
      }
  return byPath;
}

/** What data starts with: values of `data`, computed ones worked out, UNKNOWN for what only the run decides. */
export function startEnvironment(component: Component | undefined, analysis: Analysis): Environment {
  const busy = new Set<string>();
  const env: Environment = {
    path: (path) => {
      const key = dataPath(path);
      if (!component || busy.has(key)) return UNKNOWN;
      busy.add(key);
      try {
        const start = component.data.get(key);
        if (start) return startValue(start, env, analysis);
        const computed = component.computed.get(key);
        if (computed) return evaluateFunction(computed.node, env);
        return UNKNOWN;
      } finally {
        busy.delete(key);
      }
    },
    call: () => UNKNOWN,
  };
  return env;
}

function startValue(start: Start, env: Environment, analysis: Analysis): Known {
  const at = bare(start.node);
  if (at?.type === 'ArrayExpression') return at.elements?.length === 0 ? '' : UNKNOWN;
  if (at?.type === 'ObjectExpression') return UNKNOWN;
  if (at?.type === 'Identifier') {
    const value = analysis.resolver.value(at, start.fn);
    return value.k === 'literal' ? value.value : at.name === 'undefined' ? undefined : UNKNOWN;
  }
  if (at?.type === 'CallExpression') {
    const name = (pathOf(at.callee) ?? '').split('.').at(-1) ?? '';
    return /^(ref|shallowRef)$/.test(name) ? evaluate(at.arguments?.[0], env) : UNKNOWN;
  }
  return evaluate(at, env);
}
