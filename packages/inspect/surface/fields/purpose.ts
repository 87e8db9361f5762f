import type { PiCategory } from '@liangjian/law';
import { PURPOSE, PURPOSE_NAMED } from '../words/field-words.data.ts';
import { fold } from '../words/fold.ts';
import { matchPi } from '../words/pi-lexicon.ts';
import type { FieldWords } from './evidence.ts';

/** A sentence of the form that says what some PI is for, with the PI it names. */
export interface ToldPurpose {
  readonly sentence: string;
  readonly categories: readonly PiCategory[];
}

/** The sentence that says what the datum is for: beside the field, else one of the form that names this PI; null when there is none. */
export function purposeOf(words: FieldWords, categories: readonly PiCategory[], told: readonly ToldPurpose[]): string | null {
  for (const text of [words.placeholder, words.label, words.above, words.row]) {
    const found = sentences(text)[0];
    if (found) return found;
  }
  return told.find((one) => one.categories.some((category) => categories.includes(category)))?.sentence ?? null;
}

/** Purposes that sentences of a form tell for the PI they name, as a tick sentence does: 「同意处理银行卡号，用于放款」. */
export function toldPurposes(formText: string): readonly ToldPurpose[] {
  return sentences(formText)
    .filter((sentence) => /同意|授权|收集|处理|使用|采集|agree|consent|collect|process/.test(fold(sentence)))
    .map((sentence) => ({ sentence, categories: matchPi(sentence).strong }))
    .filter(({ categories }) => categories.length > 0);
}

function sentences(text: string): string[] {
  return text
    .split(/[\n。；;]/)
    .map((part) => part.trim().replace(/^[（(【]|[）)】]$/g, ''))
    .filter((part) => {
      if (part.length < 4 || part.length > 160) return false;
      const words = fold(part);
      return PURPOSE.test(words) || PURPOSE_NAMED.test(words);
    });
}
