import type { Reader } from '../reader.ts';
import { parseColour } from '../style/colour.ts';
import type { SurfaceNode } from '../surface.ts';

/** Fainter against its own ground than this, a mark is not seen. */
const FAINTEST_CONTRAST = 1.3;

/** Whether the eye sees a text or generated mark: libraries keep the mark in the page and give it a colour, or a size, only when it is on. */
export function isPainted(reader: Reader, part: SurfaceNode): boolean {
  if (!part.style) return true;
  if ((parseColour(part.style.color)?.a ?? 1) < 0.1 || part.style.fontSize < 1) return false;
  return (reader.contrast(part.id) ?? FAINTEST_CONTRAST) >= FAINTEST_CONTRAST;
}
