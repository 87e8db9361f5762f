import type { ProgramFile, Template, TemplateNode, TemplateText } from '../program.ts';
import { bare, type Node, nameOf } from './ast.ts';
import { mustache, parseExpression } from './expression.ts';
import type { Fn, Guard, JsxElement, Script } from './script.ts';

export interface Attribute {
  /** As written. */
  readonly name: string;
  readonly text: string | true;
  /** Tree of the value when it is an expression; null for plain text. */
  readonly expression: Node | null;
  readonly start: number;
}

/** A condition under which an element is there. */
export interface Condition {
  readonly expression: Node;
  readonly holds: boolean;
  readonly start: number;
  /** Function of the script that the expression is written in (JSX); null in a template. */
  readonly fn: Fn | null;
}

export interface HandlerRef {
  /** `tap`, `getphonenumber`, `change`: lower case, no dashes; `click` is `tap`. */
  readonly event: string;
  readonly text: string;
  readonly expression: Node | null;
  readonly start: number;
}

/** An element of a template or of JSX. */
export interface Element {
  readonly tag: string;
  /** By name in lower case without dashes, `:` and `v-bind:`: `opentype`, `checked`, `vmodel`. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly events: readonly HandlerRef[];
  readonly file: ProgramFile;
  readonly start: number;
  readonly end: number;
  readonly parent: Element | null;
  readonly children: Element[];
  readonly texts: { readonly text: string; readonly start: number }[];
  /** Words that attributes show (`placeholder`, `title`). */
  readonly shown: readonly { readonly text: string; readonly start: number }[];
  readonly conditions: readonly Condition[];
  readonly fn: Fn | null;
  /** Key of the page or component whose template it is in. */
  readonly owner: string;
  readonly compiled: boolean;
}

const EVENT = /^(?:(?:capture-)?(?:mut-)?(?:bind|catch):?|@|v-on:|on(?=[A-Z:]))([\w-]+(?::[\w-]+)?)/;
const IFS: Readonly<Record<string, 'if' | 'elif' | 'else' | 'show' | 'hidden'>> = {
  'wx:if': 'if',
  'wx:elif': 'elif',
  'wx:else': 'else',
  'a:if': 'if',
  'a:elif': 'elif',
  'a:else': 'else',
  'tt:if': 'if',
  'tt:elif': 'elif',
  'tt:else': 'else',
  's-if': 'if',
  's-elif': 'elif',
  's-else-if': 'elif',
  's-else': 'else',
  'v-if': 'if',
  'v-else-if': 'elif',
  'v-else': 'else',
  'v-show': 'show',
  'wx:show': 'show',
  hidden: 'hidden',
  ':hidden': 'hidden',
  'qq:if': 'if',
  'qq:elif': 'elif',
  'qq:else': 'else',
};

/** Name of an attribute without its binding mark, lower case, no dashes. */
export const plainName = (name: string): string =>
  name
    .replace(/^(v-bind:|:|\.)/, '')
    .replace(/\.(sync|prop|camel)$/, '')
    .replace(/^v-model(:\w+)?(\.\w+)*$/, 'vmodel')
    .replaceAll('-', '')
    .toLowerCase();

/** Elements of a template, top ones first; children hang on them. */
export function elementsOf(template: Template, owner: string): Element[] {
  const top: Element[] = [];
  walk(template.nodes, template, owner, null, [], top);
  return top;
}

function walk(
  nodes: readonly (TemplateNode | TemplateText)[],
  template: Template,
  owner: string,
  parent: Element | null,
  inherited: readonly Condition[],
  into: Element[],
): void {
  let before: Condition[] = [];
  for (const node of nodes) {
    if (!('tag' in node)) {
      parent?.texts.push({ text: visibleText(node.text), start: node.start + /^\s*/.exec(node.text)![0].length });
      continue;
    }
    const conditions = [...inherited];
    let branch = false;
    for (const [name, attribute] of node.attributes) {
      const kind = IFS[name];
      if (!kind) continue;
      const text = attribute.value === true ? '' : (mustache(attribute.value) ?? attribute.value);
      const expression = text === '' ? null : parseExpression(text);
      if (kind === 'elif' || kind === 'else') {
        conditions.push(...before.map((one) => ({ ...one, holds: !one.holds })));
        branch = true;
      }
      if (!expression) {
        if (kind === 'if') before = [];
        continue;
      }
      const condition: Condition = { expression, holds: kind !== 'hidden', start: attribute.start, fn: null };
      conditions.push(condition);
      if (kind === 'if') {
        before = [condition];
        branch = true;
      } else if (kind === 'elif') before = [...before, condition];
    }
    if (!branch) before = [];
    const element = elementOf(node, template, owner, parent, conditions);
    (parent ? parent.children : into).push(element);
    walk(node.children, template, owner, element, conditions, into);
  }
}

