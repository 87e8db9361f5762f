import type { Box } from '../../facts/fact.ts';
import type { SurfaceStyle } from '../surface.ts';

/** A node while the frames are being joined; numbers are given at the end, in document order. */
export interface Draft {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  text: string;
  box: Box | null;
  lines: Box[] | null;
  style: SurfaceStyle | null;
  insetX: number;
  insetY: number;
  cutAway: boolean;
  /** Paint order inside its part, replaced by the order over all parts. */
  paintOrder: number;
  clickable: boolean;
  checked: boolean | null;
  value: string | null;
  shadow: 'open' | 'closed' | null;
  backend: number | undefined;
  frame: number;
  part: number;
  children: Draft[];
}

/** Puts light children of a shadow host where its slots show them, so that what is seen together lies together in the tree. */
export function fillSlots(host: Draft): void {
  const inShadow = host.children.filter((child) => child.shadow !== null && child.shadow !== host.shadow);
  if (inShadow.length === 0) return;
  const slots = new Map<string, Draft>();
  const search = (node: Draft) => {
    if (node.tag === 'slot') {
      const name = node.attributes['name'] ?? '';
      if (!slots.has(name)) slots.set(name, node);
    }
    for (const child of node.children) search(child);
  };
  for (const child of inShadow) search(child);
  if (slots.size === 0) return;
  const shown = new Set(inShadow);
  host.children = host.children.filter((child) => {
    if (shown.has(child)) return true;
    const slot = slots.get(child.attributes['slot'] ?? '');
    if (!slot) return true;
    slot.children.push(child);
    return false;
  });
}
