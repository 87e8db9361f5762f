import { createHash, generateKeyPairSync } from 'node:crypto';
import smCrypto from 'sm-crypto';
import { derInteger, derIntegers, derSequence } from './der.ts';

/**
 * SM2 signatures with SM3 (GB/T 32918.2) and the standard identity 1234567812345678.
 *
 * Two traps shaped this file. Node lists the SM2 curve and signs with it, but what comes out is ECDSA on that curve: no SM2
 * verifier accepts it. And sm-crypto draws its secret per-signature number from an RC4 stream; a biased number gives the private
 * key away in time. So we sign here, with a fresh OpenSSL key pair as that number, and let sm-crypto verify.
 */
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/** GB/T 32918.5: a ‖ b ‖ xG ‖ yG, which enter the digest of the identity. */
const CURVE = Buffer.from(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' +
    '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
    'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
  'hex',
);

/** PKCS 8 form of an SM2 private key as OpenSSL writes it: this, 32 bytes of key, `a14403420004`, 64 bytes of public point. */
const PKCS8 = Buffer.from('308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420', 'hex');
/** SubjectPublicKeyInfo of an SM2 key: this, then 04 and 64 bytes of public point. */
const SPKI = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');

export const SM2_IDENTITY = '1234567812345678';

const mod = (value: bigint): bigint => ((value % N) + N) % N;

const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  let factor = mod(base);
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % N;
    factor = (factor * factor) % N;
  }
  return result;
};

const toBigInt = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

/** Makes a key pair; both are DER (PKCS 8, SPKI). */
export const newSm2Key = (): { privateKey: Buffer; publicKey: Buffer } => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'SM2' });
  return {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }),
  };
};

/** Reads private number and public point (65 bytes) out of a PKCS 8 key. Throws `not an SM2 key`. */
const readPrivate = (pkcs8: Uint8Array): { d: bigint; point: Buffer } => {
  const der = Buffer.from(pkcs8);
  if (!der.subarray(0, PKCS8.length).equals(PKCS8) || der.length !== PKCS8.length + 32 + 6 + 64) throw new Error('not an SM2 key');
  return { d: toBigInt(der.subarray(PKCS8.length, PKCS8.length + 32)), point: der.subarray(-65) };
};

/** Public key of an SM2 private key; both DER. */
export const sm2PublicKey = (pkcs8: Uint8Array): Buffer => Buffer.concat([SPKI, readPrivate(pkcs8).point]);

/** True for the DER of an SM2 public key. */
export const isSm2PublicKey = (spki: Uint8Array): boolean =>
  spki.length === SPKI.length + 65 && Buffer.from(spki).subarray(0, SPKI.length).equals(SPKI);

/** e = SM3(Z ‖ message), Z = SM3(bits of identity ‖ identity ‖ curve ‖ public point). */
const messageDigest = (message: Uint8Array, point: Uint8Array, identity: string): Buffer => {
  const id = Buffer.from(identity, 'utf8');
  const bits = Buffer.from([(id.length * 8) >> 8, (id.length * 8) & 255]);
  const z = createHash('sm3').update(bits).update(id).update(CURVE).update(point.subarray(1)).digest();
  return createHash('sm3').update(z).update(message).digest();
};

/** Signs a message with a PKCS 8 key. The signature is DER (r, s), as OpenSSL expects it. */
export const sm2Sign = (message: Uint8Array, pkcs8: Uint8Array, identity = SM2_IDENTITY): Buffer => {
  const { d, point } = readPrivate(pkcs8);
  const e = toBigInt(messageDigest(message, point, identity));
  for (;;) {
    const once = readPrivate(newSm2Key().privateKey);
    const r = mod(e + toBigInt(once.point.subarray(1, 33)));
    if (r === 0n || r + once.d === N) continue;
    const s = mod(power(1n + d, N - 2n) * mod(once.d - r * d));
    if (s === 0n) continue;
    return derSequence(derInteger(r), derInteger(s));
  }
};

/** True when the DER signature over the message is by this SPKI key. Malformed input is simply not a signature. */
export const sm2Verify = (message: Uint8Array, signature: Uint8Array, spki: Uint8Array, identity = SM2_IDENTITY): boolean => {
  if (!isSm2PublicKey(spki)) return false;
  const point = Buffer.from(spki).subarray(-65);
  try {
    const [r, s, ...rest] = derIntegers(signature);
    if (r === undefined || s === undefined || rest.length > 0) return false;
    const hex = [r, s].map((value) => value.toString(16).padStart(64, '0')).join('');
    if (hex.length !== 128) return false;
    const e = messageDigest(message, point, identity);
    return smCrypto.sm2.doVerifySignature([...e], hex, point.toString('hex'), { hash: false });
  } catch {
    return false;
  }
};
