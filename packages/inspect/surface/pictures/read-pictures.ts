import { area } from '../geometry/box.ts';
import { flowOf } from '../flow/flow.ts';
import type { SurfaceReading } from '../model.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Surface, SurfaceNode } from '../surface.ts';

type PictureReading = SurfaceReading['pictures'][number];

/** A quarter of the view: below it a picture may decorate, above it may speak. */
const LARGE = 0.25;
/** A picture in a layer speaks at smaller size, in CSS pixels. */
const IN_LAYER = 120 * 90;
/** A ground with this much live text on it is a ground. */
const CARRIES_TEXT = 30;
const MAP = /(^|[\s_-])(map|amap|bmap|tmap|qqmap|leaflet|mapbox|tile)([\s_-]|\d|$)/i;

/** Pictures on view that may carry words nobody reads without recognition: large ones, and those in a layer over the page. */
export function readPictures(surface: Surface, prompts: readonly { readonly node: number }[] = []): readonly PictureReading[] {
  const reader = readerOf(surface);
  const found: PictureReading[] = [];
  for (const node of surface.nodes) {
    const source = node.visible ? sourceOf(node) : null;
    if (source === null) continue;
    const shown = reader.visibleBox(node.id);
    if (!shown || !node.box) continue;
    const large = reader.cover(node.id) >= LARGE;
    if (!large && area(shown) < IN_LAYER) continue;
    const overlay = isOverlay(reader, prompts, node.id);
    if (!large && !overlay) continue;
    if (isMap(reader, node.id)) continue;
    const ground = node.tag !== 'img' && node.tag !== 'canvas' && flowOf(reader).of(node.id, CARRIES_TEXT + 1).length > CARRIES_TEXT;
    if (ground) continue;
    found.push({ node: node.id, box: shown, source: source.slice(0, 400), overlay });
  }
  return found;
}

/** Address of the picture; null for what is no picture or cannot hold words (a gradient, a spacer of one pixel). */
function sourceOf(node: SurfaceNode): string | null {
  if (node.tag === 'img' || (node.tag === 'input' && node.attributes['type'] === 'image')) {
    const source = node.attributes['current-src'] ?? node.attributes['src'] ?? '';
    return source === '' || source.startsWith('data:image/gif;base64,R0lGODlhAQAB') ? null : source;
  }
  if (node.tag === 'canvas') return 'canvas';
  if (node.tag === 'video') return node.attributes['poster'] ?? null;
  if (node.tag === 'object' || node.tag === 'embed')
    return /image|svg/.test(node.attributes['type'] ?? '') ? (node.attributes['data'] ?? node.attributes['src'] ?? null) : null;
  return /url\(["']?([^"')]+)/.exec(node.style?.backgroundImage ?? '')?.[1] ?? null;
}

function isOverlay(reader: Reader, prompts: readonly { readonly node: number }[], id: number): boolean {
  if (prompts.some((prompt) => reader.within(id, prompt.node))) return true;
  return (
    reader.closest(
      id,
      (above) =>
        above.tag === 'dialog' ||
        above.attributes['role'] === 'dialog' ||
        above.attributes['aria-modal'] === 'true' ||
        above.style?.position === 'fixed',
    ) !== null
  );
}

function isMap(reader: Reader, id: number): boolean {
  return reader.closest(id, (above) => MAP.test(`${above.attributes['class'] ?? ''} ${above.attributes['id'] ?? ''}`)) !== null;
}
