import type { TemplateAttribute, TemplateNode, TemplateText } from '../../program.ts';
import { callOf, isNode, nameOf, type Node, nodesOf, numberOf, statementsOf, stringOf } from './ast.ts';
import { type Names, objectBody, printed, skylineValue } from './skyline-expression.ts';
import type { CompiledTemplates } from './read-compiled.ts';

type Child = TemplateNode | TemplateText;

const CALL = /\b(?:batchAddCompiledTemplate|addCompiledTemplate)\s*\(/g;
const LONGEST = 4 * 1024 * 1024;
const DEEPEST = 150;

/**
 * Reads templates compiled for the newer renderer: functions that call others to define an element, a text, a choice, a loop. The names of those
 * others are parameters and differ; the shapes of the calls do not. The open-source compiler of the same maker (glass-easel) shows them.
 */
export function readSkyline(text: string, most: number): CompiledTemplates {
  const templates = new Map<string, readonly Child[]>();
  const budget = { left: most };
  let broken = 0;
  let parse = LONGEST;
  CALL.lastIndex = 0;
  for (let call = CALL.exec(text); call; call = CALL.exec(text)) {
    const begin = call.index + call[0].length - 1;
    const end = closeOf(text, begin);
    CALL.lastIndex = Math.max(end, begin + 1);
    parse -= end - begin;
    const statements = parse >= 0 ? statementsOf(text.slice(begin, end)) : null;
    if (!statements) broken += 1;
    else
      for (const statement of statements)
        findTemplates(statement, 0, (path, body) => templates.set(path, readTemplate(body, begin, budget)));
  }
  return { templates, broken, cut: budget.left <= 0 };
}

/** The end of a call's parentheses; quotes and comments are stepped over. */
function closeOf(text: string, begin: number): number {
  let depth = 0;
  for (let at = begin; at < text.length; at++) {
    const char = text[at];
    if (char === '(' || char === '{' || char === '[') depth += 1;
    else if (char === ')' || char === '}' || char === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (char === '"' || char === "'" || char === '`') {
      for (at += 1; at < text.length && text[at] !== char; at++) if (text[at] === '\\') at += 1;
    }
  }
  return text.length;
}

/** `"pages/a/a": (() => { … H[""] = … })()`, or the same assigned to `G["pages/a/a"]`. */
function findTemplates(node: unknown, depth: number, found: (path: string, body: readonly Node[]) => void): void {
  if (!isNode(node) || depth > 25) return;
  const path =
    node.type === 'Property'
      ? stringOf(node['key'])
      : node.type === 'AssignmentExpression' && isNode(node['left'])
        ? stringOf(node['left']['property'])
        : null;
  const value = node.type === 'Property' ? node['value'] : node['right'];
  if (path && isNode(value) && value.type === 'CallExpression' && isNode(value['callee'])) {
    const body = bodyOf(value['callee']);
    if (body.length > 0) {
      found(path, body);
      return;
    }
  }
  for (const key of ['body', 'expression', 'expressions', 'argument', 'arguments', 'callee', 'properties', 'value', 'right']) {
    const child = node[key];
    if (Array.isArray(child)) for (const one of child) findTemplates(one, depth + 1, found);
    else findTemplates(child, depth + 1, found);
  }
}

const bodyOf = (fn: unknown): readonly Node[] =>
  isNode(fn) && /Function/.test(fn.type) ? nodesOf((fn['body'] as Node | undefined)?.['body']) : [];

interface Scope {
  readonly base: number;
  readonly budget: { left: number };
  readonly names: Names;
  readonly functions: Map<string, Node>;
  /** Names of the functions that set a class or an attribute: `L = R.c`, `O = R.r`. */
  readonly setters: Map<string, string>;
  /** Conditions by the name that holds their number; values of template names. */
  readonly choices: Map<string, readonly { number: number; test: Node }[]>;
  readonly constants: Map<string, string>;
}

function readTemplate(body: readonly Node[], base: number, budget: { left: number }): readonly Child[] {
  const out: Child[] = [];
  for (const statement of body) {
    const assigned = statement['expression'];
    if (!isNode(assigned) || assigned.type !== 'AssignmentExpression' || !isNode(assigned['left'])) continue;
    const name = stringOf(assigned['left']['property']);
    const fn = assigned['right'];
    if (name === null || !isNode(fn)) continue;
    const nodes = readEntry(fn, base, budget);
    if (name === '') out.push(...nodes);
    else {
      const at = { start: fn.start + base, end: fn.end + base };
      out.push({ tag: 'template', attributes: new Map([['name', { value: name, ...at }]]), children: nodes, ...at });
    }
  }
  return out;
}

function readEntry(fn: Node, base: number, budget: { left: number }): readonly Child[] {
  const scope: Scope = {
    base,
    budget,
    names: { data: nameOf(nodesOf(fn['params'])[2]) ?? 'D', locals: new Map() },
    functions: new Map(),
    setters: new Map(),
    choices: new Map(),
    constants: new Map(),
  };
  let root: Node | null = null;
  for (const statement of bodyOf(fn)) {
    declare(statement, scope);
    const result = statement.type === 'ReturnStatement' ? statement['argument'] : null;
    if (!isNode(result)) continue;
    const first = nodesOf(result['properties']).find((one) => nameOf(one['key']) === 'C')?.['value'];
    root = isNode(first) && first.type !== 'Identifier' ? first : (scope.functions.get(nameOf(first) ?? '') ?? null);
  }
  return root ? define(bodyOf(root), scope, 0) : [];
}

function declare(statement: Node, scope: Scope): void {
  if (statement.type !== 'VariableDeclaration') return;
  for (const declarator of nodesOf(statement['declarations'])) {
    const name = nameOf(declarator['id']);
    const init = declarator['init'];
    if (name === null || !isNode(init)) continue;
    if (/Function/.test(init.type)) scope.functions.set(name, init);
    else if (init.type === 'MemberExpression' && isNode(init['property'])) scope.setters.set(name, nameOf(init['property']) ?? '');
  }
}

/** The children that a function defines, in order. */
function define(statements: readonly Node[], scope: Scope, depth: number): Child[] {
  if (depth > DEEPEST) return [];
  const out: Child[] = [];
  const each = (node: unknown): void => {
    if (!isNode(node) || scope.budget.left <= 0) return;
    if (node.type === 'SequenceExpression') for (const one of nodesOf(node['expressions'])) each(one);
    else if (node.type === 'AssignmentExpression') assign(node, scope);
    else if (node.type === 'ConditionalExpression' || node.type === 'LogicalExpression') out.push(...textOf(node, scope));
    else if (node.type === 'CallExpression') out.push(...called(node, scope, depth));
  };
  for (const statement of statements) {
    declare(statement, scope);
    if (statement.type === 'ExpressionStatement') each(statement['expression']);
  }
  return out;
}

/** `e = a ? 1 : b ? 2 : 0` keeps conditions, `k = "foot"` the name of a template. */
function assign(node: Node, scope: Scope): void {
  const name = nameOf(node['left']);
  if (name === null) return;
  const constant = skylineValue(isNode(node['right']) ? node['right'] : undefined, scope.names);
  const tests: { number: number; test: Node }[] = [];
  let now: unknown = node['right'];
  while (isNode(now) && now.type === 'ConditionalExpression' && tests.length < 200) {
    const number = numberOf(now['consequent']);
    if (number === null || !isNode(now['test'])) break;
    tests.push({ number, test: now['test'] });
    now = now['alternate'];
  }
  if (tests.length > 0) scope.choices.set(name, tests);
  else if (constant !== true) scope.constants.set(name, constant);
}

/** `C ? T("text") : T()`, `C || … ? T(Y(D.label)) : T()`. */
function textOf(node: Node, scope: Scope): Child[] {
  const call = callOf(node['consequent']);
  const [value] = call?.args ?? [];
  if (!call || !value) return [];
  const text = skylineValue(value, scope.names);
  scope.budget.left -= 1;
  return text === true || text.trim() === '' ? [] : [{ text, start: node.start + scope.base, end: node.end + scope.base }];
}

function called(node: Node, scope: Scope, depth: number): Child[] {
  const call = callOf(node);
  if (!call) return [];
  const [first, second, third, fourth] = call.args;
  const at = { start: node.start + scope.base, end: node.end + scope.base };
  const made = (tag: string, attributes: Map<string, TemplateAttribute>, children: readonly Child[]): Child[] => {
    scope.budget.left -= 1;
    return [{ tag, attributes, children, ...at }];
  };
  const tag = stringOf(first);
  if (tag !== null && second?.type === 'ObjectExpression') {
    const children = scope.functions.get(nameOf(fourth) ?? '') ?? fourth;
    return made(tag, attributesOf(third, scope), define(bodyOf(children), scope, depth + 1));
  }
  if (tag !== null && !second) return made('slot', new Map(tag === '' ? [] : [['name', { value: tag, ...at }]]), []);
  if (call.args.length >= 4) return looped(call.args, at, scope, depth);
  const fn = scope.functions.get(nameOf(second ?? first) ?? '');
  if (!fn) return [];
  if (!second) {
    const path = includedPath(fn);
    return path === null ? [] : made('include', new Map([['src', { value: path, ...at }]]), []);
  }
  const choice = scope.choices.get(nameOf(first) ?? '');
  if (choice) return bodyOf(fn).flatMap((statement) => (statement.type === 'IfStatement' ? branches(statement, choice, scope, depth) : []));
  const attributes = new Map<string, TemplateAttribute>([['is', { value: scope.constants.get(nameOf(first) ?? '') ?? '', ...at }]]);
  const data = dataOf(fn, scope);
  if (data !== null) attributes.set('data', { value: `{{${data}}}`, ...at });
  return made('template', attributes, []);
}

function branches(first: Node, choice: readonly { number: number; test: Node }[], scope: Scope, depth: number): Child[] {
  const out: Child[] = [];
  let now: unknown = first;
  while (isNode(now) && out.length < 500) {
    const isIf = now.type === 'IfStatement';
    const test = isIf && isNode(now['test']) ? numberOf(now['test']['right']) : null;
    const index = choice.findIndex((one) => one.number === test);
    const condition = choice[index]?.test;
    const word = !isIf ? 'wx:else' : index === 0 ? 'wx:if' : 'wx:elif';
    const at = { start: now.start + scope.base, end: now.end + scope.base };
    const value = condition ? `{{${printed(condition, scope.names, 0)}}}` : true;
    const body = isIf ? now['consequent'] : now;
    const children = define(isNode(body) ? (body.type === 'BlockStatement' ? nodesOf(body['body']) : [body]) : [], scope, depth + 1);
    out.push(...wrapped(children, new Map([[word, { value, ...at }]]), at));
    now = isIf ? now['alternate'] : null;
  }
  return out;
}

/** `F(list, key, …, function)`: the function's second and third parameters are item and index. */
function looped(args: readonly Node[], at: { start: number; end: number }, scope: Scope, depth: number): Child[] {
  const last = args.at(-1);
  const fn = scope.functions.get(nameOf(last) ?? '') ?? last;
  const parameters = nodesOf(fn?.['params']).map((one) => nameOf(one) ?? '');
  const level = scope.names.locals.size === 0 ? '' : String(depth);
  const locals = new Map([...scope.names.locals, [parameters[1] ?? '', `item${level}`], [parameters[2] ?? '', `index${level}`]]);
  const inner: Scope = { ...scope, names: { ...scope.names, locals }, functions: new Map(scope.functions) };
  const attributes = new Map<string, TemplateAttribute>([['wx:for', { value: `{{${printed(args[0], scope.names, 0)}}}`, ...at }]]);
  if (level !== '') attributes.set('wx:for-item', { value: `item${level}`, ...at });
  const key = stringOf(args[1]);
  if (key) attributes.set('wx:key', { value: key, ...at });
  return wrapped(define(bodyOf(fn), inner, depth + 1), attributes, at);
}

/** One element takes the condition or loop itself, several are held by a block. */
function wrapped(children: readonly Child[], attributes: Map<string, TemplateAttribute>, at: { start: number; end: number }): Child[] {
  const [only, more] = children;
  if (
    only &&
    !more &&
    'tag' in only &&
    ![...attributes.keys()].some((name) => only.attributes.has(name)) &&
    !only.attributes.has('wx:for')
  ) {
    return [{ ...only, attributes: new Map([...attributes, ...only.attributes]) }];
  }
  return [{ tag: 'block', attributes, children, ...at }];
}

/** What the function of an element sets on it. */
function attributesOf(fn: Node | undefined, scope: Scope): Map<string, TemplateAttribute> {
  const out = new Map<string, TemplateAttribute>();
  const locals = new Map(scope.names.locals);
  const names: Names = { ...scope.names, locals };
  for (const statement of bodyOf(fn)) {
    if (statement.type === 'VariableDeclaration') {
      for (const declarator of nodesOf(statement['declarations']))
        locals.set(nameOf(declarator['id']) ?? '', printed(declarator['init'], names, 0));
    }
    const inner = statement.type === 'IfStatement' ? statement['consequent'] : statement;
    const list = isNode(inner) && inner.type === 'BlockStatement' ? nodesOf(inner['body']) : isNode(inner) ? [inner] : [];
    for (const one of list) set(one['expression'], names, scope, out);
  }
  return out;
}

function set(node: unknown, names: Names, scope: Scope, out: Map<string, TemplateAttribute>): void {
  if (!isNode(node) || node.type !== 'CallExpression' || !isNode(node['callee'])) return;
  const callee = node['callee'];
  const setter = callee.type === 'Identifier' ? scope.setters.get(nameOf(callee) ?? '') : nameOf(callee['property']);
  const [, first, second, ...flags] = nodesOf(node['arguments']);
  const at = { start: node.start + scope.base, end: node.end + scope.base };
  const put = (name: string, value: Node | undefined): void => {
    out.set(name, { value: skylineValue(value, names), ...at });
  };
  const name = stringOf(first);
  const on = (i: number): boolean => isNode(flags[i]) && (flags[i]['value'] === true || numberOf(flags[i]['argument']) === 0);
  if (setter === 'c') put('class', first);
  else if (setter === 'y') put('style', first);
  else if (setter === 'i') put('id', first);
  else if (name === null) return;
  else if (setter === 'r' || setter === 'p') put(name, second);
  else if (setter === 'd') put(`data-${name}`, second);
  else if (setter === 'm') put(`mark:${name}`, second);
  else if (setter === 'v') put(`${on(2) ? 'capture-' : ''}${on(0) ? 'catch' : on(1) ? 'mut-bind' : 'bind'}:${name}`, second);
  else if (setter === 'wl') put(`worklet:${name}`, second);
}

/** The data handed to a template: the third argument of the call that draws it. */
function dataOf(fn: Node, scope: Scope): string | null {
  let found: Node | null = null;
  const search = (node: unknown, depth: number): void => {
    if (!isNode(node) || depth > 8 || found) return;
    const third = node.type === 'CallExpression' ? nodesOf(node['arguments'])[2] : undefined;
    if (third?.type === 'ObjectExpression') found = third;
    for (const key of ['expression', 'consequent', 'right', 'callee', 'object']) search(node[key], depth + 1);
  };
  for (const statement of bodyOf(fn)) search(statement, 0);
  return found ? objectBody(found, scope.names, 0) : null;
}

/** `var $A = G["common/foot"]` in the function of an include. */
function includedPath(fn: Node): string | null {
  for (const statement of bodyOf(fn)) {
    for (const declarator of nodesOf(statement['declarations'])) {
      const init = declarator['init'];
      const path = isNode(init) && init.type === 'MemberExpression' ? stringOf(init['property']) : null;
      if (path !== null) return `/${path}`;
    }
  }
  return null;
}
