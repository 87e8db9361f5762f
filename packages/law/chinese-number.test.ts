import { expect, test } from 'vitest';
import { chineseNumber } from './chinese-number.ts';

test.each([
  [1, '一'],
  [10, '十'],
  [16, '十六'],
  [20, '二十'],
  [29, '二十九'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [253, '二百五十三'],
])('%i is written %s', (value, text) => {
  expect(chineseNumber(value)).toBe(text);
});

test.each([0, -1, 1.5, 1000])('%d has no numeral here', (value) => {
  expect(() => chineseNumber(value)).toThrow(RangeError);
});
