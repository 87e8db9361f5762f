import type { TickReading } from '../model.ts';
import { type Colour, parseColour } from '../style/colour.ts';
import { boundsOf, isBoxLike, isCheckMark, outlinesOf, type Point } from './outline.ts';

/** A shape of a drawing: SVG tag and its attributes with what it inherits (`fill`, `stroke`); `color` is what `currentColor` stands for. */
export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly color: string;
}

interface Outline {
  readonly points: readonly Point[];
  /** null: not painted; `unknown`: painted in a colour nobody can tell from here. */
  readonly fill: Colour | null;
  readonly stroke: Colour | null;
  readonly path: number;
}

/** Attribute values longer than this were cut when the surface was made. */
const CUT = 400;
const BIG = 0.66;

/** State a drawn box shows: a tick or a dot in a colour that stands out is ticked, a bare rim is clear; all else does not tell. */
export function stateOfDrawing(shapes: readonly Shape[], onFilled: boolean): TickReading['state'] {
  const outlines = shapes.flatMap(outlinesOfShape).filter(({ points }) => points.length > 1);
  const whole = boundsOf(outlines.flatMap(({ points }) => points));
  if (outlines.length === 0 || whole.width <= 0 || whole.height <= 0) return 'unknown';
  const size = ({ points }: Outline) => {
    const box = boundsOf(points);
    return Math.min(box.width / whole.width, box.height / whole.height);
  };
  const checks = outlines.filter(({ points }) => isCheckMark(points));
  const grounds = outlines.filter((one) => !checks.includes(one) && size(one) >= BIG && isBoxLike(one.points));
  const filled = grounds.filter(({ fill }) => fill !== null && !isPale(fill));
  const rings = grounds.filter(({ path, fill }) => fill !== null && grounds.filter((other) => other.path === path).length > 1);
  const discs = filled.filter((one) => !rings.includes(one));
  const mark = checks[0];
  if (mark) {
    const disc = discs[0]?.fill;
    const cut = disc !== undefined && discs[0]?.path === mark.path;
    if (disc && cut) return stands(disc) ? 'ticked' : 'unknown';
    const paint = mark.stroke ?? mark.fill;
    if (!paint) return 'unknown';
    if (disc) return stands(disc) && differ(disc, paint) ? 'ticked' : 'unknown';
    if (onFilled) return isPale(paint) ? 'ticked' : 'unknown';
    return stands(paint) ? 'ticked' : 'unknown';
  }
  const dot = outlines.find((one) => !grounds.includes(one) && size(one) >= 0.25 && isCentred(one, whole) && one.fill !== null);
  if (dot?.fill && grounds.length > 0) {
    const ground = discs[0]?.fill;
    return (ground ? differ(ground, dot.fill) && stands(ground) : stands(dot.fill)) ? 'ticked' : 'unknown';
  }
  const bare = outlines.length === grounds.length && grounds.length > 0 && discs.length === 0 && !onFilled;
  const rim = rings.length > 0 || grounds.some(({ stroke }) => stroke !== null);
  const uncut = shapes.every(({ attributes }) => (attributes['d'] ?? attributes['points'] ?? '').length < CUT);
  return bare && rim && uncut ? 'clear' : 'unknown';
}

function outlinesOfShape({ tag, attributes, color }: Shape, path: number): Outline[] {
  const number = (name: string) => Number.parseFloat(attributes[name] ?? '0') || 0;
  const box = (x: number, y: number, width: number, height: number): Point[] => [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  const lines =
    tag === 'path'
      ? outlinesOf(attributes['d'] ?? '')
      : tag === 'polyline' || tag === 'polygon'
        ? outlinesOf(`M${attributes['points'] ?? ''}`)
        : tag === 'circle'
          ? [box(number('cx') - number('r'), number('cy') - number('r'), 2 * number('r'), 2 * number('r'))]
          : tag === 'ellipse'
            ? [box(number('cx') - number('rx'), number('cy') - number('ry'), 2 * number('rx'), 2 * number('ry'))]
            : tag === 'rect'
              ? [box(number('x'), number('y'), number('width'), number('height'))]
              : [];
  const fill = paintOf(attributes['fill'] ?? 'black', color);
  const stroke = paintOf(attributes['stroke'] ?? 'none', color);
  if (fill === null && stroke === null) return [];
  return lines.map((points) => ({ points, fill, stroke, path }));
}

const NAMED: Readonly<Record<string, string>> = {
  white: 'rgb(255,255,255)',
  black: 'rgb(0,0,0)',
  gray: 'rgb(128,128,128)',
  grey: 'rgb(128,128,128)',
  silver: 'rgb(192,192,192)',
  red: 'rgb(255,0,0)',
  green: 'rgb(0,128,0)',
  blue: 'rgb(0,0,255)',
  orange: 'rgb(255,165,0)',
};

/** Colour of a `fill` or `stroke` as written; null when nothing is painted or the colour is not told here. */
function paintOf(written: string, current: string): Colour | null {
  const text = written.trim().toLowerCase();
  if (text === 'none' || text === 'transparent') return null;
  if (text === 'currentcolor') return parseColour(current);
  const hex = /^#([0-9a-f]{3,8})$/.exec(text)?.[1];
  if (hex) {
    const full = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const byte = (at: number) => Number.parseInt(full.slice(at, at + 2), 16);
    return { r: byte(0), g: byte(2), b: byte(4), a: full.length === 8 ? byte(6) / 255 : 1 };
  }
  return parseColour(NAMED[text] ?? text);
}

export const spread = ({ r, g, b }: Colour): number => Math.max(r, g, b) - Math.min(r, g, b);
export const isPale = (colour: Colour): boolean => colour.a < 0.1 || Math.min(colour.r, colour.g, colour.b) > 225;
/** Strong enough that a page would not draw an empty box in it. */
export const stands = (colour: Colour): boolean => colour.a > 0.5 && (spread(colour) > 40 || Math.max(colour.r, colour.g, colour.b) < 90);
const differ = (a: Colour, b: Colour): boolean => Math.abs(a.r - b.r) + Math.abs(a.g - b.g) + Math.abs(a.b - b.b) > 120;

function isCentred({ points }: Outline, whole: { x: number; y: number; width: number; height: number }): boolean {
  const box = boundsOf(points);
  const dx = Math.abs(box.x + box.width / 2 - whole.x - whole.width / 2) / whole.width;
  const dy = Math.abs(box.y + box.height / 2 - whole.y - whole.height / 2) / whole.height;
  return dx < 0.12 && dy < 0.12 && box.width / box.height < 1.4 && box.height / box.width < 1.4;
}
