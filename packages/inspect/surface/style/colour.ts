/** Red, green, blue 0–255 and alpha 0–1. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

export const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 };

const known = new Map<string, Colour | null>();

/** A computed CSS colour (`rgb()`, `color(srgb …)`, `oklab()`, `oklch()`, `transparent`); null for what we cannot read. */
export function parseColour(css: string): Colour | null {
  const hit = known.get(css);
  if (hit !== undefined) return hit;
  const value = read(css.trim().toLowerCase());
  if (known.size < 5000) known.set(css, value);
  return value;
}

function read(css: string): Colour | null {
  if (css === 'transparent') return { r: 0, g: 0, b: 0, a: 0 };
  const match = /^([a-z]+)\((.*)\)$/.exec(css);
  if (!match) return null;
  const parts = (match[2] ?? '').split(/[\s,/]+/).filter(Boolean);
  if (match[1] === 'color' && parts[0] === 'srgb') {
    const [r, g, b, a] = numbers(parts.slice(1));
    return make((r ?? 0) * 255, (g ?? 0) * 255, (b ?? 0) * 255, a);
  }
  const [x, y, z, a] = numbers(parts);
  if (x === undefined || y === undefined || z === undefined) return null;
  if (match[1] === 'rgb' || match[1] === 'rgba') return make(x, y, z, a);
  if (match[1] === 'oklab') return oklab(x, y, z, a);
  if (match[1] === 'oklch') return oklab(x, y * Math.cos((z * Math.PI) / 180), y * Math.sin((z * Math.PI) / 180), a);
  return null;
}

function numbers(parts: readonly string[]): number[] {
  return parts.map((part) => {
    if (part === 'none') return 0;
    return part.endsWith('%') ? Number.parseFloat(part) / 100 : Number.parseFloat(part);
  });
}

function make(r: number, g: number, b: number, a = 1): Colour | null {
  if (![r, g, b, a].every(Number.isFinite)) return null;
  const byte = (v: number) => Math.min(255, Math.max(0, v));
  return { r: byte(r), g: byte(g), b: byte(b), a: Math.min(1, Math.max(0, a)) };
}

/** Constants of the OKLab definition (Björn Ottosson; CSS Color 4 §10). */
function oklab(l: number, a: number, b: number, alpha = 1): Colour | null {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const gamma = (v: number) => 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
  return make(
    gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
    alpha,
  );
}

/** `top` laid over `bottom`. */
export function over(top: Colour, bottom: Colour): Colour {
  const a = top.a + bottom.a * (1 - top.a);
  if (a === 0) return { r: 0, g: 0, b: 0, a: 0 };
  const mix = (t: number, b: number) => (t * top.a + b * bottom.a * (1 - top.a)) / a;
  return { r: mix(top.r, bottom.r), g: mix(top.g, bottom.g), b: mix(top.b, bottom.b), a };
}

/** Relative luminance, WCAG 2.2. */
export function luminance(colour: Colour): number {
  const linear = (v: number) => {
    const s = v / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

/** Contrast ratio of two opaque colours, 1–21, WCAG 2.2. */
export function contrastRatio(a: Colour, b: Colour): number {
  const x = luminance(a);
  const y = luminance(b);
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Colours named in a gradient, in order. */
export function gradientColours(css: string): Colour[] {
  const found = css.match(/(?:rgba?|color|oklab|oklch)\([^()]*\)/g) ?? [];
  return found.map(parseColour).filter((c): c is Colour => c !== null);
}
