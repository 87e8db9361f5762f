/** Offsets at which the lines of a text begin, kept as long as somebody holds the owner of the text. */
const TABLES = new WeakMap<object, readonly number[]>();

function tableOf(text: string, owner: object): readonly number[] {
  const known = TABLES.get(owner);
  if (known) return known;
  const table = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) table.push(at + 1);
  TABLES.set(owner, table);
  return table;
}

/** Line and column (from 1) of an offset. `owner` stands for the text: places in one text are asked by the thousand. */
export function placeOf(text: string, offset: number, owner: object): { line: number; column: number } {
  const table = tableOf(text, owner);
  let low = 0;
  let high = table.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (table[low] ?? 0) + 1 };
}
