import { parse } from 'meriyah';

const RANGES = { start: true, end: true, range: false };

/** One parse of a script with offsets and nothing else: the least that any reader with a tree must do. False when it does not parse. */
export function plainParse(text: string): boolean {
  for (const sourceType of ['module', 'script'] as const) {
    try {
      parse(text, { sourceType, ranges: RANGES, next: true, webcompat: true });
      return true;
    } catch {}
  }
  return false;
}
