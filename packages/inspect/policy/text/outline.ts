import { type FoldedText, foldText, sourceSpan } from './fold-text.ts';
import type { LineHint, PolicySource } from './source.ts';

/** A sentence, a list item, a row or a heading, with its place in the folded and in the source text. */
export interface Sentence {
  readonly index: number;
  readonly kind: 'heading' | 'contents' | 'sentence' | 'row';
  /** Folded words. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** Index of the nearest heading above, -1 when none; a heading's own is that of the heading it stands under. */
  readonly heading: number;
  readonly level: number;
  readonly line: number;
  readonly node: number | null;
}

export interface Outline {
  readonly source: string;
  readonly folded: FoldedText;
  readonly sentences: readonly Sentence[];
  /** Sentence that holds a place of the folded text. */
  sentenceAt(place: number): Sentence | null;
}

const NUMBERING: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十百\d]+[章编部]/, 1],
  [/^第[一二三四五六七八九十百\d]+[条节]/, 2],
  [/^[一二三四五六七八九十]{1,3}[、.．:：]/, 2],
  [/^[(（][一二三四五六七八九十]{1,3}[)）]/, 3],
  [/^\d{1,2}\.\d{1,2}\.\d{1,2}/, 5],
  [/^\d{1,2}\.\d{1,2}(?!\d)/, 4],
  [/^\d{1,2}[、.．:：]/, 4],
  [/^[(（]\d{1,2}[)）]/, 5],
  [/^[①-⑳]/, 6],
];
const LONGEST_HEADING = 36;
const ENDS = /[。！？；;]/;
const VALUE = /[：:].*[\d@\p{Script=Han}]/u;
const ASKS = /^(?:\S{0,6})?(?:我们|本公司)?(?:将|会)?(?:如何|怎样|怎么)[^。；，]{2,26}[？?]?$/;

const levelOf = (text: string): number => NUMBERING.find(([pattern]) => pattern.test(text))?.[1] ?? 0;

/** Whether the line has the look of a heading: numbering or question form, short, no full stop, no value after a colon. */
function isHeading(text: string, hint: LineHint): boolean {
  if (hint === 'heading') return text.length <= 60 && !/[。；]/.test(text);
  if (hint === 'row' || text.length > LONGEST_HEADING || ENDS.test(text.slice(0, -1)) || /[。；;，,、：:]$/.test(text)) return false;
  if (VALUE.test(text.replace(/^[^：:]{0,4}[：:]/, ''))) return false;
  const level = levelOf(text);
  if (level > 0) return hint !== 'item' || level <= 3;
  return hint === null && (ASKS.test(text) || /^【[^】]{2,20}】$/.test(text));
}

/** Cuts a text into headings, sentences, list items and table rows. Linear. */
export function outlineOf(source: PolicySource): Outline {
  const folded = foldText(source.text);
  const lines = placeLines(source, folded);
  const heads = lines.map(({ text, hint }) => isHeading(text, hint));
  const kinds = markRuns(lines, heads);
  const sentences: Sentence[] = [];
  const above: { index: number; level: number }[] = [];
  for (const [at, line] of lines.entries()) {
    const kind = kinds[at] ?? 'sentence';
    const level = kind === 'heading' ? line.level || levelOf(line.text) || 4 : 0;
    if (kind === 'heading') while (above.length > 0 && (above.at(-1)?.level ?? 0) >= level) above.pop();
    const heading = above.at(-1)?.index ?? -1;
    const add = (from: number, to: number) => {
      const text = folded.text.slice(from, to);
      if (text.trim() === '') return;
      const index = sentences.length;
      sentences.push({ index, kind, text, from, to, ...sourceSpan(folded, from, to), heading, level, line: at, node: line.node });
    };
    if (kind === 'sentence') for (const [from, to] of cut(folded.text, line.from, line.to)) add(from, to);
    else add(line.from, line.to);
    if (kind === 'heading') above.push({ index: sentences.length - 1, level });
  }
  const owner = new Int32Array(folded.text.length + 1).fill(-1);
  for (const { from, to, index } of sentences) owner.fill(index, from, to);
  return { source: source.text, folded, sentences, sentenceAt: (place) => sentences[owner[place] ?? -1] ?? null };
}

interface Line {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly hint: LineHint;
  readonly level: number;
  readonly node: number | null;
}

function placeLines(source: PolicySource, folded: FoldedText): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const { start, end, hint, level, node } of source.lines) {
    while (from < folded.text.length && (folded.at[from] ?? 0) < start) from++;
    let to = from;
    while (to < folded.text.length && (folded.at[to] ?? 0) < end) to++;
    const text = folded.text.slice(from, to).trim();
    if (text !== '') lines.push({ text, from, to, hint, level, node });
    from = to;
  }
  return lines;
}

/** Headings in a row with nothing between them: a table of contents near the top, else the items of a list. */
function markRuns(lines: readonly Line[], heads: readonly boolean[]): Sentence['kind'][] {
  const kinds: Sentence['kind'][] = lines.map(({ hint }, at) => (heads[at] ? 'heading' : hint === 'row' ? 'row' : 'sentence'));
  for (let at = 0; at < lines.length; at++) {
    if (!heads[at]) continue;
    let end = at;
    while (end + 1 < lines.length && heads[end + 1] && lines[end + 1]?.hint !== 'heading') end++;
    const before = lines[at - 1]?.text ?? '';
    const opens = /目录|以下内容|如下内容|以下方面|以下部分|主要内容|包括[：:]|(了解|阐述|说明)[^。]{0,12}[：:]$/.test(before);
    const levels = new Set(lines.slice(at, end + 1).map(({ text }) => levelOf(text)));
    const isPreview =
      opens && (/目录|内容|部分|了解|阐述|说明/.test(before) || lines.slice(at, end + 1).some(({ text }) => /如何|怎样/.test(text)));
    if (end - at >= 3 && levels.size <= 2 && (isPreview || (at < 30 && end < lines.length / 2 && repeated(lines, at, end)))) {
      kinds.fill('contents', at, end + 1);
    } else if (/[：:]$/.test(before) && lines[at]?.hint !== 'heading') {
      kinds.fill('sentence', at, end + 1);
    }
    at = end;
  }
  return kinds;
}

/** The same words come again further down: that is what a table of contents is. */
function repeated(lines: readonly Line[], from: number, to: number): boolean {
  const bare = (text: string) => text.replace(/^[^\p{Script=Han}]*/u, '');
  const later = new Set(lines.slice(to + 1).map(({ text }) => bare(text)));
  const found = lines.slice(from, to + 1).filter(({ text }) => later.has(bare(text))).length;
  return found * 2 > to - from;
}

function* cut(text: string, from: number, to: number): Generator<readonly [number, number]> {
  let start = from;
  for (let at = from; at < to; at++) {
    if (!ENDS.test(text[at] as string) && text[at] !== '\n') continue;
    while (at + 1 < to && /[”」』）)]/.test(text[at + 1] as string)) at++;
    yield [start, at + 1];
    start = at + 1;
  }
  if (start < to) yield [start, to];
}
