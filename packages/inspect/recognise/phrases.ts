import type { Box } from '../facts/fact.ts';
import { intersect } from '../surface/geometry/box.ts';
import type { OcrLine, OcrWord } from './ocr.ts';

/** Words that stand together in a picture; box in CSS pixels. */
export interface Phrase {
  readonly text: string;
  readonly box: Box;
  /** 0–100: of the weakest word where every letter counts, else the mean. */
  readonly confidence: number;
}

/** What the engine is this sure of was right in all our test pictures; below lies noise. */
const SURE = 80;
/** Up to here it may be an answer, where every letter counts. */
const SHORT = 12;
/** Words further apart than this many heights are different controls. */
const APART = 1.2;

/**
 * What several passes over one picture read, best reading of each place, from the top down and from the left.
 * A short phrase with one unsure word is left out whole: 「不同意」 without its first letter says the opposite.
 */
export function joinPasses(passes: readonly (readonly OcrLine[])[], scale: number): Phrase[] {
  const all = passes.flatMap((lines) => lines.flatMap((line) => split(line).flatMap((words) => phraseOf(words, scale) ?? [])));
  const kept: Phrase[] = [];
  for (const phrase of [...all].sort((a, b) => weight(b) - weight(a))) {
    if (!kept.some((other) => samePlace(other.box, phrase.box))) kept.push(phrase);
  }
  return kept.filter((phrase) => phrase.confidence >= SURE).sort((a, b) => row(a, b) || a.box.x - b.box.x);
}

function split({ words }: OcrLine): OcrWord[][] {
  const height = Math.max(...words.map(({ bbox }) => bbox.y1 - bbox.y0));
  const parts: OcrWord[][] = [];
  for (const word of words) {
    const last = parts.at(-1);
    if (last && word.bbox.x0 - (last.at(-1)?.bbox.x1 ?? 0) < height * APART) last.push(word);
    else parts.push([word]);
  }
  return parts;
}

function phraseOf(words: readonly OcrWord[], scale: number): Phrase | null {
  const text = normalise(words.map((word) => word.text).join(' '));
  if ((text.match(/\p{Script=Han}/gu)?.length ?? 0) < 2 && !/[a-z]{3}/i.test(text)) return null;
  const x = Math.min(...words.map(({ bbox }) => bbox.x0));
  const y = Math.min(...words.map(({ bbox }) => bbox.y0));
  const right = Math.max(...words.map(({ bbox }) => bbox.x1));
  const bottom = Math.max(...words.map(({ bbox }) => bbox.y1));
  const box = { x: x / scale, y: y / scale, width: (right - x) / scale, height: (bottom - y) / scale };
  return { text, box, confidence: confidenceOf(words, text) };
}

function confidenceOf(words: readonly OcrWord[], text: string): number {
  const letters = words.filter((word) => /[\p{L}\p{N}]/u.test(word.text));
  if (text.length <= SHORT) return Math.min(...letters.map((word) => word.confidence));
  return (
    letters.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters.reduce((sum, word) => sum + word.text.length, 0)
  );
}

/** No spaces beside Chinese letters and marks; one space elsewhere. */
export function normalise(text: string): string {
  const chinese = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’]';
  return text
    .replace(/\s+/g, ' ')
    .replace(new RegExp(`(?<=${chinese}) | (?=${chinese})`, 'gu'), '')
    .trim();
}

/** Sure and long beats sure and short: half a button is surely read too. */
const weight = ({ text, confidence }: Phrase): number => (confidence >= SURE ? 1000 : 0) + confidence + 4 * Math.min(text.length, 12);

function samePlace(a: Box, b: Box): boolean {
  const common = intersect(a, b);
  return common !== null && common.width > 0 && common.height > 0.3 * Math.min(a.height, b.height);
}

/** Lines of one height are one row. */
function row(a: Phrase, b: Phrase): number {
  const [ya, yb] = [a.box.y + a.box.height / 2, b.box.y + b.box.height / 2];
  return Math.abs(ya - yb) < Math.min(a.box.height, b.box.height) / 2 ? 0 : ya - yb;
}
