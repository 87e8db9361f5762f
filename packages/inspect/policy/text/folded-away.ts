import type { Surface, SurfaceNode } from '../../surface/surface.ts';

/** A button that opens a section is short; whatever is longer is text of its own. Our own line. */
const LONGEST_OPENER = 60;

/**
 * Marks the nodes of sections that a reader opens with one press: closed `<details>`, panels of tabs, and blocks that hide right
 * below a short line one can press. What stands in them is part of the text, though a picture of the page does not show it.
 */
export function foldedAway(surface: Surface): readonly boolean[] {
  const { nodes } = surface;
  const marks: boolean[] = [];
  for (const node of nodes) marks[node.id] = marks[node.parent] === true || (!node.visible && opens(nodes, node));
  return marks;
}

function opens(nodes: readonly SurfaceNode[], node: SurfaceNode): boolean {
  const parent = nodes[node.parent];
  if (!parent || parent.id === node.id || node.attributes['role'] === 'dialog') return false;
  if (parent.tag === 'details') return parent.visible && node.tag !== 'summary';
  if (node.attributes['role'] === 'tabpanel') return true;
  if (node.tag.startsWith('#') || !parent.visible) return false;
  const place = parent.children.indexOf(node.id);
  const before = parent.children
    .slice(0, Math.max(place, 0))
    .map((id) => nodes[id])
    .findLast((sibling) => sibling?.tag !== '#text');
  return before !== undefined && before.visible && isOpener(nodes, before);
}

/** Says that it opens something, or can be pressed and is as short as a heading. */
function isOpener(nodes: readonly SurfaceNode[], node: SurfaceNode): boolean {
  const within = below(nodes, node);
  const words = within.map(({ text }) => text.trim()).join('');
  if (words === '' || words.length > LONGEST_OPENER) return false;
  return within.some(
    ({ attributes, clickable, tag }) => attributes['aria-expanded'] !== undefined || tag === 'button' || (clickable && tag !== 'a'),
  );
}

function below(nodes: readonly SurfaceNode[], node: SurfaceNode): readonly SurfaceNode[] {
  const found: SurfaceNode[] = [node];
  // A heading with its number, words and arrow is a handful of nodes; more is no heading.
  for (let at = 0; at < found.length && found.length < 40; at++)
    for (const id of found[at]?.children ?? []) {
      const child = nodes[id];
      if (child) found.push(child);
    }
  return found;
}
