import type { ProgramFile } from '../program.ts';
import type { Place } from './program-model.ts';

const tables = new WeakMap<ProgramFile, { readonly text: string; readonly starts: Uint32Array }>();

function tableOf(file: ProgramFile): { readonly text: string; readonly starts: Uint32Array } {
  const known = tables.get(file);
  if (known) return known;
  const text = file.text;
  const starts: number[] = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const table = { text, starts: Uint32Array.from(starts) };
  tables.set(file, table);
  return table;
}

/** Where an offset of `file.text` stands in the file that a person opens. */
export function placeIn(file: ProgramFile, offset: number): Place {
  const { text, starts } = tableOf(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  const begin = starts[low] ?? 0;
  const end = starts[low + 1] ?? text.length;
  // A line of a bundle can be megabytes long: quote the surroundings, not the line.
  const from = end - begin > 400 ? Math.max(begin, offset - 40) : begin;
  return {
    file: file.path,
    line: file.startLine + low,
    column: offset - begin + (low === 0 ? (file.startColumn ?? 1) : 1),
    artefact: file.artefact,
    quote: text
      .slice(from, Math.min(end, from + 400))
      .trim()
      .slice(0, 160),
  };
}
