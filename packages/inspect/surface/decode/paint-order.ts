import type { Draft } from './draft.ts';

/** A part (DevTools target) and where it hangs: the paint order of its owner element inside the parent part. */
export interface PaintPart {
  readonly parent: number;
  readonly ownerOrder: number;
}

/** One paint order over all parts: a frame of another process is painted just after the element that holds it. */
export function joinPaintOrders(drafts: readonly Draft[], parts: readonly PaintPart[]): void {
  if (parts.length < 2) return;
  const orders = parts.map(() => new Set<number>());
  for (const draft of drafts) if (draft.paintOrder >= 0) orders[draft.part]?.add(draft.paintOrder);
  const ranks = parts.map(() => new Map<number, number>());
  const done = new Set<number>();
  let next = 0;
  const number = (part: number) => {
    if (done.has(part)) return;
    done.add(part);
    const below = parts.flatMap((entry, at) => (entry.parent === part && at !== part ? [{ at, order: entry.ownerOrder }] : []));
    const waiting = [...(orders[part] ?? [])].sort((a, b) => a - b);
    for (const order of waiting) {
      ranks[part]?.set(order, next++);
      for (const child of below) if (child.order === order) number(child.at);
    }
    for (const child of below) number(child.at);
  };
  parts.forEach((entry, at) => {
    if (entry.parent === -1) number(at);
  });
  parts.forEach((_, at) => number(at));
  for (const draft of drafts) if (draft.paintOrder >= 0) draft.paintOrder = ranks[draft.part]?.get(draft.paintOrder) ?? -1;
}
