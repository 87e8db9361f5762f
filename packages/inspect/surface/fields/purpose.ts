import { PURPOSE } from '../words/field-words.data.ts';
import { fold } from '../words/fold.ts';
import type { FieldWords } from './evidence.ts';

/** The sentence beside a field that says what the datum is for; null when there is none. */
export function purposeOf(words: FieldWords, shared: string): string | null {
  for (const text of [words.placeholder, words.label, words.above, words.row]) {
    const found = sentence(text);
    if (found) return found;
  }
  return sentence(shared);
}

function sentence(text: string): string | null {
  for (const part of text.split(/[\n。；;]/)) {
    const trimmed = part.trim().replace(/^[（(【]|[）)】]$/g, '');
    if (trimmed.length >= 4 && trimmed.length <= 160 && PURPOSE.test(fold(trimmed))) return trimmed;
  }
  return null;
}
