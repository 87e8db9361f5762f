import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, shanghaiDay, shanghaiInstant } from './instant.ts';

test('instants agree with those of the engine and come back the same', () => {
  const seconds = fc.integer({ min: -1_000_000_000, max: 5_000_000_000 });
  fc.assert(
    fc.property(seconds, (second) => {
      const text = new Date(second * 1000).toISOString();
      expect(instantOf(text)).toBe(second * 1000);
      expect(instantOf(shanghaiInstant(second * 1000))).toBe(second * 1000);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['2026-02-16T16:00:00Z', '2026-02-17'],
  ['2026-02-16T15:59:59.999Z', '2026-02-16'],
  ['2026-02-17T00:30:00+08:00', '2026-02-17'],
  ['2026-02-16T12:30-05:00', '2026-02-17'],
  ['2026-02-17', '2026-02-17'],
])('%s is %s in Shanghai', (event, day) => {
  expect(shanghaiDay(event)).toBe(day);
});

test.each([
  '2026-02-16T16:00:00',
  '2026-02-16 16:00:00Z',
  '2026-02-30T16:00:00Z',
  '2026-02-16T24:00:00Z',
  '2026-02-16T10:60:00Z',
  '2026-02-16T10:00:00+25:00',
  'now',
  '',
])('%s is no event', (text) => {
  expect(() => shanghaiDay(text)).toThrow(RangeError);
});
