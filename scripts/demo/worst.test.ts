import type { Report, ReportedOutcome } from '@liangjian/inspect';
import { expect, test } from 'vitest';
import { seen, worst } from './worst.ts';

const outcome = (requirement: string, kind: string, level: string, answer = 'fail'): ReportedOutcome =>
  ({ requirement, kind, level, outcome: answer, message: { zh: '', en: '' } }) as unknown as ReportedOutcome;
const report = (...outcomes: ReportedOutcome[]): Report => ({ outcomes }) as unknown as Report;

test('one of each kind comes before a second of any, sure ones before flags, and only problems count', () => {
  const found = report(
    outcome('G05', 'K5', 'A'),
    outcome('G17', 'K1', 'B'),
    outcome('G10', 'K1', 'A'),
    outcome('G26', 'K2', 'A'),
    outcome('G40', 'K3', 'A', 'pass'),
    outcome('G32', 'R', 'A', 'cannot-tell'),
  );
  expect(worst(found, 3).map((one) => one.requirement)).toEqual(['G10', 'G26', 'G05']);
  expect(worst(found, 9).map((one) => one.requirement)).toEqual(['G10', 'G26', 'G05', 'G17']);
  expect(worst(report(outcome('G05', 'K5', 'A', 'pass')), 3)).toEqual([]);
});

test('a line is the first sentence without the count of visits, and never long', () => {
  const message = {
    zh: '在 4 次独立访问中的 4 次（不作选择、拒绝、同意、对照复测），页面发送了标识。另有其他。',
    en: 'In 4 of 4 separate visits (untouched, refuse, accept, control), the page sent an id to a.b.test. More follows.',
  };
  expect(seen({ ...outcome('G10', 'K1', 'A'), message })).toEqual({ zh: '页面发送了标识。', en: 'the page sent an id to a.b.test.' });
  const long = seen({ ...outcome('G10', 'K1', 'A'), message: { zh: '长'.repeat(500), en: 'long '.repeat(500) } });
  expect([long.zh.length, long.en.length]).toEqual([90, 170]);
});
