import { expect, test } from 'vitest';
import { newSm2EncryptionKey, sm2Decrypt, sm2Encrypt } from './sm2-encrypt.ts';

/** The example of GB/T 32918.5: its key opens its ciphertext, and the hash inside vouches for both. */
test('opens the ciphertext printed in the standard', () => {
  const key = Buffer.from('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8', 'hex');
  const sealed = Buffer.from(
    '0404ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0' +
      '59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766' +
      '21886ca989ca9c7d58087307ca93092d651efa',
    'hex',
  );
  expect(sm2Decrypt(sealed, key).toString('latin1')).toBe('encryption standard');
});

test('opens with its own key only, and not after a change of any byte', () => {
  const owner = newSm2EncryptionKey();
  const sealed = sm2Encrypt(Buffer.from('密钥'), owner.publicKey);
  expect(sm2Decrypt(sealed, owner.privateKey).toString()).toBe('密钥');
  expect(() => sm2Decrypt(sealed, newSm2EncryptionKey().privateKey)).toThrow('vault-wrong-key');
  for (const at of [0, 1, 40, 64, 70, 96, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => sm2Decrypt(changed, owner.privateKey)).toThrow('vault-wrong-key');
  }
});

test('refuses a point that is not on the curve', () => {
  const { publicKey } = newSm2EncryptionKey();
  publicKey.writeUInt8(publicKey.readUInt8(64) ^ 1, 64);
  expect(() => sm2Encrypt(Buffer.from('x'), publicKey)).toThrow('vault-bad-key');
  expect(() => sm2Encrypt(Buffer.from('x'), publicKey.subarray(0, 33))).toThrow('vault-bad-key');
});
