import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { joinQuorum, newEscrow, takeShare } from './escrow.ts';
import { unwrapKey, wrapKey } from './sealed.ts';
import { suites } from './suites.ts';

describe.each(Object.values(suites))('$id', (suite) => {
  const custodians = ['c1', 'c2', 'c3', 'c4', 'c5'].map((id) => ({ id, ...suite.newKeyPair() }));
  const escrow = newEscrow(suite, 'escrow-1', 3, custodians);
  const share = (at: number) => {
    const custodian = custodians[at];
    if (custodian === undefined) throw new Error('no such custodian');
    return takeShare(escrow, custodian.id, custodian.privateKey);
  };

  test('three of five open a tip whose unit and receipt are lost', () => {
    const tipKey = randomBytes(32);
    const wrapped = wrapKey(suite, escrow.publicKey, tipKey, ['tip', 't1', 'key']);
    for (const [a, b, c] of [
      [0, 1, 2],
      [4, 2, 0],
    ] as const) {
      expect(unwrapKey(joinQuorum(escrow, [share(a), share(b), share(c)]), wrapped, ['tip', 't1', 'key'])).toEqual(tipKey);
    }
  });

  test('two are too few, the same one thrice too, and a false share is noticed', () => {
    expect(() => joinQuorum(escrow, [share(0), share(1)])).toThrow('vault-quorum');
    expect(() => joinQuorum(escrow, [share(0), share(0), share(0)])).toThrow('vault-quorum');
    expect(() => joinQuorum(escrow, [share(0), share(1), { number: 3, bytes: randomBytes(32) }])).toThrow('vault-quorum');
  });

  test('nobody takes out the share of another', () => {
    expect(() => takeShare(escrow, 'c1', custodians[1]?.privateKey ?? Buffer.alloc(0))).toThrow('vault-wrong-key');
    expect(() => takeShare(escrow, 'c9', custodians[1]?.privateKey ?? Buffer.alloc(0))).toThrow('vault-quorum');
  });

  test('refuses a custodian named twice', () => {
    const [first] = custodians;
    if (first === undefined) throw new Error('there are five');
    expect(() => newEscrow(suite, 'e', 2, [first, first])).toThrow(RangeError);
  });
});
