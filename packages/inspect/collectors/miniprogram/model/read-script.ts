import type { MiniPlatform, ProgramFile } from '../program.ts';
import { bare, isFunction, keyName, memberName, type Node, nameOf, pathOf } from './ast.ts';
import { describes } from './describes.ts';
import { constantTest } from './constant-test.ts';
import { type Binding, type Call, type Fn, type Guard, type JsxElement, keyOf, type Script } from './script.ts';
import { isStateMachine, walkStateMachine } from './state-machine.ts';

const DESCRIBES = new Set([
  'data',
  'methods',
  'onLoad',
  'onShow',
  'onReady',
  'onLaunch',
  'lifetimes',
  'attached',
  'mounted',
  'created',
  'setup',
  'properties',
  'actions',
  'onInit',
  'didMount',
  'computed',
  'mixins',
  'behaviors',
  'pageLifetimes',
  'ready',
  'beforeMount',
  'props',
]);
const SKIP = new Set([
  'type',
  'start',
  'end',
  'loc',
  'range',
  'raw',
  'regex',
  'leadingComments',
  'trailingComments',
  'innerComments',
  'extra',
  'typeAnnotation',
  'typeParameters',
  'returnType',
  'typeArguments',
]);

interface Around {
  readonly handed: Fn['handedTo'];
  readonly home: Node | null;
  readonly key: string | null;
  readonly name: string;
}
const NOWHERE: Around = { handed: null, home: null, key: null, name: '' };