function elementOf(
  node: TemplateNode,
  template: Template,
  owner: string,
  parent: Element | null,
  conditions: readonly Condition[],
): Element {
  const attributes = new Map<string, Attribute>();
  const events: HandlerRef[] = [];
  for (const [name, attribute] of node.attributes) {
    const event = EVENT.exec(name);
    const value = attribute.value;
    if (event && !IFS[name]) {
      const text = value === true ? '' : (mustache(value) ?? value).trim();
      const event_ = eventName(event[1]!);
      // A name with arguments or an arrow is code; a plain name is looked up by the name alone.
      events.push({
        event: event_,
        text,
        expression: /^[\w$]+$/.test(text) || text === '' ? null : parseExpression(text),
        start: attribute.start,
      });
      continue;
    }
    const bound = /^(:|v-bind:|v-model|v-html|v-text)/.test(name);
    const inner = value === true ? null : bound ? value : mustache(value);
    const made = { name, text: value, expression: inner === null || inner === '' ? null : parseExpression(inner), start: attribute.start };
    const key = plainName(name);
    // Twice on one tag, plain and bound: the bound one says more.
    if (!attributes.has(key) || bound) attributes.set(key, made);
  }
  return {
    tag: node.tag,
    attributes,
    events,
    file: template.file,
    start: node.start,
    end: node.end,
    parent,
    children: [],
    texts: [],
    shown: shownOf(node.tag, attributes),
    conditions,
    fn: null,
    owner,
    compiled: template.compiled,
  };
}

const eventName = (name: string): string => {
  const plain = name.replaceAll(/[-:]/g, '').toLowerCase();
  return plain === 'click' || plain === 'press' || plain === 'touchstart' || plain === 'longpress' ? 'tap' : plain;
};

/** Words of a text node as a consumer sees them: of an expression only its literal words. */
function visibleText(text: string): string {
  return text
    .replaceAll(/\{\{([\s\S]*?)\}\}/g, (_whole, inner: string) =>
      [...inner.matchAll(/'([^']*)'|"([^"]*)"|`([^`$]*)`/g)].map((one) => one[1] ?? one[2] ?? one[3] ?? '').join(' '),
    )
    .replaceAll(/&nbsp;|\s+/g, ' ')
    .trim();
}

/** Elements written as JSX in a script. */
export function jsxElements(script: Script, owner: string): Element[] {
  const top: Element[] = [];
  const made = new Map<JsxElement, Element>();
  for (const one of script.jsx) {
    const parent = one.parent ? (made.get(one.parent) ?? null) : null;
    const element = ofJsx(one, script, owner, parent);
    made.set(one, element);
    if (parent) parent.children.push(element);
    else top.push(element);
  }
  return top;
}

function ofJsx(jsx: JsxElement, script: Script, owner: string, parent: Element | null): Element {
  const opening = jsx.node.openingElement;
  const attributes = new Map<string, Attribute>();
  const events: HandlerRef[] = [];
  for (const one of opening?.attributes ?? []) {
    const name = jsxName(one.name as Node | undefined);
    if (name === '') continue;
    const value = one.value as Node | null | undefined;
    const inner = value ? bare(value) : undefined;
    const event = EVENT.exec(name);
    if (event && inner) {
      events.push({ event: eventName(event[1]!), text: nameOf(inner) ?? '', expression: inner, start: one.start });
      continue;
    }
    const text = !value ? true : (nameOf(inner) ?? script.file.text.slice(value.start, value.end));
    attributes.set(plainName(name), {
      name,
      text,
      expression: inner && nameOf(inner) === undefined ? inner : inner?.type === 'Identifier' ? inner : null,
      start: one.start,
    });
  }
  const tag = jsxName(opening?.name as Node | undefined);
  const element: Element = {
    tag,
    attributes,
    events,
    file: script.file,
    start: jsx.node.start,
    end: jsx.node.end,
    parent,
    children: [],
    texts: [],
    shown: shownOf(tag, attributes),
    conditions: [
      ...(parent?.conditions ?? []),
      ...jsx.guards.map((guard: Guard) => ({ expression: guard.test, holds: guard.holds, start: guard.test.start, fn: guard.fn })),
    ],
    fn: jsx.fn,
    owner,
    compiled: false,
  };
  for (const child of jsx.node.children ?? []) collectJsxText(child, element.texts);
  return element;
}

