import type { Surface } from '../surface.ts';

/** Labels by the field they name, keyed by `<frame> <id>`: ids are unique in their document only. */
export function labelIndex(surface: Surface): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const node of surface.nodes) {
    const target = node.tag === 'label' ? node.attributes['for'] : undefined;
    if (target && !index.has(`${node.frame} ${target}`)) index.set(`${node.frame} ${target}`, node.id);
  }
  return index;
}
