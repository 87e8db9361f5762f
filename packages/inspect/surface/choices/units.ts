import type { Box } from '../../facts/fact.ts';
import { area, shareInside } from '../geometry/box.ts';
import type { Reader } from '../reader.ts';
import type { SurfaceNode } from '../surface.ts';
import { isAnswer } from './role.ts';
import { isTickLabel } from './tick-label.ts';

/** One thing to press inside a layer. */
export interface Unit {
  readonly node: number;
  readonly text: string;
  readonly box: Box;
}

const TYPED = new Set([
  'text',
  'tel',
  'number',
  'password',
  'email',
  'search',
  'url',
  'date',
  'checkbox',
  'radio',
  'hidden',
  'file',
  'range',
  'color',
  'time',
  'month',
]);
const ICON_SIDE = 64;
/** A layer with more things to press is a page; the rest is not read. */
const MOST = 400;

/**
 * Things to press in the subtrees `roots` of a layer, in document order: each once, at its outermost element. Boxes that merely hold
 * several of them, labels of tick boxes, fields, and grounds as large as the card are left out.
 */
export function unitsIn(reader: Reader, roots: readonly number[], without: readonly number[], card: Box): Unit[] {
  const found: Unit[] = [];
  const skip = (id: number) => without.some((outer) => reader.within(id, outer));
  for (const root of roots) {
    for (const id of [root, ...reader.descendants(root)]) {
      const node = reader.node(id);
      if (node.tag === '#text' || node.tag === '#document' || !reader.isVisible(id) || skip(id)) continue;
      if (!pressable(reader, node, card) || isField(node)) continue;
      const box = reader.boxOf(id);
      if (!box || area(box) <= 0) continue;
      if (found.length >= MOST) continue;
      found.push({ node: id, text: reader.accessibleName(id).slice(0, 80), box });
    }
  }
  const dropped = new Set<number>();
  for (const [at, unit] of found.entries()) {
    const inner: Unit[] = [];
    for (let next = at + 1; next < found.length; next++) {
      const other = found[next];
      if (!other || !reader.within(other.node, unit.node)) break;
      inner.push(other);
    }
    if (inner.length === 0) continue;
    const spoken = inner.filter((other) => other.text !== '');
    const same = spoken.length > 0 && spoken.every((other) => other.text === unit.text);
    if (same && !isGround(unit.box, card)) for (const other of inner) dropped.add(other.node);
    else if (spoken.length === 0 && unit.text !== '' && !isGround(unit.box, card)) for (const other of inner) dropped.add(other.node);
    else dropped.add(unit.node);
  }
  return found.filter((unit) => {
    if (dropped.has(unit.node)) return false;
    const node = reader.node(unit.node);
    if (isTickLabel(reader, node, unit.text)) return false;
    // The card itself listens in order to stop presses from reaching the mask.
    return !isGround(unit.box, card) || /^(img|canvas|button|a|input)$/.test(node.tag);
  });
}

function isGround(box: Box, card: Box): boolean {
  return area(box) > 0.75 * area(card) && shareInside(card, box) > 0.7;
}

function pressable(reader: Reader, node: SurfaceNode, card: Box): boolean {
  if (reader.isClickable(node.id)) return true;
  if (node.tag === 'area') return true;
  const { attributes, style } = node;
  if (/(^|[-_ ])(btn|button)([-_ ]|$)/i.test(attributes['class'] ?? '')) return true;
  const inner = node.children.filter((child) => reader.isVisible(child));
  // Frameworks listen at the root of the page: a short text that is nothing but an answer is one.
  const only = inner.length === 1 && inner[0] !== undefined ? reader.node(inner[0]) : null;
  if (only?.tag === '#text' && isAnswer(only.text) && !inRunningText(reader, node)) return true;
  const drawn = node.tag === 'img' || node.tag === 'svg' || (style?.backgroundImage ?? 'none').includes('url(');
  return drawn && node.box !== null && node.box.width <= ICON_SIDE && node.box.height <= ICON_SIDE && atCorner(node.box, card);
}

/** In or beside an upper corner of the card, or beneath its middle: where crosses are put. */
export function atCorner(box: Box, card: Box): boolean {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const right = Math.abs(x - (card.x + card.width));
  const left = Math.abs(x - card.x);
  const top = Math.abs(y - card.y);
  if ((right <= 48 || left <= 32) && top <= 56) return true;
  const below = y - (card.y + card.height);
  return below >= -28 && below <= 100 && Math.abs(x - (card.x + card.width / 2)) <= 40;
}

/** A stressed word in a sentence (「需要您的<b>单独同意</b>」) is no button. */
function inRunningText(reader: Reader, node: SurfaceNode): boolean {
  if (/^(b|strong|em|i|u|mark|td|th|li|h[1-6])$/.test(node.tag)) return true;
  return (
    node.style?.display === 'inline' &&
    node.parent >= 0 &&
    reader.node(node.parent).children.some((child) => reader.node(child).tag === '#text')
  );
}

function isField(node: SurfaceNode): boolean {
  if (node.tag === 'textarea' || node.tag === 'select' || node.tag === 'option') return true;
  return node.tag === 'input' && TYPED.has(node.attributes['type']?.toLowerCase() ?? 'text');
}
