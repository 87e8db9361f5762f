import type { Box } from '../../facts/fact.ts';
import { intersect, union } from '../geometry/box.ts';
import type { Reader } from '../reader.ts';
import { parseColour } from '../style/colour.ts';
import type { SurfaceNode } from '../surface.ts';
import type { Layer } from './layers.ts';
import type { Recognised } from './recognised.ts';

/** One line or paragraph of a panel as read. */
export interface Line {
  readonly node: number;
  readonly text: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly source: 'text' | 'name';
}

export interface Panel {
  /** The card of the layer: where its words and controls are. */
  readonly node: number;
  readonly box: Box;
  readonly lines: readonly Line[];
  readonly text: string;
  /** Heading or first line. */
  readonly title: string;
  /** Share of the panel covered by pictures, 0–1. */
  readonly pictures: number;
  /** Whether all words come from names of pictures or from recognition. */
  readonly named: boolean;
}

const LONGEST = 6000;
const WHOLE_VIEW = 0.9;

/** The card of a layer and what it says, or null when nothing of it can be seen. */
export function readPanel(reader: Reader, layer: Layer, recognised: Recognised): Panel | null {
  const node = descend(reader, layer);
  const box = panelBox(reader, layer, node);
  if (!box) return null;
  const lines = readLines(reader, layer, recognised);
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .slice(0, LONGEST);
  return {
    node,
    box,
    lines,
    text,
    title: titleOf(lines),
    pictures: pictureShare(reader, layer.root, box),
    named: lines.length > 0 && lines.every((line) => line.source === 'name'),
  };
}

const DRAWN = /^(img|svg|canvas|video|input|select|textarea|button|iframe)$/;

/** Walks down while one child holds everything, and stops at the first card that paints its own ground. */
function descend(reader: Reader, layer: Layer): number {
  let at = layer.root;
  for (;;) {
    const node = reader.node(at);
    if (at !== layer.root && paints(node) && reader.cover(at) < WHOLE_VIEW) return at;
    const full = node.children.filter((child) => !layer.without.includes(child) && holdsContent(reader, child));
    const only = full[0];
    if (full.length !== 1 || only === undefined || reader.node(only).tag === '#text') return at;
    if (/^(button|a|p|span|label|h[1-6])$/.test(reader.node(only).tag)) return at;
    at = only;
  }
}

function paints(node: SurfaceNode): boolean {
  const colour = parseColour(node.style?.backgroundColor ?? '');
  return (
    (colour !== null && colour.a > 0.9) || (node.style?.backgroundImage ?? 'none') !== 'none' || node.tag === 'img' || node.tag === 'canvas'
  );
}

function holdsContent(reader: Reader, id: number): boolean {
  if (!reader.isVisible(id)) return false;
  return [id, ...reader.descendants(id)].some((at) => {
    const node = reader.node(at);
    return node.visible && (node.tag === '#text' || DRAWN.test(node.tag) || (node.style?.backgroundImage ?? 'none').includes('url('));
  });
}

/** Box of the card. A wrapper as large as the view is no card: then the box is that of what it holds. */
function panelBox(reader: Reader, layer: Layer, node: number): Box | null {
  const own = reader.visibleBox(node);
  const opaque = paints(reader.node(node));
  if (own && (reader.cover(node) < WHOLE_VIEW || opaque || layer.form === 'flow')) return own;
  const inside = reader
    .descendants(node)
    .filter((at) => {
      const below = reader.node(at);
      return below.visible && (below.tag === '#text' || DRAWN.test(below.tag) || paints(below)) && reader.cover(at) < WHOLE_VIEW;
    })
    .map((at) => reader.visibleBox(at));
  return union(inside) ?? own;
}

function readLines(reader: Reader, layer: Layer, recognised: Recognised): Line[] {
  const lines: { node: number; text: string; fontSize: number; bold: boolean; source: 'text' | 'name' }[] = [];
  let block = -1;
  let skipTo = -1;
  for (const id of [layer.root, ...reader.descendants(layer.root)]) {
    if (id < skipTo) continue;
    const node = reader.node(id);
    if (layer.without.includes(id)) {
      skipTo = id + reader.descendants(id).length + 1;
      continue;
    }
    for (const word of recognised.get(id) ?? []) lines.push({ node: id, text: word.text, fontSize: 0, bold: false, source: 'name' });
    if (!node.visible) continue;
    if (node.tag === '#text' || node.tag.startsWith('::')) {
      const text = node.text.replace(/\s+/g, ' ');
      if (text.trim() === '') continue;
      const own = blockOf(reader, id);
      const last = lines.at(-1);
      if (own === block && last && last.source === 'text') last.text += text;
      else
        lines.push({ node: id, text, fontSize: node.style?.fontSize ?? 0, bold: (node.style?.fontWeight ?? 400) >= 600, source: 'text' });
      block = own;
      continue;
    }
    const name = nameOf(node);
    if (name) {
      lines.push({ node: id, text: name, fontSize: 0, bold: false, source: node.tag === 'input' ? 'text' : 'name' });
      block = -1;
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/[\uE000-\uF8FF]/g, ' ').trim() })).filter((line) => line.text !== '');
}

function nameOf(node: SurfaceNode): string {
  const { tag, attributes } = node;
  if (tag === 'input') {
    const type = attributes['type']?.toLowerCase() ?? 'text';
    if (type === 'submit' || type === 'button') return node.value ?? '';
    if (type === 'image') return attributes['alt'] ?? '';
    return type === 'checkbox' || type === 'radio' ? '' : (attributes['placeholder'] ?? '');
  }
  if (tag === 'textarea') return attributes['placeholder'] ?? '';
  if (tag === 'img' || tag === 'canvas' || tag === 'svg' || tag === 'area')
    return attributes['alt'] || attributes['aria-label'] || attributes['title'] || '';
  // A drawn control or sheet is known by its label when nothing inside says anything.
  return node.children.length === 0 ? (attributes['aria-label'] ?? attributes['alt'] ?? '') : '';
}

function blockOf(reader: Reader, id: number): number {
  return reader.closest(reader.node(id).parent, (node) => node.style === null || !/^(inline|contents|ruby)$/.test(node.style.display)) ?? 0;
}

/** The largest or boldest of the first lines; a short first line otherwise. */
function titleOf(lines: readonly Line[]): string {
  const first = lines
    .slice(0, 4)
    .filter((line) => line.text.length >= 2 && line.text.length <= (/\p{Script=Han}/u.test(line.text) ? 26 : 60));
  const body = median(lines.map((line) => line.fontSize));
  const heads = first.filter((line) => (line.fontSize > body || line.bold) && line.text.length <= 40);
  const head = heads[0] ?? first[0];
  return head?.text ?? '';
}

function median(values: readonly number[]): number {
  const sorted = values.filter((v) => v > 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function pictureShare(reader: Reader, root: number, box: Box): number {
  let most = 0;
  for (const id of [root, ...reader.descendants(root)]) {
    const node = reader.node(id);
    if (!node.visible || !(/^(img|canvas|video)$/.test(node.tag) || (node.style?.backgroundImage ?? '').includes('url('))) continue;
    const shown = reader.visibleBox(id);
    const common = shown ? intersect(shown, box) : null;
    if (common) most = Math.max(most, (common.width * common.height) / Math.max(1, box.width * box.height));
  }
  return Math.min(1, most);
}
