import { centre, holds } from '../surface/geometry/box.ts';
import type { SurfaceReading } from '../surface/model.ts';
import type { Surface } from '../surface/surface.ts';

/** Pictures in front of the consumer in which no sure word was read: what they say, nobody can tell by machine. */
export function wordlessOverlays(surface: Surface, reading: SurfaceReading): SurfaceReading['pictures'] {
  const read = (surface.recognised ?? []).flatMap((picture) => picture.words.map((word) => centre(word.box)));
  return reading.pictures.filter(({ overlay, box }) => overlay && !read.some(({ x, y }) => holds(box, x, y)));
}
