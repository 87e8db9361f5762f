import { parse } from 'meriyah';

/** A syntax node as meriyah makes it, seen through the few properties that this reader uses. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Offsets alone: the pair of them as an array on every node costs a third of the memory. */
const OFFSETS = { start: true, end: true, range: false };

/** The statements of a script, or null when it does not parse. */
export function statementsOf(text: string): readonly Node[] | null {
  try {
    const tree = parse(text, { ranges: OFFSETS, webcompat: true, validateRegex: false });
    return tree.body as unknown as readonly Node[];
  } catch {
    return null;
  }
}

const NONE: readonly Node[] = [];

/** The nodes in a list. What is left out in a list (`[a,,b]`) is null in the tree; no compiler writes that, so the copy is rare. */
export const nodesOf = (value: unknown): readonly Node[] => {
  if (!Array.isArray(value)) return NONE;
  const list: readonly unknown[] = value;
  return list.includes(null) ? list.filter(isNode) : (list as readonly Node[]);
};

/** The name of an identifier, or null. */
export const nameOf = (node: unknown): string | null => (isNode(node) && node.type === 'Identifier' ? String(node['name']) : null);

/** A call's function name and arguments; null when it is no call of a plain name. */
export function callOf(node: unknown): { name: string; args: readonly Node[]; node: Node } | null {
  if (!isNode(node) || node.type !== 'CallExpression') return null;
  const name = nameOf(node['callee']);
  return name === null ? null : { name, args: nodesOf(node['arguments']), node };
}

/** A string literal, or null. */
export const stringOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null;

/** A number written as a literal, with a sign, or as a sum of such; null otherwise. */
export function numberOf(node: unknown): number | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal') return typeof node['value'] === 'number' ? node['value'] : null;
  if (node.type === 'UnaryExpression' && node['operator'] === '-') {
    const value = numberOf(node['argument']);
    return value === null ? null : -value;
  }
  if (node.type === 'BinaryExpression' && node['operator'] === '+') {
    const left = numberOf(node['left']);
    const right = numberOf(node['right']);
    return left === null || right === null ? null : left + right;
  }
  return null;
}

/** `object[index]` or `object.name` with the object a plain name. */
export function memberOf(node: unknown): { object: string; key: Node; computed: boolean } | null {
  if (!isNode(node) || node.type !== 'MemberExpression') return null;
  const object = nameOf(node['object']);
  const key = node['property'];
  return object === null || !isNode(key) ? null : { object, key, computed: node['computed'] === true };
}
