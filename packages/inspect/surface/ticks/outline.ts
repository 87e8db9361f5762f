import type { Box } from '../../facts/fact.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const ARGUMENTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };
const MOST_POINTS = 200;

/** Sub-paths of an SVG path (`d`) as points: ends of each stroke and the middle of each bend. What cannot be read ends the list. */
export function outlinesOf(d: string): readonly (readonly Point[])[] {
  const outlines: Point[][] = [];
  let line: Point[] = [];
  let at: Point = { x: 0, y: 0 };
  let start = at;
  let control: Point | null = null;
  let count = 0;
  for (const [, command = '', rest = ''] of d.matchAll(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi)) {
    const kind = command.toLowerCase();
    const relative = command === kind;
    const numbers = numbersOf(rest, kind === 'a');
    const size = ARGUMENTS[kind] ?? 0;
    if (kind === 'z') {
      if (line.length > 0) outlines.push(line);
      line = [];
      at = start;
      continue;
    }
    for (let from = 0; from + size <= numbers.length && count < MOST_POINTS; from += size, count++) {
      const part = numbers.slice(from, from + size);
      const ox = relative ? at.x : 0;
      const oy = relative ? at.y : 0;
      const last: Point =
        kind === 'h'
          ? { x: ox + (part[0] ?? 0), y: at.y }
          : kind === 'v'
            ? { x: at.x, y: oy + (part[0] ?? 0) }
            : { x: ox + (part[size - 2] ?? 0), y: oy + (part[size - 1] ?? 0) };
      if (kind === 'm' && from === 0) {
        if (line.length > 0) outlines.push(line);
        line = [last];
        start = last;
      } else {
        if (line.length === 0) line.push(at);
        const point = (index: number): Point => ({ x: ox + (part[index] ?? 0), y: oy + (part[index + 1] ?? 0) });
        const mirrored: Point = control ? { x: 2 * at.x - control.x, y: 2 * at.y - control.y } : at;
        const [first, second]: readonly (Point | null)[] =
          kind === 'c' ? [point(0), point(2)] : kind === 's' ? [mirrored, point(0)] : [null, null];
        const bend = kind === 'a' ? arcMiddle(at, last, part) : first && second ? cubicMiddle(at, first, second, last) : null;
        control = second ?? null;
        if (bend) line.push(bend);
        line.push(last);
      }
      at = last;
    }
  }
  if (line.length > 0) outlines.push(line);
  return outlines;
}

/** Box around points. */
export function boundsOf(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** A short arm down to the right and a longer one up: drawn as a line of three points, or as the outline of one. */
export function isCheckMark(given: readonly Point[]): boolean {
  const points = given.filter(
    (point, at) => at === 0 || Math.hypot(point.x - (given[at - 1]?.x ?? 0), point.y - (given[at - 1]?.y ?? 0)) > 1e-6,
  );
  const { x, y, width, height } = boundsOf(points);
  if (width <= 0 || height <= 0 || width / height < 0.75 || width / height > 2.4) return false;
  if (points.length === 3) {
    const [left, corner, right] = [...points].sort((a, b) => a.x - b.x) as [Point, Point, Point];
    return points[1] === corner && corner.y > left.y && corner.y > right.y && right.y < left.y && right.x - corner.x > corner.x - left.x;
  }
  if (points.length < 5 || points.length > 40) return false;
  const pick = (better: (a: Point, b: Point) => boolean) => points.reduce((best, point) => (better(point, best) ? point : best));
  const lowest = pick((a, b) => a.y > b.y);
  const highest = pick((a, b) => a.y < b.y);
  const leftmost = pick((a, b) => a.x < b.x);
  const rightmost = pick((a, b) => a.x > b.x);
  const fx = (point: Point) => (point.x - x) / width;
  const fy = (point: Point) => (point.y - y) / height;
  const inside =
    fx(lowest) > 0.2 && fx(lowest) < 0.62 && fx(highest) > 0.65 && fy(leftmost) > 0.3 && fy(leftmost) < 0.88 && fy(rightmost) < 0.4;
  return inside && areaOf(points) / (width * height) < 0.5;
}

function areaOf(points: readonly Point[]): number {
  let twice = 0;
  points.forEach((point, at) => {
    const next = points[(at + 1) % points.length] as Point;
    twice += point.x * next.y - next.x * point.y;
  });
  return Math.abs(twice) / 2;
}

/** Flags of arcs are one digit and may stand without a gap: `a9 9 0 01.5 2`. */
function numbersOf(text: string, arc: boolean): number[] {
  const numbers: number[] = [];
  const next = /[\s,]*([-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?)/iy;
  const flag = /[\s,]*([01])/y;
  for (let at = 0; at < text.length && numbers.length < MOST_POINTS * 7; ) {
    const pattern = arc && (numbers.length % 7 === 3 || numbers.length % 7 === 4) ? flag : next;
    pattern.lastIndex = at;
    const hit = pattern.exec(text);
    if (!hit) break;
    numbers.push(Number(hit[1]));
    at = pattern.lastIndex;
  }
  return numbers;
}

/** Point of a circular arc farthest from its chord. */
function arcMiddle(from: Point, to: Point, [rx = 0, , , large = 0, sweep = 0]: readonly number[]): Point {
  const chord = Math.hypot(to.x - from.x, to.y - from.y);
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (chord === 0) return middle;
  const reach = Math.sqrt(Math.max(0, rx * rx - (chord / 2) ** 2));
  const bulge = (large === 1 ? rx + reach : Math.max(rx, chord / 2) - reach) * (sweep === 1 ? 1 : -1);
  return { x: middle.x + ((to.y - from.y) / chord) * bulge, y: middle.y - ((to.x - from.x) / chord) * bulge };
}

function cubicMiddle(from: Point, first: Point, second: Point, to: Point): Point {
  return { x: (from.x + 3 * first.x + 3 * second.x + to.x) / 8, y: (from.y + 3 * first.y + 3 * second.y + to.y) / 8 };
}

/** Whether an outline is a circle or a box, and no arrow or letter: it fills most of the box around it. */
export function isBoxLike(points: readonly Point[]): boolean {
  const { width, height } = boundsOf(points);
  return width > 0 && height > 0 && width / height < 1.4 && height / width < 1.4 && areaOf(points) / (width * height) > 0.62;
}
