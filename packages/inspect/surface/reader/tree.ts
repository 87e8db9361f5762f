import type { Surface, SurfaceNode } from '../surface.ts';

export interface TreeReader {
  node(id: number): SurfaceNode;
  ancestors(id: number): readonly number[];
  descendants(id: number): readonly number[];
  closest(id: number, test: (node: SurfaceNode) => boolean): number | null;
  within(inner: number, outer: number): boolean;
  commonAncestor(ids: readonly number[]): number;
  isVisible(id: number): boolean;
  isClickable(id: number): boolean;
  /** First id after the node's own subtree. */
  end(id: number): number;
}

const NATIVE = new Set(['button', 'select', 'textarea', 'summary', 'label', 'option', 'area']);
const PRESSED_ROLES = /^(button|link|checkbox|radio|switch|tab|menuitem|menuitemcheckbox|menuitemradio|option)$/;

/** Family questions. Ids are given in document order, so the subtree of a node is one run of ids. */
export function treeReader(surface: Surface): TreeReader {
  const { nodes } = surface;
  const ends = new Int32Array(nodes.length);
  const seen = new Uint8Array(nodes.length);
  for (let id = nodes.length - 1; id >= 0; id--) {
    const node = nodes[id];
    if (!node) continue;
    if ((ends[id] ?? 0) < id + 1) ends[id] = id + 1;
    if (node.visible) seen[id] = 1;
    if (node.parent >= 0) {
      if ((ends[node.parent] ?? 0) < (ends[id] ?? 0)) ends[node.parent] = ends[id] ?? 0;
      if (seen[id]) seen[node.parent] = 1;
    }
  }
  const node = (id: number): SurfaceNode => {
    const found = nodes[id];
    if (!found) throw new RangeError(`no node ${id} in this surface of ${nodes.length} nodes`);
    return found;
  };
  const end = (id: number) => ends[id] ?? id + 1;
  const ancestors = (id: number): number[] => {
    const list: number[] = [];
    for (let at = node(id).parent; at >= 0; at = node(at).parent) list.push(at);
    return list;
  };
  const within = (inner: number, outer: number) => inner >= outer && inner < end(outer);
  return {
    node,
    end,
    ancestors,
    within,
    descendants: (id) => {
      node(id);
      return Array.from({ length: end(id) - id - 1 }, (_, at) => id + 1 + at);
    },
    closest: (id, test) => {
      for (let at = id; at >= 0; at = node(at).parent) if (test(node(at))) return at;
      return null;
    },
    commonAncestor: (ids) => {
      let common = ids[0] ?? 0;
      for (const id of ids) while (!within(id, common)) common = Math.max(0, node(common).parent);
      return common;
    },
    isVisible: (id) => seen[id] === 1,
    isClickable: (id) => clickable(node(id), nodes),
  };
}

function clickable(node: SurfaceNode, nodes: Surface['nodes']): boolean {
  if (node.tag === '#text' || node.tag === '#document' || node.tag === 'html' || node.tag === 'body') return false;
  // DevTools calls hidden fields clickable as it does all fields.
  if (node.tag === 'input') return node.attributes['type']?.toLowerCase() !== 'hidden';
  if (node.clickable || NATIVE.has(node.tag)) return true;
  if (node.tag === 'a' && 'href' in node.attributes) return true;
  const { attributes } = node;
  if (PRESSED_ROLES.test(attributes['role'] ?? '')) return true;
  for (const name of Object.keys(attributes))
    if (
      /^(onclick|ontap|ontouchend|ontouchstart|onpointerup|onmousedown|@click|@tap|v-on:click|bindtap|ng-click|data-href|data-url)$/.test(
        name,
      )
    )
      return true;
  // The cursor is inherited: only where it begins is the control.
  if (node.style?.cursor !== 'pointer') return false;
  return nodes[node.parent]?.style?.cursor !== 'pointer';
}
