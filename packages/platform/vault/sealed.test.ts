import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeBytes, seal, sealJson, unseal, unsealJson, unwrapKey, wrapKey } from './sealed.ts';
import { suites } from './suites.ts';

const place = ['tip', 't1', 'body'];

describe.each(Object.values(suites))('$id', (suite) => {
  const key = randomBytes(32);

  test('gives back every text, and never seals one alike twice', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (plain) => {
        const sealed = seal(suite, key, plain, place);
        expect(unseal(key, sealed, place)).toEqual(Buffer.from(plain));
        expect(seal(suite, key, plain, place).equals(sealed)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test('opens nothing that was changed, cut, moved, or sealed with another key', () => {
    const sealed = seal(suite, key, Buffer.from('一段文字'), place);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
        expect(() => unseal(key, changed, place)).toThrow('vault-tampered');
        expect(() => unseal(key, sealed.subarray(0, at), place)).toThrow('vault-tampered');
      }),
      { numRuns: 100 },
    );
    expect(() => unseal(key, sealed, ['tip', 't2', 'body'])).toThrow('vault-tampered');
    expect(() => unseal(randomBytes(32), sealed, place)).toThrow('vault-tampered');
  });

  test('gives JSON of different lengths the same sealed length', () => {
    const short = sealJson(suite, key, { name: '王' }, place);
    const long = sealJson(suite, key, { name: '欧阳某某', phone: '10012345678' }, place);
    expect(short.length).toBe(long.length);
    expect(unsealJson(key, long, place)).toEqual({ name: '欧阳某某', phone: '10012345678' });
  });

  test('wraps a key for one owner and one place', () => {
    const owner = suite.newKeyPair();
    const wrapped = wrapKey(suite, owner.publicKey, key, place);
    expect(unwrapKey(owner.privateKey, wrapped, place)).toEqual(key);
    expect(() => unwrapKey(suite.newKeyPair().privateKey, wrapped, place)).toThrow('vault-wrong-key');
    expect(() => unwrapKey(owner.privateKey, wrapped, ['tip', 't2', 'key'])).toThrow('vault-wrong-key');
    for (const at of [1, 33, wrapped.length - 1]) {
      const changed = Buffer.from(wrapped);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => unwrapKey(owner.privateKey, changed, place)).toThrow('vault-wrong-key');
    }
    expect(() => wrapKey(suite, Buffer.alloc(owner.publicKey.length), key, place)).toThrow('vault-bad-key');
  });

  test('what one sender wraps opens for its owner at its place only, and is never alike twice', () => {
    const owners = [suite.newKeyPair(), suite.newKeyPair()] as const;
    const [sender, next] = [suite.newSender(), suite.newSender()];
    const head = suite.wrap(owners[0].publicKey, key, placeBytes(place)).length - 12 - 32 - suite.tagBytes;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 2 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (tips, secret) => {
          const [here, there] = tips.map((tip) => placeBytes(['tip', tip, 'key'])) as [Buffer, Buffer];
          const wrapped = sender.wrap(owners[0].publicKey, secret, here);
          expect(suite.unwrap(owners[0].privateKey, wrapped, here)).toEqual(Buffer.from(secret));
          expect(() => suite.unwrap(owners[1].privateKey, wrapped, here)).toThrow('vault-wrong-key');
          expect(() => suite.unwrap(owners[0].privateKey, wrapped, there)).toThrow('vault-wrong-key');
          // The same secret for the same place: nothing repeats behind what the sender says of itself.
          const again = sender.wrap(owners[0].publicKey, secret, here);
          expect(again.subarray(0, head)).toEqual(wrapped.subarray(0, head));
          expect(again.subarray(head, head + 12)).not.toEqual(wrapped.subarray(head, head + 12));
          expect(again.subarray(head + 12)).not.toEqual(wrapped.subarray(head + 12));
          // Another sender agreed on something else: a box of one does not open behind the head of the other.
          const other = next.wrap(owners[0].publicKey, secret, here);
          expect(other.subarray(0, head)).not.toEqual(wrapped.subarray(0, head));
          const mixed = Buffer.concat([other.subarray(0, head), wrapped.subarray(head)]);
          expect(() => suite.unwrap(owners[0].privateKey, mixed, here)).toThrow('vault-wrong-key');
        },
      ),
      { numRuns: 10 },
    );
  });

  test('a sender agrees once with each owner, says nothing of one to another, and ends', () => {
    const [one, other] = [suite.newKeyPair(), suite.newKeyPair()];
    const sender = suite.newSender();
    const wrapped = [one, other].map(({ publicKey }) => sender.wrap(publicKey, key, placeBytes(place)));
    [one, other].forEach(({ privateKey }, at) => {
      expect(suite.unwrap(privateKey, wrapped[at] ?? key, placeBytes(place))).toEqual(key);
      expect(() => suite.unwrap(privateKey, wrapped[1 - at] ?? key, placeBytes(place))).toThrow('vault-wrong-key');
    });
    expect(() => sender.wrap(Buffer.alloc(one.publicKey.length), key, placeBytes(place))).toThrow('vault-bad-key');
    sender.end();
    sender.end();
    expect(() => sender.wrap(one.publicKey, key, placeBytes(place))).toThrow(RangeError);
    expect(suite.unwrap(one.privateKey, wrapped[0] ?? key, placeBytes(place))).toEqual(key);
  });

  test('derives other keys for another purpose, and slowly for another salt', async () => {
    expect(suite.derive(key, Buffer.alloc(0), 'a').equals(suite.derive(key, Buffer.alloc(0), 'b'))).toBe(false);
    const [first, again, other] = await Promise.all([1, 1, 2].map((salt) => suite.slow('code', Buffer.alloc(16, salt), suite.receiptCost)));
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
  });
});

test('what one suite sealed still opens after the office switched to the other', () => {
  const key = randomBytes(32);
  for (const suite of Object.values(suites)) expect(unseal(key, seal(suite, key, Buffer.from('x'), place), place).toString()).toBe('x');
});
