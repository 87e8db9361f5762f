import type { Box } from '../../facts/fact.ts';
import { holds } from '../geometry/box.ts';
import type { Reader } from '../reader.ts';

const COLUMNS = 7;
const ROWS = 11;
const MOST = 0.8;

/**
 * Whether presses on the page behind reach it: points over the view are hit-tested, and a layer blocks when nearly all of those outside
 * its card end in this layer, in a mask, or in another layer.
 */
export function blocks(reader: Reader, box: Box, roots: readonly number[]): boolean {
  const { width, height } = reader.viewport;
  let outside = 0;
  let caught = 0;
  let inside = 0;
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const x = ((column + 0.5) * width) / COLUMNS;
      const y = ((row + 0.5) * height) / ROWS;
      const hit = reader.hitTest(x, y);
      const own = hit !== null && roots.some((root) => reader.within(hit, root));
      if (holds(box, x, y)) inside += own ? 1 : 0;
      else {
        outside++;
        if (own) caught++;
      }
    }
  }
  // A sheet over the whole view leaves no point outside.
  if (outside <= 6) return inside + caught >= MOST * COLUMNS * ROWS;
  return caught >= MOST * outside;
}
