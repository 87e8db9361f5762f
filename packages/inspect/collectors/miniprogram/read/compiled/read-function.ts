import type { TemplateAttribute, TemplateNode, TemplateText } from '../../program.ts';
import { callOf, isNode, memberOf, nameOf, type Node, nodesOf, numberOf, stringOf } from './ast.ts';
import { sourceName } from './attribute-names.ts';
import { expressionAt, type Table, valueAt } from './operations.ts';

type Child = TemplateNode | TemplateText;

/** An element while it is built. A `virtual` one holds a place for conditions and loops and vanishes when it says nothing. */
interface Building {
  tag: string;
  virtual: boolean;
  readonly attributes: Map<string, TemplateAttribute>;
  readonly children: (Building | TemplateText)[];
  start: number;
  end: number;
}

export interface Scope {
  readonly tables: ReadonlyMap<string, Table>;
  /** Table of the older compilers: one for the whole program. */
  readonly shared: Table | null;
  /** File names by number. */
  readonly names: readonly string[];
  /** Offset of the parsed text in the file. */
  readonly base: number;
  readonly budget: { left: number };
}

type Value = Building | TemplateText | { readonly function: Node } | { readonly template: string | null };

interface Frame {
  readonly values: Map<string, Value>;
  table: Table | null;
  /** Appends to this holder go to that element instead: the branch of a condition. */
  redirect: { from: Building; to: Building } | null;
}

const DEEPEST = 200;

/** Rebuilds the elements that a compiled template function makes; the function is read, never run. */
export function readFunction(fn: Node, scope: Scope): readonly Child[] {
  const root = holder(fn, scope);
  const frame: Frame = { values: new Map(), table: scope.shared, redirect: null };
  const result = nodesOf(fn['params'])[2];
  const name = nameOf(result);
  if (name !== null) frame.values.set(name, root);
  run(nodesOf((fn['body'] as Node | undefined)?.['body']), frame, scope, 0);
  return finish(root);
}

const holder = (node: Node, scope: Scope): Building => ({
  tag: 'block',
  virtual: true,
  attributes: new Map(),
  children: [],
  start: node.start + scope.base,
  end: node.end + scope.base,
});

function run(statements: readonly Node[], frame: Frame, scope: Scope, depth: number): void {
  if (depth > DEEPEST) return;
  for (const statement of statements) {
    if (scope.budget.left <= 0) return;
    if (statement.type === 'VariableDeclaration') {
      for (const declarator of nodesOf(statement['declarations'])) declare(declarator, frame, scope);
    } else if (statement.type === 'ExpressionStatement') {
      act(statement['expression'], frame, scope, depth);
    } else if (statement.type === 'IfStatement') branch(statement, frame, scope, depth);
    else if (statement.type === 'TryStatement') run(nodesOf((statement['block'] as Node)['body']), frame, scope, depth + 1);
    else if (statement.type === 'BlockStatement') run(nodesOf(statement['body']), frame, scope, depth + 1);
  }
}

function declare(declarator: Node, frame: Frame, scope: Scope): void {
  const name = nameOf(declarator['id']);
  const given = declarator['init'];
  // Data of a template: `_1z(…) || {}`.
  const init = isNode(given) && given.type === 'LogicalExpression' ? given['left'] : given;
  if (name === null || !isNode(init)) return;
  if (init.type === 'FunctionExpression') {
    frame.values.set(name, { function: init });
    return;
  }
  const call = callOf(init);
  if (!call) return;
  const table = scope.tables.get(call.name);
  if (table) frame.table = table;
  else {
    const value = make(call.name, call.args, init, frame, scope);
    if (value) frame.values.set(name, value);
  }
}

/** Calls that make something: `_n(tag)`, `_m(tag, pairs)`, `_v()`, `_o(n)` and, with a table before, `_mz`, `_oz`; `_gd` finds a template. */
function make(name: string, args: readonly Node[], node: Node, frame: Frame, scope: Scope): Value | null {
  switch (name) {
    case '_v':
      return holder(node, scope);
    case '_n':
      return element(stringOf(args[0]), node, scope);
    case '_m':
    case '_mz': {
      const own = name === '_m' ? args : args.slice(1);
      const made = element(stringOf(own[0]), node, scope);
      if (made) pairs(made, own[1], frame, scope);
      return made;
    }
    case '_o':
    case '_oz':
    case '_1':
    case '_1z': {
      const index = numberOf(args[name.endsWith('z') ? 1 : 0]);
      const text = index === null || !frame.table ? null : valueAt(frame.table, index);
      return text === null ? null : { text, start: node.start + scope.base, end: node.end + scope.base };
    }
    case '_gd': {
      const of = frame.values.get(nameOf(args[1]) ?? '');
      return { template: of && 'text' in of ? of.text : null };
    }
    default:
      return null;
  }
}

