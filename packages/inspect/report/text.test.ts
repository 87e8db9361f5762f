import { expect, test } from 'vitest';
import { displayWidth, wrap } from './display-width.ts';
import { reportLine, reportText } from './text.ts';
import { SAMPLE } from './testing/sample-report.ts';

const plain = (language: 'zh' | 'en', columns = 80) => reportText(SAMPLE, { language, colour: false, columns });

test('opens with the answer: wrong, to be checked, not seen, then in order', () => {
  const text = plain('zh');
  const places = [
    '发现问题 2 项',
    '均为线索',
    '✗ G10',
    '✗ G14',
    '须由人工核查',
    'G23',
    '未能查看',
    '停在人机验证',
    '✓ 未发现问题 1 项',
  ].map((words) => text.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(plain('en')).toContain('2 problems found, 1 cannot tell, 1 without a problem');
});

test('names what a lawyer has not confirmed', () => {
  expect(plain('zh')).toContain('〔依据未核实〕');
  expect(plain('en')).toContain('[basis unverified]');
  expect(plain('en')).toContain('(unverified)');
});

test('fits the terminal, Chinese counted double', () => {
  for (const language of ['zh', 'en'] as const)
    for (const columns of [40, 60, 80])
      for (const line of plain(language, columns).split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(columns + 2);
  expect(wrap('个人信息保护', 4)).toEqual(['个人', '信息', '保护']);
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('a'.repeat(10), 4)).toEqual(['aaaa', 'aaaa', 'aa']);
  expect(displayWidth('中a\u0301')).toBe(3);
});

test('a page cannot steer the terminal or turn the text; colour only when asked', () => {
  expect(plain('zh')).not.toMatch(/[\u001b\u202e]/);
  expect(plain('zh')).toContain('⟨U+001B⟩');
  expect(reportText(SAMPLE, { language: 'zh', colour: true })).toContain('\u001b[31m');
});

test('one line a report', () => {
  expect(reportLine(SAMPLE, 'zh')).toContain('发现问题 2');
  expect(reportLine(SAMPLE, 'en')).toContain('2 problems');
});
