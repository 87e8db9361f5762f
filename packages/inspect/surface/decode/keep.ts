/** Elements that are never shown and tell nothing about what a consumer sees. */
const DROPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'meta',
  'link',
  'base',
  'title',
  'param',
  'source',
  'track',
  'defs',
]);
/** Attributes with page-sized values that nothing reads. */
const DROPPED_ATTRIBUTES = new Set(['srcdoc', 'srcset', 'sizes', 'integrity', 'nonce', 'transform']);
const LONGEST = 400;

/** Whether a node and all below it belong to the surface. `laidOut` matters for drawings only: hidden icon sheets are large and never seen. */
export function keeps(type: number, tag: string, laidOut: boolean, insideDrawing: boolean): boolean {
  if (type === 1) {
    if (tag === 'title') return insideDrawing;
    if (DROPPED.has(tag)) return false;
    return laidOut || (tag !== 'svg' && !insideDrawing);
  }
  return type === 3 || type === 9;
}

/** Attributes as a plain record, over-long values cut. */
export function keepAttributes(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    // `__proto__` from a hostile page must stay an ordinary key or go; it goes.
    if (DROPPED_ATTRIBUTES.has(key) || key === '__proto__') continue;
    kept[key] = value.length > LONGEST ? value.slice(0, LONGEST) : value;
  }
  return kept;
}
