import type { MiniPlatform } from '../program.ts';
import { bare, type Node, pathOf } from './ast.ts';
import type { Fn, Guard } from './script.ts';

/** `switch (ctx.prev = ctx.next)` and `switch (_a.label)`: what compilers make of `async` functions. */
export function isStateMachine(node: Node): boolean {
  const on = bare(node.discriminant);
  if (on?.type === 'AssignmentExpression') return /\.(next)$/.test(pathOf(on.right) ?? '');
  return /\.label$/.test(pathOf(on) ?? '');
}

/**
 * Walks the cases in order and carries conditions over `await`: `if (x) { next = 5; break }` with an abrupt end behind it
 * means that case 5 runs only when x held.
 */
export function walkStateMachine(
  node: Node,
  guards: readonly Guard[],
  fn: Fn,
  statements: (list: readonly Node[], guards: readonly Guard[]) => void,
  _platform: MiniPlatform,
): void {
  const coming = new Map<unknown, (readonly Guard[])[]>();
  const jump = (to: unknown, with_: readonly Guard[]): void => {
    if (to === undefined) return;
    const known = coming.get(to);
    if (known) known.push(with_);
    else coming.set(to, [with_]);
  };
  let current: readonly Guard[] | null = guards;
  for (const one of node.cases ?? []) {
    const label = bare(one.test)?.value;
    const sources: (readonly Guard[])[] = [...(coming.get(label) ?? []), ...(current ? [current] : [])];
    current = sources.length === 0 ? guards : common(sources);
    let next: unknown;
    const plain: Node[] = [];
    for (const line of (one.consequent as Node[]) ?? []) {
      if (current === null) break;
      if (line.type === 'IfStatement') {
        statements(plain.splice(0), current);
        const branch = jumpOf(line.consequent as Node);
        statements([line], current);
        const test = line.test as Node;
        if (branch.kind === 'jump') jump(branch.to, [...current, { test, holds: true, fn }]);
        if (branch.kind !== 'none') current = [...current, { test, holds: false, fn }];
        continue;
      }
      plain.push(line);
      const away = jumpOf(line);
      if (away.kind === 'set') next = away.to;
      if (away.kind === 'jump') {
        jump(away.to ?? next, current);
        statements(plain.splice(0), current);
        current = null;
      } else if (away.kind === 'resume') {
        statements(plain.splice(0), current);
        if (next !== undefined) {
          jump(next, current);
          current = null;
        }
        break;
      } else if (away.kind === 'stop') {
        statements(plain.splice(0), current);
        current = null;
      }
    }
    if (current) statements(plain, current);
  }
}

type Jump = { readonly kind: 'none' | 'stop' | 'resume' } | { readonly kind: 'jump' | 'set'; readonly to: unknown };

function jumpOf(node: Node): Jump {
  if (node.type === 'BlockStatement') {
    let next: unknown;
    for (const one of node.body as Node[]) {
      const found = jumpOf(one);
      if (found.kind === 'set') next = found.to;
      else if (found.kind === 'jump') return { kind: 'jump', to: found.to ?? next };
      else if (found.kind !== 'none') return found;
    }
    return { kind: 'none' };
  }
  if (node.type === 'BreakStatement') return { kind: 'jump', to: undefined };
  if (node.type === 'ThrowStatement') return { kind: 'stop' };
  if (node.type === 'ExpressionStatement') {
    const inner = bare(node.expression as Node);
    if (inner?.type === 'AssignmentExpression' && /\.next$/.test(pathOf(inner.left) ?? ''))
      return { kind: 'set', to: bare(inner.right)?.value };
    return { kind: 'none' };
  }
  if (node.type !== 'ReturnStatement') return { kind: 'none' };
  const value = node.argument ?? undefined;
  if (value?.type === 'CallExpression' && /\.(abrupt|stop)$/.test(pathOf(value.callee) ?? '')) return { kind: 'stop' };
  if (value?.type === 'ArrayExpression') {
    const code = bare(value.elements?.[0])?.value;
    if (code === 3) return { kind: 'jump', to: bare(value.elements?.[1])?.value };
    return { kind: code === 4 ? 'resume' : 'stop' };
  }
  return { kind: value ? 'resume' : 'stop' };
}

function common(sources: readonly (readonly Guard[])[]): readonly Guard[] {
  const [first, ...rest] = sources;
  return (first ?? []).filter((one) => rest.every((other) => other.some((x) => x.test === one.test && x.holds === one.holds)));
}
