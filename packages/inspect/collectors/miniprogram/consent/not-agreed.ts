import type { Analysis } from '../model/analysis.ts';
import { bare, memberName, type Node, nameOf, pathOf } from '../model/ast.ts';
import type { Component } from '../model/component.ts';
import { dataPath, type Environment, evaluate, evaluateFunction, type Known, UNKNOWN } from '../model/evaluate.ts';
import type { Fn, Guard } from '../model/script.ts';
import type { Tick } from './consent-controls.ts';
import { isAgreedName } from './words.ts';

/**
 * The world in which the consumer has not agreed: state of the page's consent controls unset, names that speak of agreement false,
 * everything else open. What comes out false in it cannot happen before agreement.
 */
export function notAgreed(ticks: readonly Tick[], component: Component | undefined, analysis: Analysis, fn: Fn | null = null): Environment {
  const unset = new Map<string, Known>();
  for (const tick of ticks) for (const [path, value] of tick.unset) unset.set(path, value);
  const busy = new Set<unknown>();
  const at = (within: Fn | null): Environment => {
    const env: Environment = {
      path: (written, node) => {
        const path = dataPath(written);
        const direct = unset.get(path) ?? unset.get(path.replace(/\.length$/, ''));
        if (direct !== undefined) return path.endsWith('.length') ? 0 : direct;
        for (const [known, value] of unset) if (path.endsWith(`.${known}`) || known.endsWith(`.${path}`)) return value;
        if (busy.has(path)) return UNKNOWN;
        busy.add(path);
        try {
          const computed = component?.computed.get(path);
          if (computed) {
            const value = evaluateFunction(computed.node, env);
            if (value !== UNKNOWN) return value;
          }
          if (isAgreedName(path) && !(within && component?.methods.has(path))) return false;
          // A local name stands for what it was given.
          if (within && node.type === 'Identifier') return local(written, within, env);
          return UNKNOWN;
        } finally {
          busy.delete(path);
        }
      },
      call: (node, depth) => {
        const callee = bare(node.callee);
        const name = callee?.type === 'MemberExpression' ? memberName(callee) : nameOf(callee);
        if (/^(getStorageSync|getItem|getCache|getStorage|get)$/.test(name ?? '')) {
          const key = nameOf(bare(node.arguments?.[0]));
          return key !== undefined && isAgreedName(key) ? '' : UNKNOWN;
        }
        if (busy.has(node) || depth > 8) return UNKNOWN;
        busy.add(node);
        try {
          const target = within
            ? analysis.resolver.value(callee, within)
            : component && name
              ? { k: 'fn' as const, fn: component.methods.get(name) }
              : undefined;
          return target?.k === 'fn' && target.fn ? evaluateFunction(target.fn.node, at(target.fn), depth + 1) : UNKNOWN;
        } finally {
          busy.delete(node);
        }
      },
    };
    return env;
  };
  const local = (name: string, within: Fn, env: Environment): Known => {
    for (let scope: Fn | null = within; scope; scope = scope.parent) {
      const binding = scope.bindings.get(name);
      if (!binding) continue;
      if (binding.kind !== 'variable' || !binding.init || binding.assigned.length > 0) return UNKNOWN;
      if (binding.path.length === 0) return evaluate(binding.init, env);
      // `const { agree } = this.data`
      const from = pathOf(binding.init);
      return from === undefined ? UNKNOWN : env.path(`${from}.${binding.path.join('.')}`, { type: 'MemberExpression', start: 0, end: 0 });
    }
    return UNKNOWN;
  };
  return at(fn);
}

export interface GateFound {
  readonly answer: 'yes' | 'unknown';
  readonly guard: Guard;
}

/** The first condition that cannot hold before agreement; null when all can. */
export function gateAmong(
  guards: readonly Guard[],
  ticks: readonly Tick[],
  component: Component | undefined,
  analysis: Analysis,
): GateFound | null {
  if (guards.length === 0) return null;
  let byTicks = kept.get(guards);
  if (!byTicks) {
    byTicks = new Map();
    kept.set(guards, byTicks);
  }
  const before = byTicks.get(ticks);
  if (before !== undefined) return before;
  const found = firstGate(guards, ticks, component, analysis);
  byTicks.set(ticks, found);
  return found;
}

const kept = new WeakMap<readonly Guard[], Map<readonly Tick[], GateFound | null>>();

function firstGate(
  guards: readonly Guard[],
  ticks: readonly Tick[],
  component: Component | undefined,
  analysis: Analysis,
): GateFound | null {
  let open: GateFound | null = null;
  for (const guard of guards) {
    const value = evaluate(guard.test, notAgreed(ticks, component, analysis, guard.fn));
    if (value !== UNKNOWN) {
      if (Boolean(value) !== guard.holds) return { answer: 'yes', guard };
    } else if (!open && mentionsAgreement(guard.test, ticks)) open = { answer: 'unknown', guard };
  }
  return open;
}

function mentionsAgreement(node: Node | null | undefined, ticks: readonly Tick[]): boolean {
  const at = bare(node);
  if (!at) return false;
  if (at.type === 'Identifier' || at.type === 'MemberExpression') {
    const path = dataPath(pathOf(at) ?? '');
    return path !== '' && (isAgreedName(path) || ticks.some((tick) => tick.state.includes(path)));
  }
  if (at.type === 'UnaryExpression') return mentionsAgreement(at.argument, ticks);
  if (at.type === 'BinaryExpression' || at.type === 'LogicalExpression')
    return mentionsAgreement(at.left, ticks) || mentionsAgreement(at.right, ticks);
  if (at.type === 'CallExpression') return /agree|privacy|protocol|consent|xieyi/i.test(pathOf(at.callee) ?? '');
  return false;
}
