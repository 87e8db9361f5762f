import { expect, test } from 'vitest';
import { picturesToRead } from '../../../recognise/recognise-pictures.ts';
import { hidesMore, isMute } from './choose-forward.ts';
import type { PageLook } from './page.ts';

const picture = { node: 1, box: { x: 0, y: 0, width: 390, height: 600 }, source: 'canvas', overlay: false };
const look = (text: string, words: readonly string[] = [], leadsOn = false) =>
  ({
    reading: {
      text,
      pictures: [picture],
      controls: leadsOn ? [{ role: 'forward', dangerous: false, text: '点餐' }] : [],
      fields: [],
      prompts: [],
    },
    surface: {
      viewport: { width: 390, height: 844 },
      recognised: words.map((word) => ({ node: 1, words: [{ text: word, box: picture.box }] })),
    },
  }) as unknown as PageLook;

test('a canvas that fills a page without words may say anything: it is read, and unread the page was not seen whole', () => {
  const bare = look('版权所有');
  expect(isMute(bare, picture)).toBe(true);
  expect(hidesMore(bare)).toBe(true);
  expect(picturesToRead(bare.reading)).toHaveLength(1);
});

test('a picture whose words were read, or beside a page full of words, hides nothing', () => {
  expect(isMute(look('版权所有', ['关注公众号后点餐']), picture)).toBe(false);
  const full = look('招牌毛肚 ¥48 '.repeat(20), [], true);
  expect(isMute(full, picture)).toBe(false);
  expect(picturesToRead(full.reading)).toHaveLength(0);
});

test('a picture among words that lead nowhere is read all the same', () => {
  expect(picturesToRead(look('取餐号 A12 请留意屏幕 '.repeat(20)).reading)).toHaveLength(1);
});
