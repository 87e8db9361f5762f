import type { Box } from '../../facts/fact.ts';
import { centre, holds, intersect } from '../geometry/box.ts';
import { type Colour, contrastRatio, gradientColours, over, parseColour, WHITE } from '../style/colour.ts';
import type { Surface, SurfaceNode } from '../surface.ts';
import type { ClippingReader } from './clipping.ts';
import type { TreeReader } from './tree.ts';

export interface ContrastReader {
  opacity(id: number): number;
  contrast(id: number): number | null;
}

/** Something that lays colour behind a text. */
interface Painter {
  readonly id: number;
  readonly order: number;
  readonly box: Box;
  readonly colour: Colour | null;
}

const PICTURES = new Set(['img', 'canvas', 'video', 'svg', 'object', 'embed']);

export function contrastReader(surface: Surface, tree: TreeReader, clipping: ClippingReader): ContrastReader {
  let opacities: Float64Array | null = null;
  let painters: Painter[] | null = null;

  const opacity = (id: number): number => {
    if (!opacities) {
      opacities = new Float64Array(surface.nodes.length);
      for (const node of surface.nodes) {
        const above = node.parent >= 0 ? (opacities[node.parent] ?? 1) : 1;
        opacities[node.id] = node.tag === '#text' ? above : above * (node.style?.opacity ?? 1);
      }
    }
    return opacities[id] ?? 1;
  };

  const prepare = (): Painter[] => {
    if (painters) return painters;
    painters = [];
    for (const node of surface.nodes) {
      if (!node.visible || !node.style || !node.box || node.tag === '#text') continue;
      const colour = paint(node, opacity(node.id));
      if (colour === undefined) continue;
      const room = clipping.window(node.id);
      // Off-screen text is judged too: only cutting boxes count there, so the plain box serves when nothing is left of it.
      const box = (room && intersect(node.box, room)) || node.box;
      painters.push({ id: node.id, order: node.paintOrder, box, colour });
    }
    painters.sort((a, b) => b.order - a.order || b.id - a.id);
    return painters;
  };

  const behind = (text: SurfaceNode, x: number, y: number): Colour | null => {
    let seen: Colour = { r: 0, g: 0, b: 0, a: 0 };
    for (const painter of prepare()) {
      if (painter.order > text.paintOrder || (painter.order === text.paintOrder && painter.id > text.id)) continue;
      if (!holds(painter.box, x, y)) continue;
      if (!painter.colour) return null;
      seen = over(seen, painter.colour);
      if (seen.a > 0.99) return seen;
    }
    return over(seen, WHITE);
  };

  return {
    opacity,
    contrast: (id) => {
      const text = firstText(tree, id);
      if (!text?.box || !text.style) return null;
      const point = centre(text.lines?.[0] ?? text.box);
      const front = parseColour(text.style.color);
      const back = behind(text, point.x, point.y);
      if (!front || !back || front.a === 0) return null;
      const mixed = over({ ...front, a: front.a * opacity(text.id) }, back);
      return Math.round(contrastRatio(mixed, back) * 100) / 100;
    },
  };
}

/** Colour an element lays down: undefined for none, null for a picture we cannot read. */
function paint(node: SurfaceNode, opacity: number): Colour | null | undefined {
  const style = node.style;
  if (!style) return undefined;
  if (PICTURES.has(node.tag)) return null;
  if (style.backgroundImage.includes('url(')) return null;
  const plain = parseColour(style.backgroundColor);
  const stops = style.backgroundImage.includes('gradient(') ? gradientColours(style.backgroundImage) : [];
  if (stops.length > 0) {
    const mean = (pick: (c: Colour) => number) => stops.reduce((sum, stop) => sum + pick(stop), 0) / stops.length;
    const blend = { r: mean((c) => c.r), g: mean((c) => c.g), b: mean((c) => c.b), a: mean((c) => c.a) };
    const laid = plain ? over(blend, plain) : blend;
    return { ...laid, a: laid.a * opacity };
  }
  if (!plain || plain.a === 0) return undefined;
  return { ...plain, a: plain.a * opacity };
}

/** The longest visible text of a node: the one a reader would judge it by. */
function firstText(tree: TreeReader, id: number): SurfaceNode | null {
  let best: SurfaceNode | null = null;
  for (const at of [id, ...tree.descendants(id)]) {
    const node = tree.node(at);
    if ((node.tag !== '#text' && !node.tag.startsWith('::')) || !node.box || node.text.trim() === '') continue;
    if (!best || node.text.trim().length > best.text.trim().length) best = node;
  }
  return best;
}
