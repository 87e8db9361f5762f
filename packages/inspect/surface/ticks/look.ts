import { below } from '../flow/below.ts';
import type { TickReading } from '../model.ts';
import type { Reader } from '../reader.ts';
import { type Colour, gradientColours, parseColour } from '../style/colour.ts';
import type { SurfaceNode } from '../surface.ts';
import { isPainted } from './painted.ts';
import { isPale, type Shape, spread, stands, stateOfDrawing } from './drawing.ts';

export interface Look {
  readonly state: TickReading['state'];
  /** Something is drawn in the box, or it is filled: a sight that may mean "on", not enough alone. */
  readonly marked: boolean;
}

const SHAPES = /^(path|circle|ellipse|rect|polyline|polygon)$/;
const MOST_PARTS = 24;
/** Fainter than this a mark is put away, not shown. */
const FAINTEST_MARK = 0.3;

/** What the eye sees of an icon: an empty box with a rim is clear; a mark, a dot, a thick ring, a knob to the right is ticked; all else does not tell. */
export function lookOf(reader: Reader, id: number): Look {
  const icon = reader.node(id);
  const body = bodyOf(reader, icon);
  if (!body.style || !body.box) return { state: 'unknown', marked: false };
  const { width, height } = body.box;
  const seen = below(reader, body.id, MOST_PARTS)
    .map((part) => reader.node(part))
    .filter((part) => part.visible && part.tag !== '#text' && part.box && part.box.width > 1 && part.box.height > 1)
    .filter((part) => reader.opacity(part.id) >= FAINTEST_MARK && (part.text.trim() === '' || isPainted(reader, part)));
  const ground = groundOf(body);
  const filled = ground !== null && ground.a > 0.5 && spread(ground) > 40;
  const pale = ground === null || isPale(ground);
  const [thick = 0, , ...rimColour] = body.style.border.split(' ');
  const rimWidth = Number.parseFloat(String(thick)) || 0;
  const rim = rimWidth > 0 ? parseColour(rimColour.join(' ')) : null;
  if (width / height >= 1.4) return knobLook(body, seen, filled);

  const shapes = seen.filter((part) => SHAPES.test(part.tag)).map((part) => shapeOf(reader, part));
  const drawing = shapes.length > 0 ? stateOfDrawing(shapes, filled) : 'unknown';
  const colours = seen.map((part) => ({ part, colour: parseColour(part.style?.backgroundColor ?? '') }));
  const dot = colours.some(
    ({ part, colour }) => colour !== null && colour.a > 0.5 && spread(colour) > 40 && !filled && (part.box?.width ?? 0) >= width * 0.2,
  );
  const generated = seen.some((part) => part.tag.startsWith('::') && isInner(part, width, height));
  const ring = rim !== null && spread(rim) > 40 && rim.a > 0.5 && rimWidth >= Math.min(width, height) * 0.18;
  const marked = filled || generated || ring || dot || drawing === 'ticked' || (ground !== null && stands(ground));

  if (drawing !== 'unknown') return { state: drawing === 'clear' && filled ? 'unknown' : drawing, marked: drawing === 'ticked' };
  if (ring || (filled && generated) || (rim !== null && dot)) return { state: 'ticked', marked };
  if (pale && rim !== null && seen.length === 0 && body.tag !== 'svg') return { state: 'clear', marked };
  return { state: 'unknown', marked };
}

/** The part that is drawn as the box: the icon, or the first thing nearly as large in it that has a rim or a ground. */
function bodyOf(reader: Reader, icon: SurfaceNode): SurfaceNode {
  const drawn = (node: SurfaceNode) => node.tag === 'svg' || (node.style?.border ?? '') !== '' || (groundOf(node)?.a ?? 0) > 0.1;
  if (drawn(icon) || !icon.box) return icon;
  const { width, height } = icon.box;
  return (
    below(reader, icon.id, 8)
      .map((id) => reader.node(id))
      .find(
        (node) =>
          node.visible &&
          node.tag !== '#text' &&
          node.box !== null &&
          node.box.width >= width * 0.6 &&
          node.box.height >= height * 0.6 &&
          !SHAPES.test(node.tag) &&
          drawn(node),
      ) ?? icon
  );
}

function groundOf(node: SurfaceNode): Colour | null {
  const gradient = node.style?.backgroundImage.includes('gradient(') ? gradientColours(node.style.backgroundImage)[0] : undefined;
  return gradient ?? parseColour(node.style?.backgroundColor ?? '');
}

/** A switch drawn by the page: where its knob stands, when the colour of the ground agrees. */
function knobLook(body: SurfaceNode, seen: readonly SurfaceNode[], filled: boolean): Look {
  const { x, width, height } = body.box ?? { x: 0, width: 1, height: 1 };
  const knob = seen.find(
    ({ box }) =>
      box !== null &&
      box.height >= height * 0.55 &&
      box.height <= height * 1.1 &&
      box.width / box.height > 0.7 &&
      box.width / box.height < 1.4,
  );
  if (!knob?.box) return { state: 'unknown', marked: filled };
  const middle = (knob.box.x + knob.box.width / 2 - x) / width;
  if (filled && middle > 0.56) return { state: 'ticked', marked: true };
  if (!filled && middle < 0.44) return { state: 'clear', marked: false };
  return { state: 'unknown', marked: filled };
}

/** A mark inside the box, not a larger area for pressing nor a rim drawn as a second box. */
function isInner(part: SurfaceNode, width: number, height: number): boolean {
  const box = part.box ?? { width: 0, height: 0 };
  return box.width <= width * 0.85 && box.height <= height * 0.95 && Math.max(box.width / width, box.height / height) >= 0.25;
}

/** A shape with the paint it inherits. Style sheets may colour shapes that name no paint: those are taken for grey, which proves nothing. */
function shapeOf(reader: Reader, node: SurfaceNode): Shape {
  const line = [
    node,
    ...reader
      .ancestors(node.id)
      .slice(0, 6)
      .map((id) => reader.node(id)),
  ];
  const until = line.findIndex(({ tag }) => tag === 'svg');
  const paint = (name: 'fill' | 'stroke') => {
    for (const { attributes } of line.slice(0, until < 0 ? 1 : until + 1)) {
      const styled = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`).exec(attributes['style'] ?? '')?.[1];
      const found = styled ?? attributes[name];
      if (found) return found;
    }
    return undefined;
  };
  const fill = paint('fill');
  const stroke = paint('stroke');
  return {
    tag: node.tag,
    attributes: { ...node.attributes, fill: fill ?? (stroke === undefined ? 'grey' : 'black'), stroke: stroke ?? 'none' },
    color: node.style?.color ?? '',
  };
}
