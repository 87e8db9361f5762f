/** Place of the first value `>= from` in an ascending list (its length when there is none). */
export function firstAt(list: readonly number[], from: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an ascending list holds a value with `from <= value < to`. */
export function holdsBetween(list: readonly number[], from: number, to: number): boolean {
  const value = list[firstAt(list, from)];
  return value !== undefined && value < to;
}
