import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { VaultFault } from './fault.ts';

/**
 * Public-key encryption with SM2 (GB/T 32918.4), ciphertext as C1 ‖ C3 ‖ C2.
 *
 * OpenSSL has it, but Node offers no way to reach it: an imported SM2 key can neither encrypt nor agree on a secret. sm-crypto draws
 * its random numbers from RC4. So the standard is written out here, over the curve arithmetic of noble, with numbers of OpenSSL.
 */
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const Sm2Point = weierstrass({
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: N,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
});

const POINT = 65;
const HASH = 32;
/** Bytes that the ciphertext is longer than the text. */
export const SM2_OVERHEAD = POINT + HASH;

const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

const newScalar = (): { scalar: bigint; bytes: Buffer } => {
  for (;;) {
    const bytes = randomBytes(32);
    const scalar = toNumber(bytes);
    if (scalar > 0n && scalar < N - 1n) return { scalar, bytes };
  }
};

/** Makes a key pair: point of 65 bytes, number of 32 bytes. */
export const newSm2EncryptionKey = (): { publicKey: Buffer; privateKey: Buffer } => {
  const { scalar, bytes } = newScalar();
  return { publicKey: Buffer.from(Sm2Point.BASE.multiply(scalar).toBytes(false)), privateKey: bytes };
};

/** t = KDF(x2 ‖ y2, length) of GB/T 32918.4 §5.4.3. */
const stream = (shared: Buffer, length: number): Buffer => {
  const blocks: Buffer[] = [];
  for (let counter = 1; (counter - 1) * HASH < length; counter += 1) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(counter);
    blocks.push(createHash('sm3').update(shared).update(number).digest());
  }
  return Buffer.concat(blocks).subarray(0, length);
};

const xor = (left: Uint8Array, right: Uint8Array): Buffer => Buffer.from(left.map((byte, at) => byte ^ (right[at] ?? 0)));

const check = (shared: Buffer, text: Uint8Array): Buffer =>
  createHash('sm3').update(shared.subarray(0, 32)).update(text).update(shared.subarray(32)).digest();

const pointOf = (bytes: Uint8Array) => {
  if (bytes.length !== POINT || bytes[0] !== 4) throw new VaultFault('vault-bad-key');
  try {
    const point = Sm2Point.fromBytes(Uint8Array.from(bytes));
    point.assertValidity();
    return point;
  } catch {
    throw new VaultFault('vault-bad-key');
  }
};

const sharedBytes = (point: ReturnType<typeof pointOf>, scalar: bigint): Buffer =>
  Buffer.from(point.multiply(scalar).toBytes(false)).subarray(1);

/** Encrypts a short text (at least one byte) for a public point. Throws `vault-bad-key` for a point that is not on the curve. */
export const sm2Encrypt = (text: Uint8Array, publicKey: Uint8Array): Buffer => {
  const owner = pointOf(publicKey);
  for (;;) {
    const { scalar } = newScalar();
    const shared = sharedBytes(owner, scalar);
    const pad = stream(shared, text.length);
    if (pad.every((byte) => byte === 0)) continue;
    return Buffer.concat([Sm2Point.BASE.multiply(scalar).toBytes(false), check(shared, text), xor(text, pad)]);
  }
};

/** Opens what `sm2Encrypt` made. Throws `vault-wrong-key` for a wrong key and for changed bytes. */
export const sm2Decrypt = (sealed: Uint8Array, privateKey: Uint8Array): Buffer => {
  const scalar = toNumber(privateKey);
  if (privateKey.length !== 32 || scalar === 0n || scalar >= N - 1n) throw new VaultFault('vault-bad-key');
  try {
    const shared = sharedBytes(pointOf(sealed.subarray(0, POINT)), scalar);
    const text = xor(sealed.subarray(SM2_OVERHEAD), stream(shared, sealed.length - SM2_OVERHEAD));
    if (timingSafeEqual(check(shared, text), sealed.subarray(POINT, SM2_OVERHEAD))) return text;
  } catch {
    // Falls through: why it did not open is nobody's business.
  }
  throw new VaultFault('vault-wrong-key');
};
