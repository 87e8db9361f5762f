import type { Box } from '../../facts/fact.ts';
import { holds, intersect } from '../geometry/box.ts';
import type { Surface, SurfaceNode } from '../surface.ts';
import type { ClippingReader } from './clipping.ts';
import type { TreeReader } from './tree.ts';

export interface HitReader {
  hitTest(x: number, y: number): number | null;
  stack(x: number, y: number): readonly number[];
}

interface Target {
  readonly id: number;
  readonly boxes: readonly Box[];
  readonly presses: boolean;
}

/** Who gets a press: nodes in the viewport from the last painted to the first. */
export function hitReader(surface: Surface, tree: TreeReader, clipping: ClippingReader): HitReader {
  let targets: Target[] | null = null;
  let modal: number | null = null;

  const prepare = (): Target[] => {
    if (targets) return targets;
    const dead = new Uint8Array(surface.nodes.length);
    const list: { node: SurfaceNode; boxes: Box[]; presses: boolean }[] = [];
    for (const node of surface.nodes) {
      // `inert` shuts a whole subtree; opacity does not: an invisible sheet still takes the press.
      if (dead[node.parent] || 'inert' in node.attributes) dead[node.id] = 1;
      if (!node.box || node.style?.visibility !== 'visible' || node.style.display === 'none') continue;
      // An inline element's box spans its lines and the gaps between them: its texts are the targets.
      if (node.style.display === 'inline' && node.tag !== '#text' && !node.tag.startsWith('::') && !isReplaced(node)) continue;
      const room = clipping.window(node.id);
      if (!room) continue;
      const boxes = (node.lines ?? [node.box]).flatMap((box) => intersect(box, room) ?? []);
      if (boxes.length > 0) list.push({ node, boxes, presses: !dead[node.id] && node.style.pointerEvents !== 'none' });
      if (node.tag === 'dialog' && 'open' in node.attributes && node.style.position === 'fixed') modal = topmost(surface, modal, node.id);
    }
    list.sort((a, b) => b.node.paintOrder - a.node.paintOrder || b.node.id - a.node.id);
    targets = list.map(({ node, boxes, presses }) => ({
      id: node.tag === '#text' || node.tag.startsWith('::') ? node.parent : node.id,
      boxes,
      presses,
    }));
    return targets;
  };

  return {
    hitTest: (x, y) => {
      if (!holds(clipping.viewport, x, y)) return null;
      for (const target of prepare()) {
        if (!target.presses || !target.boxes.some((box) => holds(box, x, y))) continue;
        // A modal dialog makes all outside it inert; its backdrop answers for it.
        if (modal !== null && !tree.within(target.id, modal)) return modal;
        return target.id;
      }
      return modal ?? 0;
    },
    stack: (x, y) => {
      const found = new Set<number>();
      for (const target of prepare()) if (target.boxes.some((box) => holds(box, x, y))) found.add(target.id);
      return [...found];
    },
  };
}

function topmost(surface: Surface, a: number | null, b: number): number {
  if (a === null) return b;
  return (surface.nodes[a]?.paintOrder ?? -1) > (surface.nodes[b]?.paintOrder ?? -1) ? a : b;
}

function isReplaced(node: SurfaceNode): boolean {
  return (
    node.tag === 'img' ||
    node.tag === 'svg' ||
    node.tag === 'canvas' ||
    node.tag === 'video' ||
    node.tag === 'iframe' ||
    node.tag === 'input'
  );
}
