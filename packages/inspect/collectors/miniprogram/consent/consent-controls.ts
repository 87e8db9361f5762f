import type { Text } from '@liangjian/law';
import type { Analysis } from '../model/analysis.ts';
import { bare, type Node, pathOf } from '../model/ast.ts';
import type { Component } from '../model/component.ts';
import { type Attribute, type Element, everyElement, everyWord, wordsOf } from '../model/elements.ts';
import { dataPath, evaluate, type Known, UNKNOWN } from '../model/evaluate.ts';
import { functionsOf, inlineWrites } from '../model/handlers.ts';
import { placeIn } from '../model/place.ts';
import type { Place } from '../model/program-model.ts';
import type { Fn } from '../model/script.ts';
import { settingsWithin, startEnvironment } from './state.ts';
import { AGREE } from './words.ts';

/** A control that expresses agreement, with what the page's data looks like as long as it is not set. */
export interface Tick {
  readonly element: Element;
  readonly owner: string;
  readonly place: Place;
  readonly label: string;
  readonly state: readonly string[];
  readonly initial: 'ticked' | 'clear' | 'unknown';
  readonly initialPlace: Place | null;
  readonly initialWhy: Text;
  /** Value of every path that it decides, while not agreed. */
  readonly unset: ReadonlyMap<string, Known>;
}

const TICK_TAG = /check-?box|radio(?!-?group)|switch|^icon$|check-?(icon|button)|^(?:[\w-]*agree(?:ment)?[\w-]*)$/i;
const GROUP_TAG = /(checkbox|radio)-?group/i;
const STATE_NAMES = ['checked', 'vmodel', 'modelvalue', 'value', 'ischecked', 'active', 'selected', 'isagree', 'agree'];

/** One of the words without which nothing asks for agreement. */
const ASKS = /同意|阅读|知悉|接受|遵守|认可|勾选|知晓|agree|read|《/i;

/** Finds the tick boxes, switches and pictures of one page or component that express agreement. */
export function consentTicks(owner: string, elements: readonly Element[], analysis: Analysis): Tick[] {
  if (!ASKS.test(everyWord(elements))) return [];
  const component = analysis.components.get(owner) ?? analysis.components.get(analysis.usages.get(owner)?.[0]?.owner ?? '');
  const ticks: Tick[] = [];
  const groups = new Set<Element>();
  for (const element of everyElement(elements)) {
    if (GROUP_TAG.test(element.tag)) continue;
    const native = TICK_TAG.test(element.tag);
    if (!native && !isDrawnTick(element)) continue;
    const label = agreementWords(element, native ? 220 : 130);
    if (label === null || /我?(拒绝|不同意)/.test(wordsOf(element.parent ?? element, 60).slice(0, 20))) continue;
    const group = groupOf(element);
    if (group) {
      if (groups.has(group)) continue;
      groups.add(group);
    }
    const made = tickOf(element, group, native, label, owner, component, analysis);
    if (made && !ticks.some((one) => overlaps(one, made))) ticks.push(made);
  }
  return ticks;
}

const overlaps = (a: Tick, b: Tick): boolean =>
  (a.state.length > 0 && a.state.some((path) => b.state.includes(path)) && Math.abs(a.element.start - b.element.start) < 600) ||
  isInside(b.element, a.element);

