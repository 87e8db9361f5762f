import { callOf, isNode, type Node, nodesOf, numberOf } from './ast.ts';

/** A table of operations: entries as they are written, references to earlier entries resolved on use. */
export type Table = readonly Node[];

const DEEPEST = 80;
/** Characters of one value, and of one text inside an expression. */
const LONGEST = 20_000;
const LONGEST_CONSTANT = 2000;
/** Operations of one value: entries refer to each other, and a made-up table could multiply without end. */
const MOST_STEPS = 1000;

interface Steps {
  left: number;
}

/** Collects the arguments of the `Z(…)` calls of a table's function, in order. */
export function tableOf(body: unknown): Table {
  const entries: Node[] = [];
  const visit = (node: unknown, depth: number): void => {
    if (!isNode(node) || depth > 12) return;
    const call = callOf(node);
    if (call?.name === 'Z') {
      const [entry] = call.args;
      if (entry) entries.push(entry);
      return;
    }
    for (const key of ['body', 'expression', 'callee', 'block', 'expressions', 'consequent']) {
      const child = node[key];
      if (Array.isArray(child)) for (const one of child) visit(one, depth + 1);
      else visit(child, depth + 1);
    }
  };
  visit(body, 0);
  return entries;
}

/**
 * Writes an entry of a table the way it stood in the template: text plain, expressions in double braces.
 * Null when the entry is missing or of a kind nobody has seen.
 */
export function valueAt(table: Table, index: number): string | null {
  const entry = resolveEntry(table, index, 0);
  if (!entry) return null;
  const kind = kindOf(entry);
  const items = elements(entry);
  const steps = { left: MOST_STEPS };
  if (kind?.code === 3) return copyOf(literal(items[1]).slice(0, LONGEST));
  if (kind?.code === 11) {
    let out = '';
    for (const given of items.slice(1)) {
      const part = resolve(table, given, index, 0) ?? undefined;
      const code = kindOf(part)?.code;
      out += code === 3 ? literal(elements(part)[1]) : `{{${expression(table, part, 0, steps)}}}`;
      if (out.length > LONGEST) break;
    }
    return copyOf(out);
  }
  return copyOf(`{{${expression(table, entry, 0, steps)}}}`);
}

/** An entry as data of a template or a list: an expression without braces. */
export function expressionAt(table: Table, index: number): string | null {
  const entry = resolveEntry(table, index, 0);
  return entry ? expression(table, entry, 0, { left: MOST_STEPS }) : null;
}

function resolveEntry(table: Table, index: number, depth: number): Node | null {
  const entry = table[index];
  return entry ? resolve(table, entry, index, depth) : null;
}

/** Follows `z[4]` and `z[4][2]` to what they mean; only entries before `limit` can be meant, so circles cannot arise. */
function resolve(table: Table, node: Node, limit: number, depth: number): Node | null {
  if (node.type !== 'MemberExpression') return node;
  if (depth > 20) return null;
  const index = numberOf(node['property']);
  const object = node['object'];
  if (index === null || index < 0 || !isNode(object)) return null;
  if (object.type === 'Identifier') {
    return index < limit ? resolveEntry(table, index, depth + 1) : null;
  }
  const holder = resolve(table, object, limit, depth + 1);
  const item = elements(holder ?? undefined)[index];
  return item ? resolve(table, item, limit, depth + 1) : null;
}

const elements = (node: Node | undefined): readonly Node[] => (node?.type === 'ArrayExpression' ? nodesOf(node['elements']) : []);

/** The operation code, which stands plain, as the variable `a` (11), or wrapped in an array together with its operator. */
function kindOf(node: Node | undefined): { code: number; operator: string | null } | null {
  const [first] = elements(node);
  if (!first) return null;
  if (first.type === 'Identifier') return { code: 11, operator: null };
  if (first.type === 'ArrayExpression') {
    const inner = elements(first);
    const code = numberOf(inner[0]) ?? (inner[0]?.type === 'Identifier' ? 11 : null);
    return code === null ? null : { code, operator: literal(inner[1]) };
  }
  const code = numberOf(first);
  return code === null ? null : { code, operator: null };
}

/** A text of its own: a slice would keep the whole compiled file in memory. */
const copyOf = (text: string): string => Buffer.from(text).toString();

function literal(node: Node | undefined): string {
  if (!node) return '';
  if (node.type === 'Literal') return String(node['value']);
  const number = numberOf(node);
  return number === null ? (node.type === 'Identifier' ? String(node['name']) : '') : String(number);
}

function constant(node: Node | undefined): string {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') {
    return `'${node['value'].slice(0, LONGEST_CONSTANT).replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  }
  return literal(node);
}

function expression(table: Table, given: Node | undefined, depth: number, steps: Steps): string {
  steps.left -= 1;
  if (!given || depth > DEEPEST || steps.left < 0) return '';
  const node = resolve(table, given, table.length, 0);
  if (!node) return '';
  if (node.type !== 'ArrayExpression') return constant(node);
  const kind = kindOf(node);
  const items = elements(node);
  const inner = (child: Node | undefined): string => expression(table, child, depth + 1, steps);
  switch (kind?.code) {
    case 1:
      return constant(items[1]);
    case 2:
      return operation(kind.operator ?? '', items.slice(1).map(inner));
    case 3:
      return constant(items[1]);
    case 4:
      return items.length > 1 ? `[${listItems(table, items[1], depth + 1, steps).join(',')}]` : '[]';
    case 5:
      return listItems(table, node, depth + 1, steps).join(',');
    case 6: {
      const [, object, key] = items;
      const name = kindOf(key)?.code === 3 ? literal(elements(key)[1]) : null;
      const of = inner(object);
      return name !== null && /^[A-Za-z_$][\w$]*$/.test(name) ? `${of}.${name}` : `${of}[${inner(key)}]`;
    }
    case 7:
      return literal(elements(items[1])[1] ?? items[1]);
    case 8:
      return `${literal(elements(items[1])[1] ?? items[1])}:${inner(items[2])}`;
    case 9:
      return [inner(items[1]), inner(items[2])].filter((one) => one !== '').join(',');
    case 10:
      return `...${inner(items[1])}`;
    case 11:
      return items.slice(1).map(inner).join('+');
    case 12:
      return `${inner(items[1])}(${listItems(table, items[2], depth + 1, steps).join(',')})`;
    default:
      return '';
  }
}

/** A list is built by appending: `[[5], rest, item]`. */
function listItems(table: Table, node: Node | undefined, depth: number, steps: Steps): string[] {
  const out: string[] = [];
  let now = node;
  for (let i = 0; now && i < 500; i++) {
    if (kindOf(now)?.code !== 5) {
      const rest = expression(table, now, depth + 1, steps);
      if (rest !== '') out.unshift(kindOf(now)?.code === 4 ? rest.slice(1, -1) : rest);
      break;
    }
    const items = elements(now);
    const item = items.length > 2 ? items[2] : items[1];
    const text = expression(table, item, depth + 1, steps);
    if (text !== '') out.unshift(text);
    now = items.length > 2 ? items[1] : undefined;
  }
  return out;
}

function operation(operator: string, given: readonly string[]): string {
  const parts = given.map((part) => part.slice(0, LONGEST));
  const [a = '', b = '', c = ''] = parts;
  if (operator === '?:') return `${a}?${b}:${c}`;
  if (parts.length === 1) return `${operator}${/[?&|=<>+*/-]/.test(a) ? `(${a})` : a}`;
  return `${a}${operator}${/[?&|]/.test(b) ? `(${b})` : b}`;
}
