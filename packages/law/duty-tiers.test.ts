import { expect, test } from 'vitest';
import { dutyTiersFor } from './duty-tiers.data.ts';

test.each([
  [0, 0, ['under-100k']],
  [99_999, 0, ['under-100k']],
  [100_000, 0, []],
  [200_000, 100_000, ['from-100k-faces']],
  [1_000_000, 0, ['from-1m']],
  [10_000_000, 0, ['from-1m']],
  [10_000_001, 99_999, ['from-1m', 'over-10m']],
])('%i people and %i faces', (people, faces, ids) => {
  expect(dutyTiersFor(people, faces).map((tier) => tier.id)).toEqual(ids);
});

test('a number of people is a whole number', () => {
  expect(() => dutyTiersFor(-1)).toThrow(RangeError);
  expect(() => dutyTiersFor(0.5)).toThrow(RangeError);
});
