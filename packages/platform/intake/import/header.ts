import type { SheetRow } from './cell.ts';
import { orderFields } from './order.ts';
import type { Merge } from './read-xlsx.ts';

export interface Header {
  /** Names of the columns; `投诉人/姓名` where two rows make the name, `` for a column without one. */
  readonly names: readonly string[];
  /** First line behind the header. */
  readonly dataFrom: number;
}

/** Rows at the top among which the header is looked for; exports put a title and a note above it. */
export const HEADER_ROWS = 15;

/** A name as it is compared: width, case, spaces, marks of required fields and brackets with a note are gone. */
export function normalName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|[\s*:/\\_·\-"'“”]/g, '');
}

const known: ReadonlySet<string> = new Set(orderFields.flatMap(({ words }) => words.map(normalName)));

/** Whether a name, or its end (`投诉人/姓名` → `姓名`), is a word of a field. */
export function isKnownName(name: string): boolean {
  const normal = normalName(name);
  return known.has(normal) || [...known].some((word) => word.length >= 3 && normal.endsWith(word));
}

/**
 * Finds the header among the first rows: the row, or the two rows together, with the most names of known fields.
 * `merges` tell how far a name of the upper row reaches; a CSV has none, so an empty cell beside a name belongs to it.
 * Undefined when no row names at least two fields.
 */
export function findHeader(rows: readonly SheetRow[], merges: readonly Merge[] = []): Header | undefined {
  let best: (Header & { readonly score: number }) | undefined;
  for (const [at, row] of rows.slice(0, HEADER_ROWS).entries()) {
    const single = textsOf(row);
    const candidates = [{ names: single, dataFrom: row.line + 1 }];
    const below = rows[at + 1];
    const joined = below && joinedNames(row, below, merges);
    if (below && joined) candidates.push({ names: joined, dataFrom: below.line + 1 });
    for (const candidate of candidates) {
      const score = candidate.names.filter(isKnownName).length;
      if (score >= 2 && (best === undefined || score > best.score)) best = { ...candidate, score };
    }
  }
  return best && { names: unique(best.names), dataFrom: best.dataFrom };
}

const textsOf = ({ cells }: SheetRow): string[] => cells.map(({ text }) => text.replace(/\s+/g, '').trim());

/** Names of a header in two rows; undefined when the second row is no part of one. */
function joinedNames(upper: SheetRow, lower: SheetRow, merges: readonly Merge[]): string[] | undefined {
  const [top, bottom] = [textsOf(upper), textsOf(lower)];
  const width = Math.max(top.length, bottom.length);
  const spanned = (column: number): string => {
    const merge = merges.find(({ top: from, left, right }) => from === upper.line && left <= column && column <= right);
    if (merge !== undefined) return top[merge.left] ?? '';
    if (merges.length > 0 || (top[column] ?? '') !== '') return top[column] ?? '';
    // Without merges: the nearest name to the left, as long as the lower row names something here.
    return (bottom[column] ?? '') === '' ? '' : ([...top.slice(0, column)].reverse().find((text) => text !== '') ?? '');
  };
  const names = Array.from({ length: width }, (_, column) => {
    const [over, under] = [spanned(column), bottom[column] ?? ''];
    return under === '' || under === over ? over : over === '' ? under : `${over}/${under}`;
  });
  // Data is no part of a header: in it a filled cell stands under nearly every name.
  const filled = bottom.filter((text) => text !== '');
  const stacked = bottom.filter(
    (text, column) => text !== '' && (top[column] ?? '') !== '' && !isGroup(column, upper, bottom, merges),
  ).length;
  return filled.length === 0 || stacked > 0 || filled.some((text) => /\d{4,}/.test(text)) ? undefined : names;
}

/** An upper name over several lower ones. */
function isGroup(column: number, upper: SheetRow, bottom: readonly string[], merges: readonly Merge[]): boolean {
  const merge = merges.find(({ top, left }) => top === upper.line && left === column);
  if (merge !== undefined) return merge.right > merge.left;
  const next = upper.cells[column + 1]?.text.trim() ?? '';
  return next === '' && (bottom[column + 1] ?? '') !== '';
}

/** Two columns of one name would make the map ambiguous: the later ones get a number. */
function unique(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return name !== '' && times > 1 ? `${name}#${times}` : name;
  });
}
