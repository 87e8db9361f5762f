import type { Box } from '../facts/fact.ts';
import { centre, intersect } from './geometry/box.ts';
import { clippingReader } from './reader/clipping.ts';
import { contrastReader } from './reader/contrast.ts';
import { hitReader } from './reader/hit-test.ts';
import { namesReader } from './reader/names.ts';
import { selectorReader } from './reader/selector.ts';
import { treeReader } from './reader/tree.ts';
import type { Surface, SurfaceNode } from './surface.ts';

/** Questions about one surface. All take and give node ids (indices into `surface.nodes`); indexes are built once per surface. */
export interface Reader {
  readonly surface: Surface;
  readonly viewport: Box;
  /** @throws RangeError when the id is not of this surface. */
  node(id: number): SurfaceNode;
  /** Nearest first, across shadow roots and frames. */
  ancestors(id: number): readonly number[];
  /** In document order, without the node itself. */
  descendants(id: number): readonly number[];
  /** Nearest ancestor or self for which `test` holds. */
  closest(id: number, test: (node: SurfaceNode) => boolean): number | null;
  /** Whether `inner` is `outer` or lies below it. */
  within(inner: number, outer: number): boolean;
  /** Lowest node that holds all given ones. */
  commonAncestor(ids: readonly number[]): number;
  /** The node or something in it is laid out and not hidden (perhaps outside the viewport). */
  isVisible(id: number): boolean;
  /** Visible words in document order, with names of pictures and fields and generated content; white space made single. */
  textOf(id: number): string;
  /** Words a control or picture is known by: aria-labelledby, aria-label, its label or text, alt, title, placeholder, value. */
  accessibleName(id: number): string;
  /** Part of the box that is inside the viewport and not cut by scrolling boxes; null when nothing is. */
  visibleBox(id: number): Box | null;
  /** Box of the node, or of what it holds when it has none of its own. */
  boxOf(id: number): Box | null;
  /** Share of the node's own box that is in `visibleBox`, 0–1. */
  visibleShare(id: number): number;
  /** Share of the viewport that the node covers, 0–1. */
  cover(id: number): number;
  /** The element that gets a press at this point of the viewport (paint order, pointer-events, modal dialogs); null outside. */
  hitTest(x: number, y: number): number | null;
  /** Elements at the point from the eye inwards, whether or not they take presses. */
  stack(x: number, y: number): readonly number[];
  /** A point of the viewport where a press reaches the node or something in it; null when it is covered or outside. */
  pressPoint(id: number): { readonly x: number; readonly y: number } | null;
  /** Product of the opacities of the node and all around it, 0–1. */
  opacity(id: number): number;
  /** WCAG contrast of the node's text against what lies behind it, 1–21; null when a picture lies behind or no text is painted. */
  contrast(id: number): number | null;
  /** Listener, link, native control, role, handler attribute, or a pointer cursor of its own. */
  isClickable(id: number): boolean;
  /** Short CSS path, stable over reloads where the page allows; ` >>> ` enters a frame or shadow root. */
  selectorOf(id: number): string;
}

const readers = new WeakMap<Surface, Reader>();

/** The reader of a surface, made once and kept as long as the surface lives. Everything inside is computed when first asked for. */
export function readerOf(surface: Surface): Reader {
  const known = readers.get(surface);
  if (known) return known;
  const tree = treeReader(surface);
  const clipping = clippingReader(surface, tree);
  const names = namesReader(surface, tree);
  const hits = hitReader(surface, tree, clipping);
  const contrast = contrastReader(surface, tree, clipping);
  const selectors = selectorReader(surface, tree);

  const pressPoint = (given: number) => {
    const id = tree.node(given).tag === '#text' ? tree.node(given).parent : given;
    for (const point of pointsOf(id)) {
      const hit = hits.hitTest(point.x, point.y);
      if (hit !== null && tree.within(hit, id)) return point;
    }
    return null;
  };
  // A text that wraps has a box whose middle may belong to somebody else: its lines are tried first.
  function* pointsOf(id: number) {
    const shown = clipping.visibleBox(id);
    for (const below of [id, ...tree.descendants(id)]) {
      const node = tree.node(below);
      for (const line of node.lines ?? []) {
        const part = intersect(line, clipping.viewport);
        if (part) yield centre(part);
      }
    }
    if (!shown) return;
    yield centre(shown);
    for (const fy of [0.5, 0.2, 0.8])
      for (const fx of [0.5, 0.15, 0.85]) yield { x: shown.x + shown.width * fx, y: shown.y + shown.height * fy };
  }

  const reader: Reader = {
    surface,
    viewport: clipping.viewport,
    node: tree.node,
    ancestors: tree.ancestors,
    descendants: tree.descendants,
    closest: tree.closest,
    within: tree.within,
    commonAncestor: tree.commonAncestor,
    isVisible: tree.isVisible,
    textOf: names.textOf,
    accessibleName: names.accessibleName,
    visibleBox: clipping.visibleBox,
    boxOf: clipping.boxOf,
    visibleShare: clipping.visibleShare,
    cover: clipping.cover,
    hitTest: hits.hitTest,
    stack: hits.stack,
    pressPoint,
    opacity: contrast.opacity,
    contrast: contrast.contrast,
    isClickable: tree.isClickable,
    selectorOf: selectors.selectorOf,
  };
  readers.set(surface, reader);
  return reader;
}
