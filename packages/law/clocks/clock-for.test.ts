import { describe, expect, test } from 'vitest';
import { clockFor, governs } from './clock-for.ts';
import { clocks } from './clocks.data.ts';

const chosen = (slot: string, day: string): string | null => {
  const choice = clockFor(slot, day);
  return choice.ok ? choice.clock.id : null;
};

describe('the day of receipt picks the version', () => {
  test.each([
    ['T01', '2026-04-14', 'T01o'],
    ['T01', '2026-04-15', 'T01'],
    ['T02', '2026-04-14', 'T02o'],
    ['T02', '2026-04-15', 'T02'],
    ['T03', '2025-06-01', 'T03o'],
    ['T06', '2026-04-14', 'T06'],
    ['T06', '2026-04-15', null],
    ['T08', '2026-04-14', null],
    ['T39b', '2025-12-24', null],
    ['T39b', '2025-12-25', 'T39b'],
    ['T05', '2026-04-14', 'T05'],
  ])('%s received on %s is %s', (slot, day, id) => {
    expect(chosen(slot, day)).toBe(id);
  });

  test('where the duty is gone, the reason is given in both languages', () => {
    const choice = clockFor('T06', '2026-04-15');
    if (choice.ok) throw new Error('T06 should be gone');
    expect(choice.why.zh).toContain('新办法已取消这项告知');
    expect(choice.why.en).toContain('The new rule dropped this notice');
  });

  test('no day is governed by two versions', () => {
    for (const day of ['2020-01-01', '2026-04-14', '2026-04-15', '2026-11-24'])
      for (const { slot } of clocks) expect(clocks.filter((one) => one.slot === slot && governs(one, day)).length, slot).toBeLessThan(2);
  });

  test('an unknown duty or day is an error', () => {
    expect(() => clockFor('T99', '2026-04-15')).toThrow(/no clock T99/);
    expect(() => clockFor('constructor', '2026-04-15')).toThrow(RangeError);
    expect(() => clockFor('T01', '2026-04-31')).toThrow(RangeError);
  });
});
