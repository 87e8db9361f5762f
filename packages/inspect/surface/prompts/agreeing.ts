import type { Reader } from '../reader.ts';
import { promptText } from '../words/prompt-text.ts';
import type { Recognised } from './recognised.ts';

/** Share of the alternative text that must be found in the picture; what the picture says beyond it is read along anyway. */
const ENOUGH = 0.6;
const SHORTEST = 4;

/** A picture in this layer has an alternative text, and a recogniser read the same words in it: two witnesses make it as good as text. */
export function alternativeAgrees(reader: Reader, root: number, recognised: Recognised): boolean {
  return [...recognised].some(([id, words]) => {
    if (!reader.within(id, root)) return false;
    const told = pairs(reader.node(id).attributes['alt'] ?? reader.node(id).attributes['aria-label'] ?? '');
    if (told.length < SHORTEST) return false;
    const read = new Set(words.flatMap(({ text }) => pairs(text)));
    return told.filter((pair) => read.has(pair)).length >= told.length * ENOUGH;
  });
}

/** Neighbouring letters, punctuation left out. */
function pairs(text: string): string[] {
  return promptText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((part) => Array.from({ length: Math.max(0, part.length - 1) }, (_, at) => part.slice(at, at + 2)));
}
