import { describe, expect, test } from 'vitest';
import { refusalGrounds, returnGrounds } from './complaint-grounds.data.ts';
import { resolveHook } from './hook.ts';

describe('grounds of refusal and return', () => {
  test('there are seven of refusal, each with its item of article 16', () => {
    expect(refusalGrounds.map(({ law }) => law[0])).toEqual([1, 2, 3, 4, 5, 6, 7].map((item) => `CMP:16(${item})`));
  });

  test('every ground resolves, asks for a reason and stands once', () => {
    const all = [...refusalGrounds, ...returnGrounds];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, law, asks, label } of all) {
      expect([id, law.filter((hook) => resolveHook(hook) === undefined)]).toEqual([id, []]);
      expect([asks.zh, asks.en, label.zh, label.en].every((text) => text.length > 3)).toBe(true);
    }
  });

  test('what was not read is marked', () => {
    expect(refusalGrounds.filter(({ confidence }) => confidence === 'F').map(({ id }) => id)).toEqual(['no-identity']);
  });
});
