import { simplify } from '../../surface/words/fold.ts';
import { RADICALS } from './radicals.data.ts';

/** A text made fit for matching, with the way back to the source. */
export interface FoldedText {
  readonly text: string;
  /** Source index of every character of `text`, and of its end. UTF-16 units. */
  readonly at: Uint32Array;
}

const GONE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFE00-\uFE0F\uFEFF]/;
const HAN_OR_MARK = /[\u3400-\u9FFF，。！？：；、《》（）“”]/;
/** Punctuation that NFKC would narrow; the rules are written with the wide forms. */
const KEPT = new Set('，。！？：；、《》（）“”【】');
const plain = new Map<string, string>();

/** One character in its plain form: radicals as characters, wide letters and digits narrow, Traditional as Simplified. */
function fold(char: string): string {
  const known = plain.get(char);
  if (known !== undefined) return known;
  const whole = RADICALS.get(char) ?? char;
  const made = KEPT.has(char) ? char : GONE.test(char) ? '' : simplify(/\s/.test(char) ? ' ' : whole.normalize('NFKC')).toLowerCase();
  plain.set(char, made);
  return made;
}

/**
 * Folds a text: invisible characters dropped, white space made single and taken out between Chinese characters, line breaks kept,
 * radicals of broken PDF texts repaired. Linear; the source is never changed.
 */
export function foldText(source: string): FoldedText {
  const parts: string[] = [];
  const at: number[] = [];
  let last = '\n';
  let blank = -1;
  for (let index = 0; index < source.length; index++) {
    const char = source[index] as string;
    const code = source.charCodeAt(index);
    if (char === '\n' || char === '\r') {
      blank = -1;
      if (last !== '\n') {
        parts.push('\n');
        at.push(index);
        last = '\n';
      }
      continue;
    }
    if (char === '\t') {
      // Cells of a row stay apart.
      blank = -1;
      parts.push(char);
      at.push(index);
      last = char;
      continue;
    }
    const made = code > 0x60 && code < 0x7b ? char : fold(char);
    if (made === '') continue;
    if (made === ' ') {
      if (blank < 0) blank = index;
      continue;
    }
    if (blank >= 0 && last !== '\n' && last !== '\t' && !(HAN_OR_MARK.test(last) && HAN_OR_MARK.test(made))) {
      parts.push(' ');
      at.push(blank);
    }
    blank = -1;
    if (made.length === 1) {
      parts.push(made);
      at.push(index);
      last = made;
      continue;
    }
    for (const one of made.split('')) {
      parts.push(one);
      at.push(index);
    }
    last = made.at(-1) as string;
  }
  const starts = new Uint32Array(at.length + 1);
  starts.set(at);
  starts[at.length] = source.length;
  return { text: parts.join(''), at: starts };
}

/** Span in the source of a stretch of the folded text (never empty for a stretch of at least one character). */
export function sourceSpan({ at }: FoldedText, start: number, end: number): { readonly start: number; readonly end: number } {
  return { start: at[start] ?? 0, end: end > start ? (at[end - 1] ?? 0) + 1 : (at[start] ?? 0) };
}
