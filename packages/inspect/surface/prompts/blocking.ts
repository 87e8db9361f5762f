import type { Box } from '../../facts/fact.ts';
import { holds } from '../geometry/box.ts';
import type { Reader } from '../reader.ts';

const COLUMNS = 7;
const ROWS = 11;
const MOST = 0.8;
const NEARLY_ALL = 0.88;

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
  // A sheet over nearly the whole view leaves a strip outside, if anything.
  return inside + caught >= NEARLY_ALL * COLUMNS * ROWS || (outside > 0 && caught >= MOST * outside);
}