function collectJsxText(node: Node, into: { text: string; start: number }[]): void {
  if (node.type === 'JSXText') {
    const text = String(node.value ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    if (text !== '') into.push({ text, start: node.start });
    return;
  }
  const at = bare(node);
  if (!at) return;
  if (at.type === 'Literal' && typeof at.value === 'string') into.push({ text: at.value, start: at.start });
  else if (at.type === 'ConditionalExpression') {
    collectJsxText(at.consequent as Node, into);
    if (at.alternate) collectJsxText(at.alternate, into);
  } else if (at.type === 'LogicalExpression' && at.right) collectJsxText(at.right, into);
  else if (at.type === 'TemplateLiteral')
    for (const one of at.quasis ?? []) {
      const text = String((one.value as { cooked?: string } | undefined)?.cooked ?? '').trim();
      if (text !== '') into.push({ text, start: one.start });
    }
}

const jsxName = (node: Node | undefined): string => {
  if (!node) return '';
  if (node.type === 'JSXMemberExpression') return jsxName(node.property);
  if (node.type === 'JSXNamespacedName') return jsxName(node.name as Node);
  return typeof node.name === 'string' ? node.name : '';
};

const SHOWN = ['title', 'text', 'label', 'content', 'desc', 'btntext', 'buttontext', 'confirmtext', 'placeholder', 'value'];

const NOTHING_SHOWN: Element['shown'] = [];

function shownOf(tag: string, attributes: ReadonlyMap<string, Attribute>): Element['shown'] {
  if (attributes.size === 0) return NOTHING_SHOWN;
  const found: { text: string; start: number }[] = [];
  for (const name of SHOWN) {
    const attribute = attributes.get(name);
    if (!attribute || attribute.text === true || (name === 'value' && !/button/i.test(tag))) continue;
    const text = attribute.expression ? literalWords(attribute.text) : attribute.text;
    if (/[\u4e00-\u9fff]/.test(text)) found.push({ text, start: attribute.start });
  }
  return found.length === 0 ? NOTHING_SHOWN : found;
}

/** Words of an element and everything in it, in order, cut to `most` characters. */
export function wordsOf(element: Element, most = 200): string {
  const parts: { text: string; start: number }[] = [];
  let length = 0;
  const take = (at: Element): void => {
    if (length > most) return;
    for (const one of at.texts) {
      parts.push(one);
      length += one.text.length;
    }
    for (const one of at.shown) {
      parts.push(one);
      length += one.text.length;
    }
    for (const child of at.children) take(child);
  };
  take(element);
  if (parts.length === 0) return '';
  if (parts.length === 1) return parts[0]!.text.slice(0, most);
  return parts
    .toSorted((a, b) => a.start - b.start)
    .map((one) => one.text)
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, most);
}

const literalWords = (text: string): string =>
  [...text.matchAll(/'([^']*)'|"([^"]*)"|`([^`$]*)`/g)].map((one) => one[1] ?? one[2] ?? one[3] ?? '').join(' ');

const flat = new WeakMap<readonly Element[], readonly Element[]>();

/** Every element of a tree, parents before children. Kept for lists that are asked for again. */
export function everyElement(top: readonly Element[]): readonly Element[] {
  const known = flat.get(top);
  if (known) return known;
  const found: Element[] = [];
  const walk = (list: readonly Element[]): void => {
    for (const one of list) {
      found.push(one);
      if (one.children.length > 0) walk(one.children);
    }
  };
  walk(top);
  flat.set(top, found);
  return found;
}

const said = new WeakMap<readonly Element[], string>();

/** Every text that `wordsOf` can give for an element of a tree, one a line: what is not in it is in no element. */
export function everyWord(top: readonly Element[]): string {
  const known = said.get(top);
  if (known !== undefined) return known;
  const words = everyElement(top)
    .flatMap((one) => [...one.texts, ...one.shown])
    .map(({ text }) => text)
    .join('\n');
  said.set(top, words);
  return words;
}

/** All values that an attribute can take as text: one for plain text, both branches of a condition, `''` for anything else. */
export function possibleTexts(attribute: Attribute | undefined): string[] {
  if (!attribute) return [];
  if (attribute.text === true) return ['true'];
  if (!attribute.expression) return [attribute.text.trim()];
  return [...new Set(literals(attribute.expression))];
}

function literals(node: Node): string[] {
  const at = bare(node);
  if (!at) return [];
  const name = at.type === 'Identifier' ? undefined : nameOf(at);
  if (name !== undefined) return [name];
  switch (at.type) {
    case 'ConditionalExpression':
      return [...literals(at.consequent as Node), ...literals(at.alternate as Node)];
    case 'LogicalExpression':
      return [...literals(at.left as Node), ...literals(at.right as Node)];
    case 'BinaryExpression': {
      if (at.operator !== '+') return [];
      const left = literals(at.left as Node);
      const right = literals(at.right as Node);
      return left.length > 0 && right.length > 0 ? left.flatMap((a) => right.map((b) => a + b)) : [...left, ...right];
    }
    default:
      return [];
  }
}
