import type { PiCategory } from '@liangjian/law';
import type { Flow } from '../flow/flow.ts';
import type { Reader } from '../reader.ts';
import { OPTIONAL_AFAR, REQUIRED_WORDS } from '../words/field-words.data.ts';
import { fold } from '../words/fold.ts';
import { matchPi } from '../words/pi-lexicon.ts';
import type { FieldCandidate, FieldWords } from './evidence.ts';

const LINES = 4;
const NODES_BACK = 400;

/** The lines right above the first field of a group, its own label left out. */
export function introOf(reader: Reader, flow: Flow, root: number, first: FieldCandidate, words: FieldWords): readonly string[] {
  const from = Math.max(0, reader.node(root).parent, first.node - NODES_BACK);
  return flow
    .between(from, first.node, 2000)
    .split('\n')
    .filter((line) => line !== words.label && line !== words.above)
    .slice(-LINES);
}

/** An intro frees a field by naming its datum (「可留电话（选填）」), or, when the form asks for this one datum only, by not naming any. */
export function freedByIntro(intro: readonly string[], categories: readonly PiCategory[], only: boolean): boolean {
  return intro.some((line) => {
    const folded = fold(line);
    if (!OPTIONAL_AFAR.test(folded) || REQUIRED_WORDS.test(folded)) return false;
    const named = matchPi(line).strong;
    return named.length > 0 ? named.some((category) => categories.includes(category)) : only;
  });
}