function element(tag: string | null, node: Node, scope: Scope): Building | null {
  if (tag === null) return null;
  scope.budget.left -= 1;
  return { tag, virtual: false, attributes: new Map(), children: [], start: node.start + scope.base, end: node.end + scope.base };
}

/** Pairs of name and number: the first number that is not zero is a base to which the later ones add; below zero the attribute is bare. */
function pairs(made: Building, list: Node | undefined, frame: Frame, scope: Scope): void {
  const items = nodesOf(list?.['elements']);
  let base = 0;
  for (let i = 0; i + 1 < items.length; i += 2) {
    const name = stringOf(items[i]);
    const number = numberOf(items[i + 1]);
    if (name === null || number === null) continue;
    const index = base + number;
    if (index < 0) setAttribute(made, name, true, items[i], items[i + 1], scope);
    else {
      const value = frame.table ? valueAt(frame.table, index) : null;
      if (value !== null) setAttribute(made, name, value, items[i], items[i + 1], scope);
      if (base === 0) base = number;
    }
  }
}

function setAttribute(
  made: Building,
  name: string,
  value: string | true,
  from: Node | undefined,
  to: Node | undefined,
  scope: Scope,
): void {
  const start = (from?.start ?? 0) + scope.base;
  made.attributes.set(sourceName(name), { value, start, end: (to?.end ?? from?.end ?? 0) + scope.base });
}

function act(node: unknown, frame: Frame, scope: Scope, depth: number): void {
  if (isNode(node) && node.type === 'SequenceExpression') {
    for (const one of nodesOf(node['expressions'])) act(one, frame, scope, depth);
    return;
  }
  const call = callOf(node);
  if (!call) return;
  const { name, args } = call;
  if (name === '_') append(frame, args[0], args[1], scope);
  else if (name === '_r' || name === '_rz') {
    const own = name === '_r' ? args : args.slice(1);
    const made = frame.values.get(nameOf(own[0]) ?? '');
    const attribute = stringOf(own[1]);
    const index = numberOf(own[2]);
    if (!made || !('children' in made) || attribute === null || index === null || !frame.table) return;
    const value = valueAt(frame.table, index);
    if (value !== null) setAttribute(made, attribute, value, own[1], own[2], scope);
  } else if (name === '_2' || name === '_2z') loop(name === '_2' ? args : args.slice(1), call.node, frame, scope, depth);
  else if (name === '_ic') {
    const into = frame.values.get(nameOf(args[5]) ?? '');
    const made = element('include', call.node, scope);
    if (!made || !into || !('children' in into)) return;
    setAttribute(made, 'src', pathOf(args[0], scope) ?? '', args[0], args[0], scope);
    target(frame, into).children.push(made);
  } else {
    // A template that was found is called with its data, and the place where it appears.
    const used = frame.values.get(name);
    const into = frame.values.get(nameOf(args[2]) ?? '');
    if (!used || !('template' in used) || !into || !('children' in into)) return;
    const made = element('template', call.node, scope);
    if (!made) return;
    setAttribute(made, 'is', used.template ?? '', call.node, call.node, scope);
    const data = frame.values.get(nameOf(args[0]) ?? '');
    if (data && 'text' in data) setAttribute(made, 'data', data.text, call.node, call.node, scope);
    target(frame, into).children.push(made);
  }
}

function append(frame: Frame, into: Node | undefined, what: Node | undefined, scope: Scope): void {
  const parent = frame.values.get(nameOf(into) ?? '');
  if (!parent || !('children' in parent)) return;
  const direct = callOf(what);
  const child = direct ? make(direct.name, direct.args, direct.node, frame, scope) : frame.values.get(nameOf(what) ?? '');
  if (!child || !('children' in child || 'text' in child) || child === parent) return;
  target(frame, parent).children.push(child);
}

const target = (frame: Frame, parent: Building): Building => (frame.redirect?.from === parent ? frame.redirect.to : parent);

/** `if (_oz(…)) { V.wxVkey = 1; … _(V, x) }`: what is appended to V in a branch carries the condition. */
function branch(statement: Node, frame: Frame, scope: Scope, depth: number): void {
  const body = bodyOf(statement['consequent']);
  const index = conditionIndex(statement['test']);
  if (index === null) {
    // Guards of templates and recursion: both sides are what may appear.
    run(body, frame, scope, depth + 1);
    return;
  }
  let word = 'wx:if';
  let now: Node | null = statement;
  while (now) {
    const test = conditionIndex(now['test']);
    const value = test === null || !frame.table ? null : valueAt(frame.table, test);
    inBranch(bodyOf(now['consequent']), word, value, now['test'] as Node, frame, scope, depth);
    word = 'wx:elif';
    const other: unknown = now['alternate'];
    if (isNode(other) && other.type !== 'IfStatement') {
      inBranch(bodyOf(other), 'wx:else', null, other, frame, scope, depth);
      return;
    }
    now = isNode(other) ? other : null;
  }
}

