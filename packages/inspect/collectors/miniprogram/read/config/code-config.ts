import { parse } from '@babel/parser';
import type { Json } from './json.ts';

/** The shape of a syntax node as far as literals go: this reader looks at names only and runs nothing. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const DEEPEST = 40;
/** Nobody writes a longer configuration by hand, and Babel is slow. */
const LONGEST = 200_000;

/**
 * Reads a configuration written as code (`export default defineAppConfig({ pages: […] })`, `config = { pages: […] }`): finds the object
 * literal that has one of the wanted keys and turns it into values. What is not a literal is left out; both sides of a condition
 * count, since either may be shipped.
 */
export function parseCodeConfig(text: string, wanted: readonly string[]): Json | null {
  if (text.length > LONGEST || !wanted.some((key) => text.includes(key))) return null;
  let program: Node;
  try {
    program = parse(text, {
      sourceType: 'unambiguous',
      errorRecovery: true,
      plugins: ['typescript', 'jsx', 'decorators-legacy'],
    }).program as unknown as Node;
  } catch {
    return null;
  }
  const names = new Map<string, Node>();
  let found: Node | null = null;
  walk(program, 0, (node) => {
    if (node.type === 'VariableDeclarator') {
      const id = node['id'] as Node;
      if (id.type === 'Identifier' && node['init']) names.set(String(id['name']), node['init'] as Node);
    }
    if (!found && node.type === 'ObjectExpression' && hasKey(node, wanted)) found = node;
  });
  return found ? evaluate(found, names, 0) : null;
}

function walk(node: Node, depth: number, visit: (node: Node) => void): void {
  if (depth > 200) return;
  visit(node);
  for (const key in node) {
    const child = node[key];
    if (Array.isArray(child)) {
      for (const item of child) if (isNode(item)) walk(item, depth + 1, visit);
    } else if (isNode(child)) walk(child, depth + 1, visit);
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const LISTS = new Set([
  'ArrayExpression',
  'Identifier',
  'CallExpression',
  'ConditionalExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
]);

/** `pages` is a word that other objects use too: here it must be a list. */
const hasKey = (object: Node, wanted: readonly string[]): boolean =>
  (object['properties'] as Node[]).some((property) => {
    const key = keyOf(property) ?? '';
    const value = property['value'] as Node | undefined;
    return wanted.includes(key) && (key !== 'pages' || LISTS.has(value?.type ?? ''));
  });

function keyOf(property: Node): string | null {
  if (property.type !== 'ObjectProperty' || property['computed'] === true) return null;
  const key = property['key'] as Node;
  if (key.type === 'Identifier') return String(key['name']);
  return key.type === 'StringLiteral' ? String(key['value']) : null;
}

function evaluate(node: Node, names: ReadonlyMap<string, Node>, depth: number): Json | null {
  const at = node.start;
  if (depth > DEEPEST) return null;
  const inner = (child: unknown): Json | null => (isNode(child) ? evaluate(child, names, depth + 1) : null);
  switch (node.type) {
    case 'StringLiteral':
      return { kind: 'string', at, value: String(node['value']) };
    case 'TemplateLiteral': {
      const [only, more] = node['quasis'] as { value: { cooked: string } }[];
      return only && !more ? { kind: 'string', at, value: only.value.cooked } : null;
    }
    case 'NumericLiteral':
      return { kind: 'plain', at, value: Number(node['value']) };
    case 'BooleanLiteral':
      return { kind: 'plain', at, value: node['value'] === true };
    case 'NullLiteral':
      return { kind: 'plain', at, value: null };
    case 'Identifier':
      return inner(names.get(String(node['name'])));
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return inner(node['expression']);
    case 'ConditionalExpression':
      return union(inner(node['consequent']), inner(node['alternate']));
    case 'CallExpression':
      return inner((node['arguments'] as unknown[])[0]);
    case 'ArrayExpression': {
      const items: Json[] = [];
      for (const element of node['elements'] as (Node | null)[]) {
        const value = element?.type === 'SpreadElement' ? inner(element['argument']) : inner(element);
        if (element?.type === 'SpreadElement' && value?.kind === 'array') items.push(...value.items);
        else if (value) items.push(value);
      }
      return { kind: 'array', at, items };
    }
    case 'ObjectExpression': {
      const members = new Map<string, Json>();
      for (const property of node['properties'] as Node[]) {
        if (property.type === 'SpreadElement') {
          const spread = inner(property['argument']);
          if (spread?.kind === 'object') for (const [key, value] of spread.members) members.set(key, value);
          continue;
        }
        const key = keyOf(property);
        const value = key === null ? null : inner(property['value']);
        if (key !== null && value) members.set(key, { ...value, at: property.start });
      }
      return { kind: 'object', at, members };
    }
    default:
      return null;
  }
}

function union(one: Json | null, two: Json | null): Json | null {
  if (one?.kind === 'array' && two?.kind === 'array') {
    return { kind: 'array', at: one.at, items: [...one.items, ...two.items] };
  }
  if (one?.kind === 'object' && two?.kind === 'object') {
    return { kind: 'object', at: one.at, members: new Map([...two.members, ...one.members]) };
  }
  return one ?? two;
}
