import { describe, expect, it } from 'vitest';
import type { OcrLine } from './ocr.ts';
import { joinPasses, normalise } from './phrases.ts';

/** Words of 20 × 20 pixels a letter, at `x`. */
const word = (text: string, x: number, y = 0, confidence = 95) => ({
  text,
  confidence,
  bbox: { x0: x, y0: y, x1: x + 20 * text.length, y1: y + 20 },
});
const line = (...words: ReturnType<typeof word>[]): OcrLine => ({ words });
const texts = (...passes: OcrLine[][]) => joinPasses(passes, 2).map((phrase) => phrase.text);

describe('phrases of a picture', () => {
  it('joins words without spaces between Chinese letters, in CSS pixels', () => {
    expect(joinPasses([[line(word('隐私', 40, 10), word('政策', 84, 10))]], 2)).toEqual([
      { text: '隐私政策', box: { x: 20, y: 5, width: 42, height: 10 }, confidence: 95 },
    ]);
    expect([normalise('领取 20 元 优惠 券'), normalise('Terms  of use'), normalise('同意 《 协议 》')]).toEqual([
      '领取20元优惠券',
      'Terms of use',
      '同意《协议》',
    ]);
  });

  it('takes words far apart in one line for two buttons', () => {
    expect(texts([line(word('不同意', 0), word('同意', 200))])).toEqual(['不同意', '同意']);
  });

  it('leaves a short phrase with one unsure letter out whole, since what remains may say the opposite', () => {
    expect(texts([line(word('不', 0, 0, 40), word('同意', 20))])).toEqual([]);
    expect(texts([line(word('授权后即可享受会员价随时', 0), word('可', 240, 0, 60), word('取消', 260))])).toEqual([
      '授权后即可享受会员价随时可取消',
    ]);
  });

  it('drops single letters, numbers and noise', () => {
    expect(texts([line(word('人', 0)), line(word('|', 0, 40)), line(word('123', 0, 80)), line(word('[]', 0, 120))])).toEqual([]);
  });

  it('takes the best reading of each place, and what only one pass saw', () => {
    expect(texts([line(word('同意', 0, 100))], [line(word('不同意', 0, 0)), line(word('同意并继续', 0, 100))])).toEqual([
      '不同意',
      '同意并继续',
    ]);
    expect(texts([line(word('污取优惠', 0, 0, 66))], [line(word('领取优惠', 0))])).toEqual(['领取优惠']);
  });

  it('does not depend on the order of the passes', () => {
    const [a, b] = [[line(word('立即领取', 0, 50), word('取消', 200, 50))], [line(word('立即领取', 2, 51, 94)), line(word('隐私提示', 0))]];
    expect(texts(a, b)).toEqual(texts(b, a));
    expect(texts(a, b)).toEqual(['隐私提示', '立即领取', '取消']);
  });

  it('reads nothing out of nothing', () => expect([texts(), texts([]), texts([line()])]).toEqual([[], [], []]));
});
