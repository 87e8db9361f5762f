import { memo } from './memo.ts';
import { compact } from '../style/text.ts';
import { HANT_HANS } from './hant.data.ts';

const toHans = new Map<string, string>();
for (let at = 0; at + 1 < HANT_HANS.length; at += 2) {
  const hant = HANT_HANS[at] as string;
  const hans = HANT_HANS[at + 1] as string;
  if (hant !== hans) toHans.set(hant, hans);
}
const HANT = new RegExp(`[${[...toHans.keys()].join('')}]`, 'g');

/** Traditional characters of our word lists as Simplified ones, place by place: the length stays. */
export function simplify(text: string): string {
  return text.replace(HANT, (hant) => toHans.get(hant) ?? hant);
}

/** `compact` with Traditional characters of our word lists as Simplified ones, so that one list serves both scripts. Keeps length of CJK words. */
export const fold = memo((text) => simplify(compact(text)));
