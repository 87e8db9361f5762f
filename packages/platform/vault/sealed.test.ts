import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seal, sealJson, unseal, unsealJson, unwrapKey, wrapKey } from './sealed.ts';
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

  test('one sender wraps many keys, each for its owner and its place, and never one alike twice', () => {
    const sender = { ...suite, wrap: suite.newSender() };
    const owners = [suite.newKeyPair(), suite.newKeyPair()];
    const places = ['a', 'b', 'c'].map((tip) => ['tip', tip, 'key']);
    const wrapped = owners.flatMap((owner) => places.map((at) => ({ owner, at, bytes: wrapKey(sender, owner.publicKey, key, at) })));
    for (const { owner, at, bytes } of wrapped) {
      expect(unwrapKey(owner.privateKey, bytes, at)).toEqual(key);
      for (const other of owners.filter((one) => one !== owner))
        expect(() => unwrapKey(other.privateKey, bytes, at)).toThrow('vault-wrong-key');
      for (const moved of places.filter((one) => one !== at))
        expect(() => unwrapKey(owner.privateKey, bytes, moved)).toThrow('vault-wrong-key');
    }
    const again = wrapKey(sender, owners[0]?.publicKey ?? key, key, places[0] ?? []);
    expect(again.subarray(33).equals(wrapped[0]?.bytes.subarray(33) ?? again.subarray(33))).toBe(false);
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
