import type { Text, ViolationKind } from '@liangjian/law';

/** One reading that is offered, with the words of the tip it rests on. */
export interface Offer<T extends string> {
  readonly value: T;
  /** Points; only their order says something. */
  readonly score: number;
  /** Words as they stand in the tip, in order. */
  readonly words: readonly string[];
}

/** What a tip seems to be about. A suggestion decides nothing: a clerk confirms or changes it. */
export interface Suggestion {
  /** Null: cannot tell. */
  readonly scene: Offer<string> | null;
  /** The surest first; empty: cannot tell. */
  readonly kinds: readonly Offer<Exclude<ViolationKind, 'none'>>[];
  /** In words, for the screen. */
  readonly text: Text;
  /** Who suggested, and in which version: kept with the tip. */
  readonly by: string;
}

/** The seam for another way of suggesting: same answer, same duty to name the words. */
export interface Suggester {
  readonly id: string;
  suggest(tip: SuggestInput): Suggestion;
}

export interface SuggestInput {
  /** Title, content, shop name: whatever the tip says in words. */
  readonly text: string;
  /** What the reporter chose, where there was a form; it is shown beside the suggestion, never overruled silently. */
  readonly chosenScene?: string | null;
}
