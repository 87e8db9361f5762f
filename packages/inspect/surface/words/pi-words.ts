import type { PiCategory } from '@liangjian/law';

/** Words by which a consumer sees that something asks for one category of PI. */
export interface PiWords {
  readonly category: PiCategory;
  /** Enough alone. Lower case; Chinese in Simplified (texts are folded first), English matched at word borders. */
  readonly strong: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Counts only when nothing stronger speaks for another category, and only in a short label. */
  readonly weak: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Contexts that are about something else though they hold the word: taken out of the text before matching. */
  readonly excluded: readonly string[];
  /** `name`, `id`, `v-model` tokens programmers use, split at case and punctuation, joined without separators. */
  readonly tokens: readonly string[];
}
