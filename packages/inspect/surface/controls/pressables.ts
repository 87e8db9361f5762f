import { below } from '../flow/below.ts';
import type { Box } from '../../facts/fact.ts';
import { flowOf } from '../flow/flow.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Surface, SurfaceNode } from '../surface.ts';

/** Something a consumer could press, with the words that are its own (not those of a button inside it). */
export interface Pressable {
  readonly node: number;
  readonly text: string;
  readonly box: Box;
  /** Only its looks say so (a styled box with the words of a button, its listener being elsewhere). */
  readonly byLooks: boolean;
}

const FIELDS = new Set(['select', 'textarea', 'option']);
const BUTTON_TYPES = new Set(['submit', 'button', 'reset', 'image']);
const LOOKS_CLASS = /(^|[\s_-])(btn|button|submit|tap|click|link|anniu|action)([\s_-]|$)/i;
const LONGEST = 80;
const cache = new WeakMap<Surface, readonly Pressable[]>();

/** All visible pressable things in document order; wrappers without words of their own around other pressables are left out. */
export function pressablesOf(surface: Surface): readonly Pressable[] {
  const known = cache.get(surface);
  if (known) return known;
  const reader = readerOf(surface);
  const flow = flowOf(reader);
  const owner = new Int32Array(surface.nodes.length).fill(-1);
  const holdsOther = new Set<number>();
  const found: { node: SurfaceNode; byLooks: boolean }[] = [];
  for (const node of surface.nodes) {
    const above = node.parent >= 0 ? (owner[node.parent] ?? -1) : -1;
    owner[node.id] = above;
    if (!reader.isVisible(node.id) || node.tag === '#text' || node.tag.startsWith('::')) continue;
    const byNature = isPressable(reader, node);
    if (!byNature && (above >= 0 || !looksPressable(node))) continue;
    owner[node.id] = node.id;
    if (above >= 0) holdsOther.add(above);
    found.push({ node, byLooks: !byNature });
  }
  const words = new Map<number, string>();
  for (const run of flow.runs) {
    const of = owner[run.node] ?? -1;
    if (of < 0) continue;
    const before = words.get(of) ?? '';
    if (before.length < LONGEST) words.set(of, before + (run.breakBefore && before ? ' ' : '') + run.text);
  }
  const result: Pressable[] = [];
  for (const { node, byLooks } of found) {
    const own = (words.get(node.id) ?? '').replace(/\s+/g, ' ').trim();
    const wrapper = holdsOther.has(node.id);
    const text = own || (wrapper ? '' : nameOf(reader, node));
    if (text === '' && (wrapper || byLooks)) continue;
    const box = reader.boxOf(node.id);
    if (!box || box.width < 1 || box.height < 1) continue;
    result.push({ node: node.id, text: text.slice(0, LONGEST), box, byLooks });
  }
  cache.set(surface, result);
  return result;
}

function isPressable(reader: Reader, node: SurfaceNode): boolean {
  if (FIELDS.has(node.tag)) return false;
  const { attributes } = node;
  if (node.tag === 'input') return BUTTON_TYPES.has(attributes['type']?.toLowerCase() ?? 'text');
  if (attributes['contenteditable'] === 'true' || attributes['contenteditable'] === '') return false;
  // A label presses its field; the field, not the label, is what a consumer deals with.
  if (node.tag === 'label') return false;
  return reader.isClickable(node.id);
}

/** Single-page frameworks listen at the root: a filled or bordered box with a few words, or a class that says button, is pressed too. */
function looksPressable(node: SurfaceNode): boolean {
  const { style, box } = node;
  if (!style || !box || box.height > 90 || box.height < 14 || box.width < 20) return false;
  if (LOOKS_CLASS.test(node.attributes['class'] ?? '')) return true;
  return false;
}

function nameOf(reader: Reader, node: SurfaceNode): string {
  const name = reader.accessibleName(node.id).trim();
  if (name) return name;
  for (const inside of below(reader, node.id, 12)) {
    const { alt, title, 'aria-label': label } = reader.node(inside).attributes;
    if (alt || title || label) return (alt || title || label || '').trim();
  }
  return '';
}