const bodyOf = (node: unknown): readonly Node[] => (isNode(node) ? (node.type === 'BlockStatement' ? nodesOf(node['body']) : [node]) : []);

function conditionIndex(test: unknown): number | null {
  const call = callOf(test);
  if (call?.name === '_o') return numberOf(call.args[0]);
  return call?.name === '_oz' ? numberOf(call.args[1]) : null;
}

function inBranch(body: readonly Node[], word: string, value: string | null, at: Node, frame: Frame, scope: Scope, depth: number): void {
  const from = body.map((one) => keyedHolder(one, frame)).find((one) => one !== null) ?? null;
  if (!from) {
    run(body, frame, scope, depth + 1);
    return;
  }
  const to: Building = { ...holder(at, scope), attributes: new Map(), children: [] };
  to.attributes.set(word, { value: value ?? true, start: at.start + scope.base, end: at.end + scope.base });
  const before = frame.redirect;
  frame.redirect = { from, to };
  run(body, frame, scope, depth + 1);
  frame.redirect = before;
  target(frame, from).children.push(to);
}

/** The holder in `V.wxVkey = n`. */
function keyedHolder(statement: Node, frame: Frame): Building | null {
  const expression = statement['expression'];
  if (!isNode(expression) || expression.type !== 'AssignmentExpression') return null;
  const left = memberOf(expression['left']);
  if (!left || nameOf(left.key) !== 'wxVkey') return null;
  const value = frame.values.get(left.object);
  return value && 'children' in value ? value : null;
}

/** `_2(list, function, scope…, father, item, index, key)`: the function's third parameter is the father. */
function loop(args: readonly Node[], node: Node, frame: Frame, scope: Scope, depth: number): void {
  const index = numberOf(args[0]);
  const fn = args[1]?.type === 'FunctionExpression' ? { function: args[1] } : frame.values.get(nameOf(args[1]) ?? '');
  const father = frame.values.get(nameOf(args[5]) ?? '');
  if (!fn || !('function' in fn) || !father || !('children' in father)) return;
  const list = index === null || !frame.table ? null : expressionAt(frame.table, index);
  const set = (name: string, value: string): void => {
    father.attributes.set(name, { value, start: node.start + scope.base, end: node.end + scope.base });
  };
  set('wx:for', `{{${list ?? ''}}}`);
  const [item, position, key] = [6, 7, 8].map((i) => stringOf(args[i]) ?? '');
  if (item && item !== 'item') set('wx:for-item', item);
  if (position && position !== 'index') set('wx:for-index', position);
  if (key) set('wx:key', key);
  const inner: Frame = { values: new Map(frame.values), table: frame.table, redirect: null };
  const name = nameOf(nodesOf(fn.function['params'])[2]);
  if (name !== null) inner.values.set(name, father);
  run(nodesOf((fn.function['body'] as Node | undefined)?.['body']), inner, scope, depth + 1);
}

const pathOf = (node: Node | undefined, scope: Scope): string | null => {
  const member = memberOf(node);
  const index = member ? numberOf(member.key) : null;
  return index === null ? stringOf(node) : (scope.names[index] ?? null);
};

/** Drops holders that say nothing; a holder with one element gives its condition or loop to it, as people write it. */
function finish(root: Building): readonly Child[] {
  const seen = new Set<Building>();
  const list = (children: Building['children'], depth: number): Child[] =>
    children.flatMap((child): Child[] => {
      if ('text' in child) return [child];
      // A damaged function may append an element to itself: each appears once.
      if (depth > DEEPEST || seen.has(child)) return [];
      seen.add(child);
      const inner = list(child.children, depth + 1);
      if (!child.virtual) return [{ ...plain(child), children: inner }];
      if (child.attributes.size === 0) return inner;
      const [only, more] = inner;
      const free = only && !more && 'tag' in only && [...child.attributes.keys()].every((name) => !only.attributes.has(name));
      if (free && !(child.attributes.has('wx:for') && only.attributes.has('wx:if'))) {
        return [{ ...only, attributes: new Map([...child.attributes, ...only.attributes]) }];
      }
      return [{ ...plain(child), children: inner }];
    });
  return list(root.children, 0);
}

const plain = ({ tag, attributes, start, end }: Building): Omit<TemplateNode, 'children'> => ({ tag, attributes, start, end });
