import type { Edge, Graph, Root } from './graph.ts';
import type { Fn, Guard } from './script.ts';

/** One way from where running begins to a function: the root, the calls in order, all conditions on it. */
export interface Way {
  readonly root: Root;
  readonly edges: readonly Edge[];
}

const MOST_FUNCTIONS = 600;

/** The shortest way from every root that leads to `fn`. Edges that `passes` refuses are not taken. */
export function waysTo(fn: Fn, graph: Graph, passes: (guards: readonly Guard[], edge: Edge) => boolean = () => true): Way[] {
  const ways: Way[] = [];
  const next = new Map<Fn, Edge | null>([[fn, null]]);
  const queue: Fn[] = [fn];
  for (let at = 0; at < queue.length && at < MOST_FUNCTIONS; at += 1) {
    const here = queue[at]!;
    for (const root of graph.roots.get(here) ?? []) {
      const edges: Edge[] = [];
      for (let edge = next.get(here); edge; edge = next.get(edge.to)) edges.push(edge);
      ways.push({ root, edges });
    }
    for (const edge of graph.into.get(here) ?? []) {
      if (next.has(edge.from) || !passes(edge.guards, edge)) continue;
      next.set(edge.from, edge);
      queue.push(edge.from);
    }
  }
  return ways;
}
