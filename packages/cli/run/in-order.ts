/**
 * Runs `work` over items, at most `limit` at a time, and hands each result to `emit` in the order of the items as soon as all
 * before it are out. `work` must not throw.
 */
export async function inOrder<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<R>,
  emit: (result: R, index: number) => void,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = new Map<number, R>();
  let next = 0;
  let out = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      waiting.set(index, await work(items[index] as T, index));
      while (waiting.has(out)) {
        const result = waiting.get(out) as R;
        waiting.delete(out);
        results.push(result);
        emit(result, out);
        out += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
