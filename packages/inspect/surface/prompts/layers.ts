import { gap, intersect } from '../geometry/box.ts';
import type { Reader } from '../reader.ts';
import { parseColour } from '../style/colour.ts';
import type { SurfaceNode } from '../surface.ts';

/** Something put in front of the page. */
export interface Layer {
  /** Top of its subtree; for a screen in the flow of the page, the block that holds it. */
  readonly root: number;
  /** Subtrees that belong to the root by nearness only (a cross beside the panel). */
  readonly satellites: readonly number[];
  /** Subtrees inside the root that are layers of their own. */
  readonly without: readonly number[];
  readonly form: 'over' | 'flow';
  /** For the flow: nothing else of note is on the page. */
  readonly fills?: boolean;
  /** The whole page taken as one screen. */
  readonly screen?: boolean;
}

/** Covers nearly all of the view. */
const FULL = 0.88;
/** A page in its own right has at least this many controls. */
const PAGE_CONTROLS = 12;
const PAGE_TEXT = 150;
/** A page of positioned boxes must not cost more; the rest is left out. */
const MOST_ROOTS = 300;
const MOST_LAYERS = 60;
const SATELLITE_SIDE = 72;
const SATELLITE_REACH = 220;

/**
 * Layers in front of the page, the one nearest to the eye first: positioned over other content, dialogs by tag or role, sheets, banners.
 * Application shells (a fixed box that *is* the page) are looked through. Linear in the number of nodes for ordinary pages.
 */
export function findLayers(reader: Reader): Layer[] {
  const contents = contentNodes(reader);
  const roots: number[] = [];
  const { nodes } = reader.surface;
  for (let id = 0; id < nodes.length; id++) {
    const node = nodes[id];
    if (!node || !isOverlay(reader, node) || !reader.isVisible(id) || reader.visibleBox(id) === null) continue;
    if (isShell(reader, node, contents)) continue;
    if (!isNamedDialog(node) && !hasBehind(reader, node, contents) && !isMask(reader, node)) continue;
    roots.push(id);
    if (roots.length >= MOST_ROOTS) break;
    id += reader.descendants(id).length;
  }
  const nested = new Map<number, number[]>();
  for (const root of roots) nested.set(root, innerLayers(reader, root, contents));
  const all = [...roots, ...[...nested.values()].flat()];
  const small = all.filter((id) => isSatellite(reader, id));
  const large = all.filter((id) => !small.includes(id));
  const layers = large.map((root) => ({
    root,
    satellites: small.filter((id) => nearest(reader, id, large) === root),
    without: nested.get(root) ?? [],
    form: 'over' as const,
  }));
  return layers.sort((a, b) => topOrder(reader, b.root) - topOrder(reader, a.root)).slice(0, MOST_LAYERS);
}

/** The layer a small thing belongs to: the one it lies next to, masks aside. */
function nearest(reader: Reader, id: number, layers: readonly number[]): number | null {
  const own = reader.visibleBox(id);
  let best: number | null = null;
  let least = SATELLITE_REACH;
  for (const layer of layers) {
    const box = reader.visibleBox(layer);
    if (!own || !box || reader.cover(layer) >= FULL) continue;
    const distance = gap(own, box);
    if (distance < least) {
      least = distance;
      best = layer;
    }
  }
  return best;
}

/** Visible words, pictures and fields inside the view: what a layer can lie in front of. */
function contentNodes(reader: Reader): SurfaceNode[] {
  return reader.surface.nodes.filter(
    (node) =>
      node.visible &&
      (node.tag === '#text' || /^(img|input|select|textarea|canvas|video|svg)$/.test(node.tag)) &&
      reader.visibleBox(node.id) !== null,
  );
}

function isOverlay(reader: Reader, node: SurfaceNode): boolean {
  if (isNamedDialog(node)) return true;
  const style = node.style;
  if (!style || node.tag === '#text' || node.tag === 'html' || node.tag === 'body' || node.tag.startsWith('::')) return false;
  if (style.position === 'fixed') return true;
  const z = Number(style.zIndex);
  // Old pages pile boxes without z-index: later positioned ones lie on top all the same.
  if (style.position === 'absolute') return z >= 1 || (style.zIndex === 'auto' && (isMask(reader, node) || isLooseCard(reader, node)));
  return (style.position === 'relative' || style.position === 'sticky') && z >= 100;
}