/** Turns a syntax tree into functions, calls, conditions and bindings. Dead code leaves no trace. `watched` are names worth a `Mention`. */
export function readScript(file: ProgramFile, tree: Node, platform: MiniPlatform, watched: ReadonlySet<string>): Script {
  const fns: Fn[] = [];
  const script: Script = {
    file,
    key: keyOf(file.inProgram),
    top: undefined as unknown as Fn,
    fns,
    calls: [],
    mentions: [],
    jsx: [],
    exports: new Map(),
    reExports: [],
    objects: [],
    classes: [],
    members: new Map(),
    openTypes: [],
    byNode: new Map(),
  };
  const newFn = (node: Node | null, parent: Fn | null, guards: readonly Guard[], around: Around): Fn => {
    const fn: Fn = {
      id: fns.length,
      script,
      node,
      name: around.name || around.key || (typeof node?.id?.name === 'string' ? node.id.name : ''),
      parent,
      bindings: new Map(),
      calls: [],
      writes: [],
      home: around.home,
      key: around.key,
      handedTo: around.handed,
      guards,
    };
    fns.push(fn);
    if (node) script.byNode.set(node, fn);
    if (around.home && around.key !== null) {
      const known = script.members.get(around.key);
      if (known) known.push(fn);
      else script.members.set(around.key, [fn]);
    }
    return fn;
  };
  const top = newFn(null, null, [], NOWHERE);
  (script as { top: Fn }).top = top;

  let fn = top;
  let element: JsxElement | null = null;
  let argumentOf: Call | null = null;
  let testing = false;

  const declare = (name: string, kind: Binding['kind'], init: Node | null, path: readonly string[], more: Partial<Binding> = {}): void => {
    const known = fn.bindings.get(name);
    if (known && known.kind !== 'param') {
      // `var x; … x = f()` and names used twice: every value counts.
      if (init && path.length === 0) known.assigned.push(init);
      return;
    }
    fn.bindings.set(name, { name, kind, init, path, param: -1, from: null, imported: null, fn, assigned: [], ...more });
  };
  const declarePattern = (
    pattern: Node | null | undefined,
    kind: Binding['kind'],
    init: Node | null,
    path: readonly string[],
    param: number,
  ): void => {
    if (!pattern) return;
    switch (pattern.type) {
      case 'Identifier':
        declare(pattern.name as string, kind, init, path, { param });
        return;
      case 'ObjectPattern':
        for (const one of pattern.properties ?? []) {
          if (one.type === 'RestElement') declarePattern(one.argument, kind, init, path, param);
          else declarePattern(one.value as Node, kind, init, [...path, keyName(one) ?? '?'], param);
        }
        return;
      case 'ArrayPattern':
        pattern.elements?.forEach((one, index) => declarePattern(one, kind, init, [...path, String(index)], param));
        return;
      case 'AssignmentPattern':
        declarePattern(pattern.left, kind, init ?? (path.length === 0 ? (pattern.right ?? null) : null), path, param);
        return;
      case 'RestElement':
        declarePattern(pattern.argument, kind, init, path, param);
        return;
      case 'TSParameterProperty':
        declarePattern((pattern as unknown as { parameter: Node }).parameter, kind, init, path, param);
        return;
      default:
    }
  };

  const inFunction = (node: Node, guards: readonly Guard[], around: Around): void => {
    const outer = fn;
    const outerArgument = argumentOf;
    const outerTesting = testing;
    if (node.type === 'FunctionDeclaration' && typeof node.id?.name === 'string') declare(node.id.name, 'function', node, []);
    fn = newFn(node, outer, guards, around);
    argumentOf = null;
    testing = false;
    if (node.type === 'FunctionExpression' && typeof node.id?.name === 'string') declare(node.id.name, 'function', node, []);
    node.params?.forEach((one, index) => {
      declarePattern(one, 'param', null, [], index);
      if (one.type === 'AssignmentPattern') visit(one.right, []);
    });
    const body = node.body as Node;
    if (body?.type === 'BlockStatement') statements(body.body as Node[], []);
    else visit(body, []);
    fn = outer;
    argumentOf = outerArgument;
    testing = outerTesting;
  };

  const statements = (list: readonly Node[] | undefined, guards: readonly Guard[]): void => {
    let current = guards;
    let dead = false;
    for (const one of list ?? []) {
      if (dead) {
        if (one.type === 'FunctionDeclaration') visit(one, guards);
        continue;
      }
      visit(one, current);
      if (one.type === 'IfStatement') {
        const fixed = constantTest(one.test, platform);
        const first = ends(one.consequent as Node);
        const second = ends(one.alternate);
        if (fixed === true && first) dead = true;
        else if (fixed === false && second) dead = true;
        else if (fixed === undefined && first && second) dead = true;
        else if (fixed === undefined && first) current = [...current, { test: one.test as Node, holds: false, fn }];
        else if (fixed === undefined && second) current = [...current, { test: one.test as Node, holds: true, fn }];
      } else if (ends(one)) dead = true;
    }
  };

  const visitTest = (node: Node | null | undefined, guards: readonly Guard[]): void => {
    const before = testing;
    testing = true;
    visit(node, guards);
    testing = before;
  };

  const visitCall = (node: Node, guards: readonly Guard[]): void => {
    const call: Call = {
      node,
      callee: node.callee as Node,
      args: node.arguments ?? [],
      fn,
      guards,
      isNew: node.type === 'NewExpression',
    };
    fn.calls.push(call);
    script.calls.push(call);
    const callee = bare(call.callee);
    const outer = argumentOf;
    const before = testing;
    argumentOf = null;
    testing = false;
    if (callee && isFunction(callee)) inFunction(callee, guards, { ...NOWHERE, handed: { call, index: -1, property: null } });
    else if (callee?.type === 'MemberExpression') {
      visit(callee.object, guards);
      if (callee.computed) visit(callee.property, guards);
    } else if (callee && callee.type !== 'Identifier') visit(callee, guards);
    argumentOf = call;
    call.args.forEach((arg, index) => visitArgument(arg, guards, call, index, null, 0));
    argumentOf = outer;
    testing = before;
  };

  const visitArgument = (arg: Node, guards: readonly Guard[], call: Call, index: number, property: string | null, depth: number): void => {
    const at = bare(arg);
    if (!at) return;
    if (isFunction(at)) inFunction(at, guards, { ...NOWHERE, name: property ?? '', handed: { call, index, property } });
    else if (at.type === 'ObjectExpression' && depth < 2) {
      describeObject(at, pathOf(call.callee) ?? null, guards);
      for (const one of at.properties ?? []) {
        if (one.type !== 'Property') visit(one, guards);
        else {
          const value = bare(one.value as Node);
          const key = keyName(one) ?? null;
          if (value && isFunction(value))
            inFunction(value, guards, { name: key ?? '', key, home: at, handed: { call, index, property: key } });
          else if (value?.type === 'ObjectExpression') visitArgument(value, guards, call, index, key, depth + 1);
          else visit(one.value as Node, guards);
        }
      }
    } else visit(arg, guards);
  };

  const describeObject = (node: Node, via: string | null, guards: readonly Guard[]): void => {
    for (const one of node.properties ?? []) {
      const key = one.type === 'Property' ? keyName(one) : undefined;
      if (key === 'openType' || key === 'open-type') script.openTypes.push({ property: one, object: node, fn, guards });
    }
    if (describes(via) || node.properties?.some((one) => one.type === 'Property' && DESCRIBES.has(keyName(one) ?? '')))
      script.objects.push({ node, fn, via });
  };

  const visit = (node: Node | null | undefined, guards: readonly Guard[]): void => {
    if (!node) return;
    switch (node.type) {
      case 'Program':
      case 'BlockStatement':
      case 'StaticBlock':
        statements(node.body as Node[], guards);
        return;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        inFunction(node, guards, NOWHERE);
        return;
      case 'VariableDeclaration':
        for (const one of node.declarations ?? []) {
          declarePattern(one.id, 'variable', one.init ?? null, [], -1);
          const init = bare(one.init);
          const name = nameOf(one.id) ?? '';
          if (init && isFunction(init)) inFunction(init, guards, { ...NOWHERE, name });
          else visit(one.init, guards);
        }
        return;
      case 'ClassDeclaration':
      case 'ClassExpression':
        if (typeof node.id?.name === 'string') declare(node.id.name, 'class', node, []);
        script.classes.push({ node, fn });
        visit(node.superClass, guards);
        for (const one of ((node.body as Node | undefined)?.body as Node[] | undefined) ?? []) {
          const value = bare(one.value as Node | undefined);
          if (value && isFunction(value)) inFunction(value, guards, { ...NOWHERE, home: node, key: keyName(one) ?? null });
          else if (one.type === 'StaticBlock') visit(one, guards);
          else visit(one.value as Node | undefined, guards);
        }
        return;
      case 'ImportDeclaration':
        for (const one of node.specifiers ?? []) {
          const imported =
            one.type === 'ImportSpecifier' ? (nameOf(one.imported) ?? '?') : one.type === 'ImportDefaultSpecifier' ? 'default' : '*';
          declare(nameOf(one.local) ?? '?', 'import', null, [], { from: nameOf(node.source) ?? '', imported });
        }
        return;
      case 'ExportDefaultDeclaration': {
        const value = node.declaration as Node;
        script.exports.set('default', { node: value, fn });
        visit(value, guards);
        return;
      }
      case 'ExportAllDeclaration':
        script.reExports.push(nameOf(node.source) ?? '');
        return;
      case 'ExportNamedDeclaration': {
        visit(node.declaration, guards);
        const from = nameOf(node.source);
        for (const one of node.specifiers ?? []) {
          const local = nameOf(one.local) ?? '?';
          const exported = nameOf(one.exported) ?? local;
          const inner = from === undefined ? local : `\0${exported}`;
          if (from !== undefined) declare(inner, 'import', null, [], { from, imported: local });
          script.exports.set(exported, { node: { type: 'Identifier', name: inner, start: one.start, end: one.end }, fn });
        }
        const declared = node.declaration;
        if (typeof declared?.id?.name === 'string') script.exports.set(declared.id.name, { node: { ...declared.id }, fn });
        for (const one of declared?.declarations ?? []) {
          for (const name of namesIn(one.id))
            script.exports.set(name, { node: { type: 'Identifier', name, start: one.start, end: one.end }, fn });
        }
        return;
      }
      case 'AssignmentExpression':
        visitAssignment(node, guards);
        return;
      case 'IfStatement': {
        const fixed = constantTest(node.test, platform);
        visitTest(node.test, guards);
        if (fixed !== false)
          visit(node.consequent as Node, fixed === undefined ? [...guards, { test: node.test as Node, holds: true, fn }] : guards);
        if (fixed !== true)
          visit(
            node.alternate,
            fixed === undefined && node.alternate ? [...guards, { test: node.test as Node, holds: false, fn }] : guards,
          );
        return;
      }
      case 'ConditionalExpression': {
        const fixed = constantTest(node.test, platform);
        visitTest(node.test, guards);
        if (fixed !== false) visit(node.consequent as Node, [...guards, { test: node.test as Node, holds: true, fn }]);
        if (fixed !== true) visit(node.alternate, [...guards, { test: node.test as Node, holds: false, fn }]);
        return;
      }
      case 'LogicalExpression': {
        const fixed = constantTest(node.left, platform);
        if (node.operator === '&&') visitTest(node.left, guards);
        else visit(node.left, guards);
        if (node.operator === '&&' && fixed === false) return;
        if (node.operator === '||' && fixed === true) return;
        visit(node.right, node.operator === '??' ? guards : [...guards, { test: node.left as Node, holds: node.operator === '&&', fn }]);
        return;
      }
      case 'SwitchStatement':
        visit(node.discriminant, guards);
        if (isStateMachine(node)) walkStateMachine(node, guards, fn, statementIn, platform);
        else for (const one of node.cases ?? []) statements(one.consequent as Node[], guards);
        return;
      case 'UnaryExpression':
        if (node.operator === 'typeof' || node.operator === '!') visitTest(node.argument, guards);
        else visit(node.argument, guards);
        return;
      case 'CallExpression':
      case 'NewExpression':
        visitCall(node, guards);
        return;
      case 'ObjectExpression':
        describeObject(node, null, guards);
        for (const one of node.properties ?? []) {
          const value = one.type === 'Property' ? bare(one.value as Node) : undefined;
          if (value && isFunction(value))
            inFunction(value, guards, { ...NOWHERE, home: node, key: keyName(one) ?? null, name: keyName(one) ?? '' });
          else visit(one.type === 'Property' ? (one.value as Node) : one.argument, guards);
        }
        return;
      case 'MemberExpression': {
        const name = memberName(node);
        if (name !== undefined && watched.has(name))
          script.mentions.push({ node, name, fn, guards, tested: testing && argumentOf === null, call: argumentOf });
        visit(node.object, guards);
        if (node.computed) visit(node.property, guards);
        return;
      }
      case 'Identifier':
        if (watched.has(node.name as string))
          script.mentions.push({ node, name: node.name as string, fn, guards, tested: testing && argumentOf === null, call: argumentOf });
        return;
      case 'JSXElement': {
        const outer = element;
        element = { node, fn, guards, parent: outer };
        script.jsx.push(element);
        for (const one of node.openingElement?.attributes ?? []) visit((one.value as Node | null) ?? one.argument, guards);
        for (const one of node.children ?? []) visit(one, guards);
        element = outer;
        return;
      }
      case 'Literal':
      case 'JSXText':
        return;
      default: {
        if (node.type.startsWith('TS') && !('expression' in node)) return;
        const inner = node as unknown as Record<string, unknown>;
        for (const key in inner) {
          if (SKIP.has(key)) continue;
          const value = inner[key];
          if (Array.isArray(value)) {
            for (const one of value) if (isNode(one)) visit(one, guards);
          } else if (isNode(value)) visit(value, guards);
        }
      }
    }
  };

  const statementIn = (list: readonly Node[], guards: readonly Guard[]): void => statements(list, guards);

  const visitAssignment = (node: Node, guards: readonly Guard[]): void => {
    const value = bare(node.right);
    const left = bare(node.left);
    const path = pathOf(left);
    if (left?.type === 'Identifier') {
      const name = left.name as string;
      for (let at: Fn | null = fn; at; at = at.parent) {
        const known = at.bindings.get(name);
        if (known) {
          known.assigned.push(node.right as Node);
          break;
        }
        // Hoisted `var` of a state machine may be declared behind its use: keep it with the function.
        if (!at.parent)
          at.bindings.set(name, {
            name,
            kind: 'variable',
            init: node.right as Node,
            path: [],
            param: -1,
            from: null,
            imported: null,
            fn: at,
            assigned: [],
          });
      }
    }
    if (left?.type === 'ObjectPattern' || left?.type === 'ArrayPattern') declarePattern(left, 'variable', node.right ?? null, [], -1);
    if (path !== undefined) {
      fn.writes.push({ path, value: node.right as Node, node, fn, guards });
      const exported = /^(?:module\.)?exports(?:\.(\w+))?$/.exec(path);
      if ((exported && fn === top) || (exported && isModuleWrapper(fn))) {
        if (exported[1] !== undefined) script.exports.set(exported[1], { node: node.right as Node, fn });
        else if (path === 'module.exports') script.exports.set('*', { node: node.right as Node, fn });
      }
    }
    const name = path?.split('.').at(-1) ?? '';
    const home = left?.type === 'MemberExpression' ? (left.object ?? null) : null;
    if (value && isFunction(value)) inFunction(value, guards, { ...NOWHERE, name, key: name || null, home });
    else {
      visit(node.right, guards);
      if (left?.type === 'MemberExpression') visit(left.object, guards);
    }
  };

  visit(tree, []);
  return script;
}

/** Bundles wrap modules in a function that receives `exports`; ours is usually cut out already. */
const isModuleWrapper = (fn: Fn): boolean => fn.parent?.parent === null || fn.parent === null;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function namesIn(pattern: Node | null | undefined): string[] {
  if (!pattern) return [];
  if (pattern.type === 'Identifier') return [pattern.name as string];
  if (pattern.type === 'ObjectPattern') return (pattern.properties ?? []).flatMap((one) => namesIn((one.value as Node) ?? one.argument));
  if (pattern.type === 'ArrayPattern') return (pattern.elements ?? []).flatMap((one) => namesIn(one));
  return pattern.type === 'AssignmentPattern' ? namesIn(pattern.left) : [];
}

/** Whether nothing behind this statement runs any more. */
export function ends(node: Node | null | undefined): boolean {
  if (!node) return false;
  switch (node.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'BlockStatement': {
      const list = node.body as Node[];
      return list.some((one) => ends(one));
    }
    case 'IfStatement':
      return ends(node.consequent as Node) && ends(node.alternate);
    default:
      return false;
  }
}
