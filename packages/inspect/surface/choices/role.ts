import { memo } from '../words/memo.ts';
import type { ChoiceRole } from '../../facts/fact.ts';
import { CHOICE_NAMES, CHOICE_WORDS } from '../words/choices.data.ts';
import { promptText } from '../words/prompt-text.ts';

/** Longer than this it is a sentence that happens to be pressable. */
const LONGEST = 36;

/** What a control is for by its words alone; null when the words say nothing we know. */
export const wordRole = memo(roleOfWords);

function roleOfWords(text: string): ChoiceRole | null {
  const words = bare(text);
  if (words === '') return null;
  if (/《[^《》]+》/.test(words)) {
    const rest = words.replace(/《[^《》]+》|[、,和与及]/g, '');
    // 「同意《协议》并继续」 is an answer, 《协议》 is a link.
    if (rest.length < 2 || /^(查看|阅读|点击(查看|阅读)|详见)/.test(rest)) return 'link';
  }
  if (words.length > LONGEST) return null;
  return CHOICE_WORDS.find((entry) => entry.words.test(words))?.role ?? null;
}

/** What a control without words is for by the names its builder gave it (class, id, file name, icon reference). */
export function nameRole(names: string): ChoiceRole | null {
  return CHOICE_NAMES.find((entry) => entry.names.test(names))?.role ?? null;
}

/** Whether a text is an answer and nothing more: short, one clause, no sentence. */
export function isAnswer(text: string): boolean {
  const words = promptText(text);
  if (words.length > 12 || /[,。;:?]/.test(words) || /^(您|你|如|请|若|因|当|[一二三四五六七八九十]、)/.test(words)) return false;
  const role = wordRole(text);
  return role !== null && role !== 'other' && role !== 'settings' && role !== 'login' && role !== 'link';
}

/** Words without countdowns, arrows and closing marks: 「同意 (5s)」 → 「同意」. */
function bare(text: string): string {
  return promptText(text)
    .replace(/[([]?\d+\s?(s|秒)(后)?[)\]]?/g, '')
    .replace(/^[\s"“”'[(【「]+|[\s"“”'\])】」>›»→!。.,~]+$/g, '')
    .trim();
}
