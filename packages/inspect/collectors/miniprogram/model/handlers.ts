import { bare, isFunction, memberName, type Node, nameOf, pathOf } from './ast.ts';
import type { Component } from './component.ts';
import type { Element, HandlerRef } from './elements.ts';
import type { Trigger } from './program-model.ts';
import type { Fn } from './script.ts';
import type { Resolver } from './values.ts';

const TYPED = new Set([
  'input',
  'change',
  'blur',
  'confirm',
  'focus',
  'columnchange',
  'keyboardheightchange',
  'select',
  'update:modelvalue',
  'modelvalue',
]);
const NATIVE_EVENTS = new Set([
  'load',
  'error',
  'updated',
  'regionchange',
  'scroll',
  'scrolltolower',
  'scrolltoupper',
  'ended',
  'play',
  'timeupdate',
  'animationend',
  'transitionend',
  'animationfinish',
  'touchmove',
  'touchend',
  'ready',
  'initdone',
  'statechange',
  'message',
]);

/** What the consumer does for this event to happen. */
export function triggerOf(element: Element, handler: HandlerRef): Trigger {
  if (handler.event === 'submit' && /form/i.test(element.tag)) return 'submit';
  if (TYPED.has(handler.event)) return 'input';
  if (NATIVE_EVENTS.has(handler.event))
    return handler.event === 'load' || handler.event === 'ready' || handler.event === 'updated' ? 'load' : 'event';
  return 'tap';
}

/** Functions that a handler in a template or in JSX means. Empty when the name leads nowhere. */
export function functionsOf(element: Element, handler: HandlerRef, component: Component | undefined, resolver: Resolver): Fn[] {
  const named = (name: string): Fn[] => {
    const found = component?.methods.get(name) ?? component?.computed.get(name);
    return found ? [found] : [];
  };
  // uni-app hands every event to one function and keeps the names beside it.
  if (handler.text === '__e') {
    const options = element.attributes.get('dataeventopts');
    const text = typeof options?.text === 'string' ? options.text : '';
    return [...new Set([...text.matchAll(/['"]\^?([\w$]+)['"]/g)].map((one) => one[1]!))].flatMap(named);
  }
  if (handler.expression === null) return named(handler.text);
  const at = bare(handler.expression);
  if (!at) return [];
  if (element.fn) {
    const found = resolver.value(at, element.fn);
    if (found.k === 'fn') return [found.fn];
  }
  const names = new Set<string>();
  collect(at, names);
  const found = [...names].flatMap(named);
  if (found.length > 0 || !component) return found;
  // `@tap="store.login()"`: a name of the script that holds an object.
  const top = component.scripts[0]?.top;
  const call = top ? firstCall(at) : undefined;
  const value = top && call ? resolver.value(call.callee, top) : undefined;
  return value?.k === 'fn' ? [value.fn] : [];
}

function firstCall(node: Node): Node | undefined {
  const at = bare(node);
  if (at?.type === 'CallExpression') return at;
  const body = at && isFunction(at) ? (at.body as Node) : undefined;
  if (body?.type === 'BlockStatement') {
    for (const one of body.body as Node[]) if (one.type === 'ExpressionStatement') return firstCall(one.expression as Node);
    return undefined;
  }
  return body ? firstCall(body) : undefined;
}

/** Names that an inline handler calls or hands on. */
function collect(node: Node | null | undefined, into: Set<string>): void {
  const at = bare(node);
  if (!at) return;
  switch (at.type) {
    case 'Identifier':
    case 'Literal': {
      const name = nameOf(at);
      if (name !== undefined && name.length > 1) into.add(name);
      return;
    }
    case 'MemberExpression': {
      const name = memberName(at);
      if (name !== undefined) into.add(name);
      return;
    }
    case 'CallExpression': {
      const callee = bare(at.callee);
      const name =
        callee?.type === 'Identifier' ? (callee.name as string) : callee?.type === 'MemberExpression' ? memberName(callee) : undefined;
      if (name === 'bind' && callee?.type === 'MemberExpression') collect(callee.object, into);
      else if (name !== undefined) into.add(name);
      for (const one of at.arguments ?? []) if (isFunction(bare(one)) || bare(one)?.type === 'CallExpression') collect(one, into);
      return;
    }
    case 'ConditionalExpression':
      collect(at.consequent as Node, into);
      collect(at.alternate, into);
      return;
    case 'LogicalExpression':
      collect(at.right, into);
      return;
    case 'ObjectExpression':
      for (const one of at.properties ?? []) collect(one.value as Node, into);
      return;
    case 'ArrowFunctionExpression':
    case 'FunctionExpression': {
      const body = at.body as Node;
      collect(body, into);
      return;
    }
    case 'BlockStatement':
    case 'Program':
      for (const one of at.body as Node[]) collect(one, into);
      return;
    case 'ExpressionStatement':
      collect(at.expression as Node, into);
      return;
    case 'IfStatement':
      collect(at.consequent as Node, into);
      collect(at.alternate, into);
      return;
    default:
  }
}

/** Data paths that an inline handler sets (`agree = !agree`), with what they are set to. */
export function inlineWrites(handler: HandlerRef): { readonly path: string; readonly value: Node }[] {
  const found: { path: string; value: Node }[] = [];
  const walk = (node: Node | null | undefined): void => {
    const at = bare(node);
    if (!at) return;
    if (at.type === 'AssignmentExpression') {
      const path = pathOf(at.left);
      if (path !== undefined && at.right) found.push({ path, value: at.right });
    } else if (at.type === 'Program' || at.type === 'BlockStatement') (at.body as Node[]).forEach(walk);
    else if (at.type === 'ExpressionStatement') walk(at.expression as Node);
    else if (isFunction(at)) walk(at.body as Node);
    else if (at.type === 'SequenceExpression') at.expressions?.forEach(walk);
  };
  walk(handler.expression);
  return found;
}
