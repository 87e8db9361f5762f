/** Line (from 1) and column (from 1) of an offset. Small helper for texts that are asked once or twice. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let from = 0;
  for (;;) {
    const next = text.indexOf('\n', from);
    if (next === -1 || next >= offset) break;
    line += 1;
    from = next + 1;
  }
  return { line, column: offset - from + 1 };
}
