import { isNode, nameOf, type Node, nodesOf, stringOf } from './ast.ts';

/** What names mean inside a template function: the data, its items, values kept in a local name. */
export interface Names {
  /** Name of the parameter that holds the data. */
  readonly data: string;
  readonly locals: ReadonlyMap<string, string>;
}

const DEEPEST = 60;
const LONGEST = 20_000;

/** Helpers that only guard against missing values. */
const GUARDS = new Set(['X', 'Y', 'P']);

/** A value as it stood in the template: text plain, expressions in double braces, true for a bare attribute. */
export function skylineValue(node: Node | undefined, names: Names): string | true {
  if (!node) return true;
  if (node.type === 'Literal' && node['value'] === true) return true;
  const text = stringOf(node);
  if (text !== null) return text.slice(0, LONGEST);
  return joined(node, names, 0).slice(0, LONGEST);
}

/** Text and expressions that the compiler has put together with `+` and its text helper. */
function joined(node: Node, names: Names, depth: number): string {
  const text = stringOf(node);
  if (text !== null) return text;
  const inner = helper(node);
  if (inner && depth < DEEPEST) {
    return inner.type === 'BinaryExpression' && inner['operator'] === '+'
      ? joined(inner, names, depth + 1)
      : `{{${printed(inner, names, 0)}}}`;
  }
  const left = node['left'];
  const right = node['right'];
  if (node.type === 'BinaryExpression' && node['operator'] === '+' && isNode(left) && isNode(right) && depth < DEEPEST) {
    if (textual(left) || textual(right)) return joined(left, names, depth + 1) + joined(right, names, depth + 1);
  }
  return `{{${printed(node, names, 0)}}}`;
}

const textual = (node: Node): boolean =>
  stringOf(node) !== null || helper(node) !== null || (node.type === 'BinaryExpression' && isNode(node['left']) && textual(node['left']));

/** What a guard is wrapped around. */
function helper(node: Node): Node | null {
  if (node.type !== 'CallExpression' || !GUARDS.has(nameOf(node['callee']) ?? '')) return null;
  return nodesOf(node['arguments'])[0] ?? null;
}

/** An expression as text, without what only the runtime needs. */
export function printed(node: unknown, names: Names, depth: number): string {
  if (!isNode(node) || depth > DEEPEST) return '';
  const inner = helper(node);
  const print = (child: unknown): string => printed(child, names, depth + 1);
  if (inner) return print(inner);
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string'
        ? `'${node['value'].slice(0, 2000).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
        : String(node['value']);
    case 'Identifier':
      return names.locals.get(String(node['name'])) ?? String(node['name']);
    case 'MemberExpression': {
      const key = node['computed'] === true ? `[${print(node['property'])}]` : `.${String((node['property'] as Node)['name'])}`;
      if (nameOf(node['object']) === names.data) return node['computed'] === true ? key : key.slice(1);
      return `${print(node['object'])}${key}`;
    }
    case 'UnaryExpression':
      return `${String(node['operator'])}${print(node['argument'])}`;
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const right =
        isNode(node['right']) && /^(?:Binary|Logical|Conditional)/.test(node['right'].type)
          ? `(${print(node['right'])})`
          : print(node['right']);
      return `${print(node['left'])}${String(node['operator'])}${right}`;
    }
    case 'ConditionalExpression':
      return `${print(node['test'])}?${print(node['consequent'])}:${print(node['alternate'])}`;
    case 'CallExpression':
      return `${print(node['callee'])}(${nodesOf(node['arguments']).map(print).join(',')})`;
    case 'ArrayExpression':
      return `[${nodesOf(node['elements']).map(print).join(',')}]`;
    case 'ObjectExpression':
      return `{${objectBody(node, names, depth + 1)}}`;
    default:
      return '';
  }
}

/** `a:b,c:1` of an object: data of a template. */
export const objectBody = (node: Node, names: Names, depth: number): string =>
  nodesOf(node['properties'])
    .map((one) => `${nameOf(one['key']) ?? stringOf(one['key']) ?? ''}:${printed(one['value'], names, depth + 1)}`)
    .join(',');