function isInside(inner: Element, outer: Element): boolean {
  for (let at: Element | null = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** The words beside a control, when they ask for agreement; null when they do not. */
function agreementWords(element: Element, most: number): string | null {
  let at: Element | null = element;
  for (let level = 0; at && level < 4; level += 1) {
    const words = wordsOf(at, 400);
    if (words.length > 0) {
      if (words.length > most && level > 0) return null;
      if (AGREE.test(words)) return words.slice(0, 160);
      // A control with words of its own that speak of something else is about that.
      if (words.length > 14 && level > 1) return null;
    }
    at = at.parent;
  }
  return null;
}

function groupOf(element: Element): Element | null {
  for (let at = element.parent; at; at = at.parent) if (GROUP_TAG.test(at.tag)) return at;
  return null;
}

/** A picture or a box that shows one of two looks and turns when touched. */
function isDrawnTick(element: Element): boolean {
  const tap =
    element.events.find((one) => one.event === 'tap') ??
    (/^(image|icon|view|text|img|span|div|i)$/i.test(element.tag) ? element.parent?.events.find((one) => one.event === 'tap') : undefined);
  if (!tap) return false;
  // A tab or a row with words of its own is chosen, not ticked.
  const own = wordsOf(element, 60);
  if (own.length > 2 && !AGREE.test(own)) return false;
  if (lookOf(element)) return true;
  const shown = element.children.filter((child) => child.conditions.length > element.conditions.length);
  return shown.length > 0 && element.events.includes(tap) && shown.every((child) => child.texts.length === 0 || wordsOf(child).length < 4);
}

const lookOf = (element: Element): Attribute | undefined =>
  ['class', 'src', 'type', 'name', 'style', 'classname', 'color']
    .map((name) => element.attributes.get(name))
    .find((one) => one?.expression && hasChoice(one.expression));

function hasChoice(node: Node): boolean {
  const at = bare(node);
  if (!at) return false;
  if (at.type === 'ConditionalExpression') return true;
  if (at.type === 'BinaryExpression' && at.operator === '+') return hasChoice(at.left as Node) || hasChoice(at.right as Node);
  if (at.type === 'ArrayExpression') return (at.elements ?? []).some((one) => one !== null && hasChoice(one));
  if (at.type === 'TemplateLiteral') return (at.expressions ?? []).some(hasChoice);
  return at.type === 'ObjectExpression';
}

/** Paths that the outcome of an expression hangs on. */
export function pathsIn(node: Node | null | undefined, into: Set<string> = new Set()): Set<string> {
  const at = bare(node);
  if (!at) return into;
  switch (at.type) {
    case 'Identifier':
      if (at.name !== 'undefined') into.add(at.name as string);
      break;
    case 'MemberExpression': {
      const path = pathOf(at);
      if (path !== undefined) into.add(dataPath(path.replace(/\.length$/, '')));
      break;
    }
    case 'ConditionalExpression':
      pathsIn(at.test, into);
      break;
    case 'LogicalExpression':
    case 'BinaryExpression':
      pathsIn(at.left, into);
      pathsIn(at.right, into);
      break;
    case 'UnaryExpression':
      pathsIn(at.argument, into);
      break;
    case 'ObjectExpression':
      for (const one of at.properties ?? []) pathsIn(one.value as Node, into);
      break;
    case 'ArrayExpression':
      for (const one of at.elements ?? []) pathsIn(one, into);
      break;
    case 'TemplateLiteral':
      for (const one of at.expressions ?? []) pathsIn(one, into);
      break;
    case 'CallExpression':
      pathsIn(at.callee?.type === 'MemberExpression' ? at.callee.object : undefined, into);
      for (const one of at.arguments ?? []) pathsIn(one, into);
      break;
    default:
  }
  return into;
}

function tickOf(
  element: Element,
  group: Element | null,
  native: boolean,
  label: string,
  owner: string,
  component: Component | undefined,
  analysis: Analysis,
): Tick | null {
  const place = placeIn(element.file, element.start);
  const state = new Set<string>();
  const checked = native
    ? STATE_NAMES.map((name) => element.attributes.get(name)).find(
        (one) => one && (one.expression || one.name.includes('checked') || one.text === true),
      )
    : undefined;
  const model = group?.attributes.get('vmodel') ?? group?.attributes.get('value') ?? group?.attributes.get('modelvalue');
  const look = native ? undefined : (lookOf(element) ?? undefined);
  if (checked?.expression) for (const path of pathsIn(checked.expression)) state.add(dataPath(path));
  else if (look?.expression) for (const path of pathsIn(look.expression)) state.add(dataPath(path));
  if (model?.expression) for (const path of pathsIn(model.expression)) state.add(dataPath(path));
  if (!native && !look)
    for (const child of element.children)
      for (const one of child.conditions.slice(element.conditions.length))
        for (const path of pathsIn(one.expression)) state.add(dataPath(path));
  const unset = new Map<string, Known>();
  const settings = changes(element, group, native, component, analysis);
  for (const one of settings) if (one.turns) state.add(one.path);
  // A drawn tick must turn something: a picture that leads to a page also reacts to touch.
  if (!native && !settings.some((one) => one.turns)) return null;
  for (const path of state) unset.set(path, false);
  for (const one of settings) if (!unset.has(one.path) && one.unset !== UNKNOWN) unset.set(one.path, one.unset);
  const start = startOfTick(element, checked, model, look, state, component, analysis);
  return { element, owner, place, label, state: [...state], unset, ...start };
}

interface Change {
  readonly path: string;
  readonly turns: boolean;
  readonly unset: Known;
}

/** What touching the control sets. `turns`: it is the state itself (`!x`, the value of the event). */
function changes(element: Element, group: Element | null, native: boolean, component: Component | undefined, analysis: Analysis): Change[] {
  const found: Change[] = [];
  const targets: Element[] = [element, ...(group ? [group] : [])];
  if (!group) for (let at = element.parent, level = 0; at && level < 2; at = at.parent, level += 1) targets.push(at);
  for (const target of targets) {
    for (const handler of target.events) {
      if (handler.event !== 'tap' && handler.event !== 'change' && handler.event !== 'input' && !/check|agree|update/.test(handler.event))
        continue;
      for (const one of inlineWrites(handler)) found.push(changeOf(one.path, one.value, native));
      for (const fn of functionsOf(target, handler, component, analysis.resolver))
        for (const one of settingsWithin(fn)) found.push(changeOf(one.path, one.value, native, fn));
    }
    if (found.some((one) => one.turns)) break;
  }
  return found;
}

function changeOf(written: string, value: Node, native: boolean, fn?: Fn): Change {
  const path = dataPath(written);
  const at = bare(value);
  const params = new Set(fn ? [...fn.bindings.values()].filter((one) => one.kind === 'param').map((one) => one.name) : []);
  const own = (other: string): boolean => dataPath(other) === path || path.endsWith(`.${dataPath(other)}`);
  const fromEvent = (node: Node | undefined): boolean => {
    const inner = bare(node);
    if (!inner) return false;
    if (inner.type === 'CallExpression')
      return (
        fromEvent(inner.callee?.type === 'MemberExpression' ? inner.callee.object : undefined) || (inner.arguments ?? []).some(fromEvent)
      );
    if (inner.type === 'BinaryExpression' || inner.type === 'LogicalExpression') return fromEvent(inner.left) || fromEvent(inner.right);
    if (inner.type === 'ConditionalExpression') return fromEvent(inner.test ?? undefined);
    if (inner.type === 'UnaryExpression') return fromEvent(inner.argument ?? undefined);
    const text = pathOf(inner) ?? '';
    return /(^|\.)(detail|\$event|target)(\.|$)/.test(text) || params.has(text.split('.')[0] ?? '') || text === '$event';
  };
  const paths = [...pathsIn(at)];
  const flips = (at?.type === 'UnaryExpression' && at.operator === '!') || (at?.type === 'ConditionalExpression' && paths.some(own));
  const turns =
    (flips && (paths.some(own) || (paths.length > 0 && /check|agree|select|read|isRead/i.test(path)))) || (native && fromEvent(at));
  // Turned off: what is now set becomes unset, and the event brings an empty value.
  const unset = evaluate(value, {
    path: (name) => (own(name) ? true : /(^|\.)detail(\.|$)/.test(name) ? (name.endsWith('.length') ? 0 : false) : UNKNOWN),
    call: () => UNKNOWN,
  });
  return { path, turns, unset: turns ? false : unset };
}

type StartOf = Pick<Tick, 'initial' | 'initialPlace' | 'initialWhy'>;

function startOfTick(
  element: Element,
  checked: Attribute | undefined,
  model: Attribute | undefined,
  look: Attribute | undefined,
  state: ReadonlySet<string>,
  component: Component | undefined,
  analysis: Analysis,
): StartOf {
  const here = checked ? placeIn(element.file, checked.start) : null;
  if (checked && !checked.expression) {
    if (checked.text === true || checked.text === 'checked')
      return { initial: 'ticked', initialPlace: here, initialWhy: say('标签上直接写明已勾选', 'the tag itself says ticked') };
    if (checked.text === 'true')
      return { initial: 'ticked', initialPlace: here, initialWhy: say('标签上直接写明已勾选', 'the tag itself says ticked') };
  }
  const env = startEnvironment(component, analysis);
  const expression = checked?.expression ?? look?.expression ?? null;
  let value: Known = UNKNOWN;
  if (checked?.expression) value = evaluate(checked.expression, env);
  else if (model?.expression) value = evaluate(model.expression, env);
  const first = [...state].find((path) => component?.data.has(path)) ?? [...state][0];
  if (value === UNKNOWN && first !== undefined)
    value = env.path(first, element.attributes.values().next().value?.expression ?? ({ type: 'Identifier', start: 0, end: 0 } as Node));
  const start = first === undefined ? undefined : component?.data.get(first);
  const startPlace = start ? placeIn(start.fn.script.file, start.node.start) : null;
  const atLoad = first === undefined || !component ? null : tickedAtLoad(component, state, analysis);
  if (atLoad)
    return {
      initial: 'ticked',
      initialPlace: atLoad,
      initialWhy: say('页面打开时由程序设为已勾选', 'the program sets it when the page opens'),
    };
  if (value !== UNKNOWN)
    return value
      ? {
          initial: 'ticked',
          initialPlace: startPlace ?? here,
          initialWhy: say(`数据 ${first ?? ''} 的初始值为已勾选`, `data ${first ?? ''} starts as ticked`),
        }
      : {
          initial: 'clear',
          initialPlace: startPlace ?? here,
          initialWhy: say(`数据 ${first ?? ''} 的初始值为未勾选`, `data ${first ?? ''} starts as not ticked`),
        };
  if (start) {
    const node = bare(start.node);
    if (node?.type === 'ArrayExpression' && (node.elements?.length ?? 0) > 0)
      return {
        initial: 'ticked',
        initialPlace: startPlace,
        initialWhy: say(`数据 ${first} 的初始值包含选项`, `data ${first} starts with an option in it`),
      };
    return {
      initial: 'unknown',
      initialPlace: startPlace,
      initialWhy: say(
        `数据 ${first} 的初始值要运行时才知道，可能取自上次的选择`,
        `data ${first} is only known at run time, perhaps from an earlier choice`,
      ),
    };
  }
  if (checked && checked.text === '')
    return {
      initial: 'unknown',
      initialPlace: here,
      initialWhy: say('checked 属性为空，无法判断', 'the attribute `checked` is empty and decides nothing'),
    };
  if (
    component &&
    component.scripts.length > 0 &&
    (first !== undefined ? expression !== null || model !== undefined || !element.attributes.has('checked') : !checked)
  )
    return {
      initial: 'clear',
      initialPlace: null,
      initialWhy: say('没有写初始值，默认未勾选', 'no start value is written, so it starts as not ticked'),
    };
  return { initial: 'unknown', initialPlace: here, initialWhy: say('无法判断初始值', 'the start value cannot be decided') };
}

/** Set to a plain true by the page itself as it opens, under no condition. */
function tickedAtLoad(component: Component, state: ReadonlySet<string>, analysis: Analysis): Place | null {
  for (const root of component.roots) {
    if (root.trigger !== 'load' && root.trigger !== 'show' && root.trigger !== 'ready') continue;
    if (root.fn.node === null || root.name === 'setup') continue;
    for (const one of settingsWithin(root.fn)) {
      if (!state.has(dataPath(one.path)) || one.guards.length > 0 || one.fn !== root.fn) continue;
      const value = evaluate(one.value, { path: () => UNKNOWN, call: () => UNKNOWN });
      if (value === true) return placeIn(one.fn.script.file, one.at.start);
    }
  }
  void analysis;
  return null;
}

const say = (zh: string, en: string): Text => ({ zh, en });
