import type { Outline, Sentence } from '../text/outline.ts';
import type { Detector, Finding } from './detector.ts';
import { SENDS_ELSEWHERE } from './links.ts';

const BEST = 6;

/** Runs one detector over the text. Linear: the cue once over the whole text, the rest only where it struck. */
export function find(outline: Outline, detector: Detector): Finding {
  const struck = cueSentences(outline, detector.cue);
  const headings = new Set(struck.filter(({ kind }) => kind === 'heading').map(({ index }) => index));
  const under = headings.size > 0 && detector.content ? outline.sentences.filter((one) => isUnder(outline, one, headings)) : [];
  const certain: Sentence[] = [];
  const touched: Sentence[] = [];
  const linked: Sentence[] = [];
  for (const sentence of struck) {
    if (sentence.kind === 'heading' || sentence.kind === 'contents') continue;
    if (detector.not?.test(sentence.text)) continue;
    if (detector.byLink && SENDS_ELSEWHERE.test(sentence.text) && detector.byLink.test(sentence.text)) linked.push(sentence);
    if (detector.content === null ? detector.cueOnly === 'present' : detector.content.test(sentence.text)) certain.push(sentence);
    else touched.push(sentence);
  }
  for (const sentence of under) {
    if (sentence.kind === 'heading' || sentence.kind === 'contents' || detector.not?.test(sentence.text)) continue;
    if (detector.content?.test(sentence.text) && !certain.includes(sentence)) certain.push(sentence);
  }
  const promised = struck.filter(({ kind }) => kind === 'heading' || kind === 'contents');
  return { certain: certain.slice(0, BEST), touched: touched.slice(0, BEST), promised: promised.slice(0, BEST), linked };
}

/** Sentences in which the cue strikes, each once, in order. */
export function cueSentences(outline: Outline, cue: RegExp): Sentence[] {
  const found: Sentence[] = [];
  let last = -1;
  for (const match of outline.folded.text.matchAll(cue)) {
    const sentence = outline.sentenceAt(match.index);
    if (!sentence || sentence.index === last) continue;
    last = sentence.index;
    found.push(sentence);
  }
  return found;
}

/** Whether a sentence stands under one of these headings, however deep. */
export function isUnder(outline: Outline, sentence: Sentence, headings: ReadonlySet<number>): boolean {
  for (let at = sentence.heading; at >= 0; at = outline.sentences[at]?.heading ?? -1) if (headings.has(at)) return true;
  return false;
}

/** Whether nothing but further headings stands under a heading. */
export function isEmptySection(outline: Outline, heading: Sentence): boolean {
  if (heading.kind === 'contents') return true;
  for (let at = heading.index + 1; at < outline.sentences.length; at++) {
    const next = outline.sentences[at] as Sentence;
    if (next.kind === 'heading' && next.level <= heading.level) return true;
    if (next.kind !== 'heading' && !HOLLOW.test(next.text)) return false;
  }
  return true;
}

/** Words that stand where a text should be. */
const HOLLOW =
  /^[\s（(【[]*(?:无|略|待补充|待完善|敬请期待|暂无|此处略|同上|待定|tbd|\.{3,}|…+|_+|-+|—+)[\s）)】\]。.]*$|^[\s\p{P}\p{S}]*$/u;