function isLooseCard(reader: Reader, node: SurfaceNode): boolean {
  const colour = parseColour(node.style?.backgroundColor ?? '');
  const box = node.box;
  return colour !== null && colour.a > 0.9 && box !== null && box.width >= 0.5 * reader.viewport.width && reader.cover(node.id) >= 0.08;
}

function isNamedDialog(node: SurfaceNode): boolean {
  if (node.tag === 'dialog') return 'open' in node.attributes;
  const role = node.attributes['role'];
  return role === 'dialog' || role === 'alertdialog' || node.attributes['aria-modal'] === 'true';
}

/** Half-transparent and large: dims what lies behind. */
export function isMask(reader: Reader, node: SurfaceNode): boolean {
  const colour = parseColour(node.style?.backgroundColor ?? '');
  return (
    colour !== null &&
    colour.a * (node.style?.opacity ?? 1) > 0.08 &&
    colour.a * (node.style?.opacity ?? 1) < 0.97 &&
    reader.cover(node.id) >= FULL
  );
}

function hasBehind(reader: Reader, node: SurfaceNode, contents: readonly SurfaceNode[]): boolean {
  const box = reader.visibleBox(node.id);
  if (!box) return false;
  const order = topOrder(reader, node.id);
  return contents.some((content) => {
    if (content.paintOrder >= order || reader.within(content.id, node.id)) return false;
    const own = reader.visibleBox(content.id);
    // At the edge of the view a bar lies over content that scrolls beneath it: being fixed is enough there.
    return own !== null && (node.style?.position === 'fixed' || intersect(own, box) !== null);
  });
}

/** A positioned box that carries the page itself. */
function isShell(reader: Reader, node: SurfaceNode, contents: readonly SurfaceNode[]): boolean {
  if (isNamedDialog(node) || reader.cover(node.id) < FULL || isMask(reader, node)) return false;
  const colour = parseColour(node.style?.backgroundColor ?? '');
  if (!hasBehind(reader, node, contents)) return true;
  if (colour !== null && colour.a > 0.97) return isPageLike(reader, node.id);
  return false;
}

function isPageLike(reader: Reader, id: number): boolean {
  const controls = reader.descendants(id).filter((at) => reader.isClickable(at) && reader.visibleBox(at) !== null);
  return controls.length >= PAGE_CONTROLS && reader.textOf(id).length > PAGE_TEXT;
}

/** Layers on top of a layer: a question over a sheet. They must hide much of what the outer one says. */
function innerLayers(reader: Reader, root: number, contents: readonly SurfaceNode[]): number[] {
  const inside = contents.filter((content) => content.tag === '#text' && reader.within(content.id, root));
  const found: number[] = [];
  for (const id of reader.descendants(root)) {
    const node = reader.node(id);
    if (found.some((outer) => reader.within(id, outer)) || !isOverlay(reader, node)) continue;
    const box = reader.visibleBox(id);
    if (!box || reader.cover(id) < 0.1) continue;
    const order = topOrder(reader, id);
    const own = inside.filter((text) => reader.within(text.id, id));
    if (own.reduce((sum, text) => sum + text.text.length, 0) < 6) continue;
    const others = inside.filter((text) => !reader.within(text.id, id) && text.paintOrder < order);
    const length = (list: readonly SurfaceNode[]) => list.reduce((sum, text) => sum + text.text.length, 0);
    const hidden = others.filter((text) => {
      const shown = reader.visibleBox(text.id);
      return shown !== null && intersect(shown, box) !== null;
    });
    if (length(others) >= 12 && length(hidden) >= 0.5 * length(others)) found.push(id);
  }
  return found;
}

function isSatellite(reader: Reader, id: number): boolean {
  const box = reader.visibleBox(id);
  if (!box || box.width > SATELLITE_SIDE || box.height > SATELLITE_SIDE) return false;
  return reader.textOf(id).length <= 2;
}

/** Paint order of a layer: a container may itself paint nothing. */
export function topOrder(reader: Reader, id: number): number {
  const own = reader.node(id).paintOrder;
  return own >= 0
    ? own
    : Math.max(
        -1,
        ...reader
          .descendants(id)
          .slice(0, 50)
          .map((at) => reader.node(at).paintOrder),
      );
}
