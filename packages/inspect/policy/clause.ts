import type { PiCategory } from '@liangjian/law';
import type { ClauseVerdict } from '../facts/fact.ts';
import type { Sentence } from './text/outline.ts';

export type Slots = Readonly<Record<string, readonly string[]>>;

/** One element of a policy as read. `sentences` bear it out; none for what is absent. */
export interface ClauseReading {
  readonly element: string;
  readonly topic: string;
  readonly verdict: ClauseVerdict;
  readonly slots: Slots;
  readonly pi: readonly PiCategory[];
  readonly sentences: readonly Sentence[];
}

/** Slots without those that hold nothing. */
export const filled = (slots: Record<string, readonly string[]>): Slots =>
  Object.fromEntries(Object.entries(slots).flatMap(([key, words]) => (words.length > 0 ? [[key, [...new Set(words)]]] : [])));
