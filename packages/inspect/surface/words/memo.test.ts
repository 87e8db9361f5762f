import { expect, it } from 'vitest';
import { memo } from './memo.ts';

it('asks once for each text, and never keeps more than its share', () => {
  let asked = 0;
  const length = memo((text) => {
    asked++;
    return text.length;
  });
  expect([length('ab'), length('ab'), asked]).toEqual([2, 2, 1]);
  for (let at = 0; at < 5000; at++) length(`n${at}`);
  expect([length('ab'), asked]).toEqual([2, 5002]);
  length('x'.repeat(500));
  length('x'.repeat(500));
  expect(asked).toBe(5004);
});

it('remembers that there is no answer', () => {
  let asked = 0;
  const none = memo(() => {
    asked++;
    return null;
  });
  expect([none('a'), none('a'), asked]).toEqual([null, null, 1]);
});
