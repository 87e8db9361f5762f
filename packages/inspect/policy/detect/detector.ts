import type { Sentence } from '../text/outline.ts';

/**
 * How one element of a policy is found. All patterns run on folded text: Simplified, lower case, wide Chinese punctuation.
 * `cue` finds every place that may be about the element; without any cue the element can be absent, with one never.
 */
export interface Detector {
  readonly element: string;
  readonly topic: string;
  readonly cue: RegExp;
  /** The sentence says it; null when the cue says enough. */
  readonly content: RegExp | null;
  /** Words that take a sentence out, however well it matches. */
  readonly not?: RegExp;
  /** What a cue in running text without content comes to. */
  readonly cueOnly: 'present' | 'unreadable';
  /** Lists that may stand in a text of their own. */
  readonly byLink?: RegExp;
}

/** What the rules found for one element before it is a verdict. */
export interface Finding {
  /** Sentences that say it, best first. */
  readonly certain: readonly Sentence[];
  /** Sentences that only touch on it. */
  readonly touched: readonly Sentence[];
  /** Headings and lines of a table of contents that promise it. */
  readonly promised: readonly Sentence[];
  /** Sentences that send the reader to another text for it. */
  readonly linked: readonly Sentence[];
}

export const NUMBER = '(?:\\d{1,4}|[一二两三四五六七八九十百]{1,4})';
