import { type Analysis, isOwn } from '../model/analysis.ts';
import { bare, type Node, nameOf, pathOf } from '../model/ast.ts';
import type { Component } from '../model/component.ts';
import { type Attribute, type Element, everyElement, possibleTexts, wordsOf } from '../model/elements.ts';
import { dataPath } from '../model/evaluate.ts';
import { placeIn } from '../model/place.ts';
import { settingsByPath } from '../consent/state.ts';
import { AUTHORIZE_SCOPES, COMPONENTS, type ControlEntry, OPEN_TYPES } from './control-catalogue.data.ts';
import type { FoundPoint } from './found.ts';

/** Controls and components that collect by what they are: `open-type`, `camera`, a nickname input. */
export function controlPoints(analysis: Analysis): FoundPoint[] {
  const found: FoundPoint[] = [];
  for (const [owner, top] of analysis.elements) {
    const component = analysis.components.get(owner);
    for (const element of everyElement(top)) {
      const type = element.attributes.get('opentype');
      if (type) found.push(...openTypePoints(element, type, owner, component));
      if (/^(input|textarea)$/i.test(element.tag) && possibleTexts(element.attributes.get('type')).includes('nickname'))
        found.push(
          point(
            element,
            'input type=nickname',
            { pi: ['nickname-avatar'], key: 'UserInfo', status: 'live' },
            owner,
            element.attributes.get('type')!.start,
          ),
        );
      const collects =
        COMPONENTS.get(element.tag.toLowerCase()) ?? COMPONENTS.get(element.tag.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase());
      if (collects) found.push({ ...point(element, element.tag, collects, owner, element.start), scope: collects.scope });
    }
  }
  for (const script of analysis.world.parsed.values()) {
    if (!script || !isOwn(script.file)) continue;
    for (const one of script.openTypes) {
      const value = nameOf(bare(one.property.value as Node));
      for (const part of (value ?? '').split('|')) {
        const entry = OPEN_TYPES.get(part.trim().toLowerCase());
        if (!entry) continue;
        found.push({
          ...blank(`open-type=${part.trim()}`, entry, script.key),
          by: 'component',
          place: placeIn(script.file, one.property.start),
          fn: null,
          guards: one.guards,
        });
      }
    }
  }
  return found;
}

function openTypePoints(element: Element, type: Attribute, owner: string, component: Component | undefined): FoundPoint[] {
  const parts = new Set(valuesOf(type, component).flatMap((one) => one.split('|').map((part) => part.trim())));
  return [...parts].flatMap((part) => {
    const entry = OPEN_TYPES.get(part.toLowerCase());
    if (!entry) return [];
    const scope = element.attributes.get('scope');
    const asked = part.toLowerCase() === 'getauthorize' ? AUTHORIZE_SCOPES.get((possibleTexts(scope)[0] ?? '').toLowerCase()) : undefined;
    return [point(element, `open-type=${part}`, asked ? { ...entry, pi: asked } : entry, owner, type.start)];
  });
}

/** Every text an attribute can be, with names looked up in the page's data and in what the page sets. */
export function valuesOf(attribute: Attribute, component: Component | undefined): string[] {
  const direct = possibleTexts(attribute);
  if (!attribute.expression || !component) return direct;
  const more: string[] = [];
  const at = bare(attribute.expression);
  const path = pathOf(at);
  if (path !== undefined) {
    const key = dataPath(path);
    const start = nameOf(bare(component.data.get(key)?.node));
    if (start !== undefined && component.data.get(key)?.node.type !== 'Identifier') more.push(start);
    for (const one of settingsByPath(component).get(key) ?? []) more.push(...literalsOf(one.value));
    const computed = component.computed.get(key);
    for (const one of computed ? returnsOf(computed.node) : []) more.push(...literalsOf(one));
  }
  return [...direct, ...more];
}

function literalsOf(node: Node | null | undefined): string[] {
  const at = bare(node);
  if (!at) return [];
  if (at.type === 'ConditionalExpression') return [...literalsOf(at.consequent as Node), ...literalsOf(at.alternate)];
  if (at.type === 'LogicalExpression') return [...literalsOf(at.left), ...literalsOf(at.right)];
  const name = at.type === 'Identifier' ? undefined : nameOf(at);
  return name === undefined ? [] : [name];
}

function returnsOf(fn: Node | null): Node[] {
  const body = fn?.body as Node | undefined;
  if (!body) return [];
  if (body.type !== 'BlockStatement') return [body];
  const found: Node[] = [];
  const walk = (list: readonly Node[]): void => {
    for (const one of list) {
      if (one.type === 'ReturnStatement' && one.argument) found.push(one.argument);
      else if (one.type === 'BlockStatement') walk(one.body as Node[]);
      else if (one.type === 'IfStatement') walk([one.consequent as Node, ...(one.alternate ? [one.alternate] : [])]);
    }
  };
  walk(body.body as Node[]);
  return found;
}

function point(element: Element, name: string, entry: ControlEntry, owner: string, start: number): FoundPoint {
  return {
    ...blank(name, entry, owner),
    by: 'component',
    place: placeIn(element.file, start),
    element,
    label: wordsOf(element, 60),
    reason: nearWords(element),
  };
}

function blank(name: string, entry: ControlEntry, owner: string): Omit<FoundPoint, 'by' | 'place'> {
  return {
    name,
    pi: entry.pi,
    owner,
    element: null,
    fn: null,
    call: null,
    guards: [],
    label: '',
    reason: null,
    subject: 'self',
    required: 'unknown',
    status: entry.status,
    privacyKey: entry.key,
    requiredPrivateInfo: null,
    scope: null,
  };
}

/** Words in the same small group that name a purpose; null when the surroundings say nothing or are a whole page. */
export function nearWords(element: Element): string | null {
  const own = wordsOf(element, 80);
  for (let at = element.parent, level = 0; at && level < 3; at = at.parent, level += 1) {
    const words = wordsOf(at, 400).replace(own, ' ').replaceAll(/\s+/g, ' ').trim();
    if (words.length > 160) return null;
    if (words.length >= 6) return words;
  }
  return null;
}
