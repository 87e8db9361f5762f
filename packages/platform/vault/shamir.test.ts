import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinShares, splitSecret } from './shamir.ts';

const secret = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => Buffer.from(bytes));
const quorum = fc
  .integer({ min: 2, max: 6 })
  .chain((threshold) => fc.tuple(fc.constant(threshold), fc.integer({ min: threshold, max: 9 })));

test('any shares of the quorum, in any order, give the secret back', () => {
  fc.assert(
    fc.property(secret, quorum, fc.infiniteStream(fc.nat()), (wanted, [threshold, count], order) => {
      const shares = [...splitSecret(wanted, threshold, count)]
        .map((share) => ({ share, at: order.next().value ?? 0 }))
        .sort((left, right) => left.at - right.at)
        .map(({ share }) => share);
      expect(joinShares(shares.slice(0, threshold)).equals(wanted)).toBe(true);
      expect(joinShares(shares).equals(wanted)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('one share too few, or one changed share, does not give a 32-byte secret back', () => {
  const wanted = Buffer.alloc(32, 7);
  const shares = splitSecret(wanted, 3, 5);
  expect(joinShares(shares.slice(0, 2)).equals(wanted)).toBe(false);
  const [first, second, third] = shares;
  if (first === undefined || second === undefined || third === undefined) throw new Error('five shares were asked for');
  expect(joinShares([first, second, { number: 3, bytes: Buffer.from(third.bytes.map((byte) => byte ^ 1)) }]).equals(wanted)).toBe(false);
});

/** Two of two over one byte: each value of the first share goes with exactly one secret, so it says nothing about which one. */
test('a single share takes every value, whatever the secret is', () => {
  const seen = new Set<number>();
  for (let run = 0; run < 4000; run += 1) seen.add(splitSecret(Buffer.from([42]), 2, 2)[0]?.bytes[0] ?? -1);
  expect(seen.size).toBe(256);
});

test('refuses impossible quorums and shares that do not belong together', () => {
  for (const [threshold, count] of [
    [1, 5],
    [6, 5],
    [2, 256],
    [2.5, 5],
  ] as const)
    expect(() => splitSecret(Buffer.from('x'), threshold, count)).toThrow(RangeError);
  const [first, second] = splitSecret(Buffer.from('secret'), 2, 3);
  if (first === undefined || second === undefined) throw new Error('three shares were asked for');
  expect(() => joinShares([first])).toThrow('vault-quorum');
  expect(() => joinShares([first, first])).toThrow('vault-quorum');
  expect(() => joinShares([first, { number: 0, bytes: second.bytes }])).toThrow('vault-quorum');
  expect(() => joinShares([first, { number: 2, bytes: second.bytes.subarray(1) }])).toThrow('vault-quorum');
});
