import type { PiCategory } from '@liangjian/law';
import type { Leaf } from './leaves.ts';

export interface SplitFound {
  readonly category: PiCategory;
  /** Names of the parts in order, joined by `+`. */
  readonly key: string;
}

type Sought = readonly { readonly category: PiCategory; readonly text: string }[];

/** Parts of one value may stand this many values apart. */
const WINDOW = 8;

/** Values sent in pieces: neighbouring values that make the whole when joined, or ordered pieces with a few others between. */
export function splitsIn(leaves: readonly Leaf[], sought: Sought): readonly SplitFound[] {
  return sought.flatMap(({ category, text }) => {
    const key = joined(leaves, text.toLowerCase()) ?? chained(leaves, text.toLowerCase(), 3);
    return key === null ? [] : [{ category, key }];
  });
}

/** Pieces spread over several messages, in order; `pieces` are the values of consecutive messages to one host. */
export function splitOver(pieces: readonly Leaf[], sought: Sought): readonly SplitFound[] {
  return sought.flatMap(({ category, text }) => {
    if (text.length < 8) return [];
    const key = chained(pieces, text.toLowerCase(), 4);
    return key === null ? [] : [{ category, key }];
  });
}

function joined(leaves: readonly Leaf[], text: string): string | null {
  let whole = '';
  const starts: { readonly at: number; readonly key: string }[] = [];
  for (const { key, value } of leaves) {
    // A value that could hold the whole by itself is looked through elsewhere; here it only ends a chain.
    if (value.length >= text.length) whole += '\n';
    else {
      starts.push({ at: whole.length, key });
      whole += value.toLowerCase();
    }
  }
  const at = whole.indexOf(text);
  if (at < 0) return null;
  const before = starts.findLastIndex((start) => start.at <= at);
  const after = starts.findLastIndex((start) => start.at < at + text.length);
  return namesOf(starts.slice(before, after + 1).map(({ key }) => key));
}

function chained(leaves: readonly Leaf[], text: string, shortest: number): string | null {
  const open: { readonly done: number; readonly at: number; readonly keys: readonly string[] }[] = [];
  for (const [at, { key, value }] of leaves.entries()) {
    if (value.length < shortest || value.length >= text.length) continue;
    const piece = value.toLowerCase();
    const known = text.indexOf(piece) >= 0;
    if (!known) continue;
    const steps = open.filter((chain) => at - chain.at <= WINDOW && text.startsWith(piece, chain.done));
    for (const chain of text.startsWith(piece) ? [...steps, { done: 0, at, keys: [] }] : steps) {
      const next = { done: chain.done + piece.length, at, keys: [...chain.keys, key] };
      if (next.done === text.length) return namesOf(next.keys);
      open.push(next);
    }
    if (open.length > 64) open.splice(0, open.length - 64);
  }
  return null;
}

function namesOf(keys: readonly string[]): string {
  const names = [...new Set(keys)];
  return names.length > 4 ? `${names[0]}+…+${names.at(-1)}` : names.join('+');
}
