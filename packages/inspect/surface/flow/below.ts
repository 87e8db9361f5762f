import type { Reader } from '../reader.ts';

/** At most `most` ids below a node, in document order. `descendants` lists a whole subtree, which a hostile page makes the whole page. */
export function below(reader: Reader, id: number, most: number): readonly number[] {
  const ids: number[] = [];
  const last = Math.min(id + most, reader.surface.nodes.length - 1);
  for (let at = id + 1; at <= last && reader.within(at, id); at++) ids.push(at);
  return ids;
}
