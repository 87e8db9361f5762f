import { bare, isFunction, memberName, type Node, pathOf } from './ast.ts';

/** The value of something that only the run decides. */
export const UNKNOWN: unique symbol = Symbol('unknown');
export type Known = unknown;

/** Gives the value of a path (`agree`, `form.agree`) or of a call; UNKNOWN when it has none. */
export interface Environment {
  readonly path: (path: string, node: Node) => Known;
  readonly call: (node: Node, depth: number) => Known;
}

const PREFIX = /^(?:this|_?this\d*|that|_that|self|_self|vm|_vm|me|ctx|page|_ctx|\$data|\$props|props|properties|unref|store)\.(?=.)/;
const INNER = /^(?:data|state|props|properties|\$data|_data|formData\.value)\.(?=.)/;

/** Path of a name in the page's data, whatever way leads there: `this.data.agree`, `that.agree`, `agree.value` are all `agree`. */
export function dataPath(path: string): string {
  let at = path;
  for (let i = 0; i < 3; i += 1) at = at.replace(PREFIX, '').replace(INNER, '');
  return at.replace(/\.value$/, '');
}

/** Works out an expression as far as the environment allows. */
export function evaluate(node: Node | null | undefined, env: Environment, depth = 0): Known {
  const at = bare(node);
  if (!at || depth > 12) return UNKNOWN;
  switch (at.type) {
    case 'Literal':
      return at.value;
    case 'TemplateLiteral':
      return at.expressions?.length === 0 ? (at.quasis?.[0]?.value as { cooked?: string }).cooked : UNKNOWN;
    case 'Identifier':
      if (at.name === 'undefined') return undefined;
      return env.path(at.name as string, at);
    case 'MemberExpression': {
      const path = pathOf(at);
      if (path !== undefined) {
        const found = env.path(path, at);
        if (found !== UNKNOWN) return found;
        if (memberName(at) === 'length') {
          const of = evaluate(at.object, env, depth + 1);
          return of === UNKNOWN ? UNKNOWN : of ? UNKNOWN : 0;
        }
      }
      return UNKNOWN;
    }
    case 'UnaryExpression': {
      const inner = evaluate(at.argument, env, depth + 1);
      if (at.operator === 'void') return undefined;
      if (inner === UNKNOWN) return UNKNOWN;
      return at.operator === '!' ? !inner : at.operator === '+' ? Number(inner) : at.operator === '-' ? -Number(inner) : UNKNOWN;
    }
    case 'LogicalExpression': {
      const left = evaluate(at.left, env, depth + 1);
      if (at.operator === '??') return left === UNKNOWN ? UNKNOWN : (left ?? evaluate(at.right, env, depth + 1));
      const right = evaluate(at.right, env, depth + 1);
      if (at.operator === '&&') {
        if (left !== UNKNOWN) return left ? right : left;
        return right !== UNKNOWN && !right ? false : UNKNOWN;
      }
      if (left !== UNKNOWN) return left ? left : right;
      return right !== UNKNOWN && right ? true : UNKNOWN;
    }
    case 'ConditionalExpression': {
      const test = evaluate(at.test, env, depth + 1);
      if (test !== UNKNOWN) return evaluate((test ? at.consequent : at.alternate) as Node, env, depth + 1);
      const first = evaluate(at.consequent as Node, env, depth + 1);
      const second = evaluate(at.alternate, env, depth + 1);
      return first !== UNKNOWN && first === second ? first : UNKNOWN;
    }
    case 'BinaryExpression':
      return compare(at.operator ?? '', evaluate(at.left, env, depth + 1), evaluate(at.right, env, depth + 1));
    case 'ArrayExpression':
      return at.elements?.length === 0 ? '' : UNKNOWN;
    case 'CallExpression': {
      const callee = bare(at.callee);
      if (callee?.type === 'Identifier' && (callee.name === 'Boolean' || callee.name === 'unref') && at.arguments?.[0]) {
        const inner = evaluate(at.arguments[0], env, depth + 1);
        return inner === UNKNOWN ? UNKNOWN : callee.name === 'Boolean' ? Boolean(inner) : inner;
      }
      if (callee?.type === 'MemberExpression' && /^(includes|some|every|find|indexOf)$/.test(memberName(callee) ?? '')) {
        const of = evaluate(callee.object, env, depth + 1);
        if (of !== UNKNOWN && !of) return memberName(callee) === 'indexOf' ? -1 : false;
      }
      return env.call(at, depth + 1);
    }
    default:
      return UNKNOWN;
  }
}

function compare(operator: string, left: Known, right: Known): Known {
  if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN;
  const a = left as never;
  const b = right as never;
  switch (operator) {
    case '===':
      // `agree === 1` asks the same of a flag as `agree === true`.
      return (
        left === right || (typeof left === 'boolean' && Number(left) === right) || (typeof right === 'boolean' && Number(right) === left)
      );
    case '==':
      return String(left) === String(right) || Number(left) === Number(right);
    case '!==':
      return !compare('===', left, right);
    case '!=':
      return !compare('==', left, right);
    case '>':
      return a > b;
    case '<':
      return a < b;
    case '>=':
      return a >= b;
    case '<=':
      return a <= b;
    default:
      return UNKNOWN;
  }
}

/** What a function gives back, when the environment decides it. Used for computed values and for `checkAgreed()`. */
export function evaluateFunction(fn: Node | null | undefined, env: Environment, depth = 0): Known {
  if (!fn || depth > 10 || !isFunction(fn)) return UNKNOWN;
  const body = fn.body as Node;
  if (body.type !== 'BlockStatement') return evaluate(body, env, depth + 1);
  const found = run(body.body as Node[], env, depth + 1);
  return found === null ? undefined : found.value;
}

type Result = { readonly value: Known } | null;

/** Null when the end is reached without an answer. An answer given on one of two possible ways is UNKNOWN, unless both agree. */
function run(list: readonly Node[], env: Environment, depth: number): Result {
  for (const [index, one] of list.entries()) {
    if (one.type === 'ReturnStatement') return { value: one.argument ? evaluate(one.argument, env, depth) : undefined };
    if (one.type === 'ThrowStatement') return { value: false };
    if (one.type === 'BlockStatement') {
      const found = run(one.body as Node[], env, depth);
      if (found) return found;
    }
    if (one.type === 'TryStatement') {
      const found = run((one.block?.body as Node[]) ?? [], env, depth);
      if (found) return found;
    }
    if (one.type !== 'IfStatement') continue;
    const test = evaluate(one.test, env, depth);
    if (test !== UNKNOWN) {
      const taken = test ? (one.consequent as Node) : one.alternate;
      const found = taken ? run(taken.type === 'BlockStatement' ? (taken.body as Node[]) : [taken], env, depth) : null;
      if (found) return found;
      continue;
    }
    const first = run(
      [one.consequent as Node].flatMap((x) => (x.type === 'BlockStatement' ? (x.body as Node[]) : [x])),
      env,
      depth,
    );
    const rest = run(one.alternate ? [one.alternate, ...list.slice(index + 1)] : list.slice(index + 1), env, depth);
    if (!first) {
      if (!rest) return null;
      return rest;
    }
    const other = rest ? rest.value : undefined;
    if (first.value !== UNKNOWN && other !== UNKNOWN && Boolean(first.value) === Boolean(other)) return { value: Boolean(other) };
    return { value: UNKNOWN };
  }
  return null;
}
