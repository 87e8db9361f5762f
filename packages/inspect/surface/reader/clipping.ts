import type { Box } from '../../facts/fact.ts';
import { area, intersect, union } from '../geometry/box.ts';
import type { Surface, SurfaceNode } from '../surface.ts';
import type { TreeReader } from './tree.ts';

export interface ClippingReader {
  readonly viewport: Box;
  visibleBox(id: number): Box | null;
  boxOf(id: number): Box | null;
  visibleShare(id: number): number;
  cover(id: number): number;
  /** Part of the viewport in which the node may be painted at all; null when nowhere. */
  window(id: number): Box | null;
}

interface Windows {
  /** For children in the flow, for absolute ones, for fixed ones. */
  readonly flow: Box | null;
  readonly absolute: Box | null;
  readonly fixed: Box | null;
}

/** What scrolling and cutting boxes leave of every node. One pass, parents first. */
export function clippingReader(surface: Surface, tree: TreeReader): ClippingReader {
  const { width, height } = surface.viewport;
  const viewport: Box = { x: 0, y: 0, width, height };
  let windows: Windows[] | null = null;
  let own: (Box | null)[] = [];

  const prepare = (): void => {
    if (windows) return;
    const made: Windows[] = [];
    own = [];
    for (const node of surface.nodes) {
      const above = made[node.parent] ?? { flow: viewport, absolute: viewport, fixed: viewport };
      const position = node.tag === '#text' || node.tag === '#document' ? 'static' : (node.style?.position ?? 'static');
      const mine = position === 'fixed' ? above.fixed : position === 'absolute' ? above.absolute : above.flow;
      own[node.id] = mine;
      made[node.id] = below(node, position, mine, above);
    }
    windows = made;
  };

  const window = (id: number) => {
    prepare();
    return own[id] ?? null;
  };
  const boxOf = (id: number): Box | null => {
    const node = tree.node(id);
    if (node.box && area(node.box) > 0) return node.box;
    return union(tree.descendants(id).map((below) => (tree.node(below).visible ? tree.node(below).box : null))) ?? node.box;
  };
  const visibleBox = (id: number): Box | null => {
    if (!tree.isVisible(id)) return null;
    const box = boxOf(id);
    const room = window(id);
    return box && room ? intersect(box, room) : null;
  };
  return {
    viewport,
    window,
    boxOf,
    visibleBox,
    visibleShare: (id) => {
      const box = boxOf(id);
      const shown = visibleBox(id);
      return box && shown && area(box) > 0 ? area(shown) / area(box) : 0;
    },
    cover: (id) => {
      const shown = visibleBox(id);
      return shown && area(viewport) > 0 ? area(shown) / area(viewport) : 0;
    },
  };
}

function below(node: SurfaceNode, position: string, mine: Box | null, above: Windows): Windows {
  const { box, style, tag } = node;
  if (tag === '#document' && node.parent >= 0) {
    const room = mine && box ? intersect(mine, box) : null;
    return { flow: room, absolute: room, fixed: room };
  }
  const cuts =
    box !== null &&
    style !== null &&
    style.overflow !== 'visible' &&
    style.display !== 'inline' &&
    tag !== 'html' &&
    tag !== 'body' &&
    tag !== '#text';
  const flow = cuts && mine && box ? intersect(mine, box) : mine;
  // An absolute child escapes a cutting box that is not positioned.
  return { flow, absolute: position === 'static' ? above.absolute : flow, fixed: above.fixed };
}
