import { createCipheriv, createDecipheriv, createHmac, hkdfSync, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { agreedOnce } from './agreed-once.ts';
import { VaultFault } from './fault.ts';
import { secretKey } from './secret-key.ts';
import { newSm2EncryptionKey, SM2_OVERHEAD, sm2Decrypt, sm2Encrypt } from './sm2-encrypt.ts';
import type { Suite } from './suite.ts';

const TAG = 32;
const KEY = 32;
const NONCE = 12;
const rounds = promisify(pbkdf2);

const derive: Suite['derive'] = (secret, salt, purpose) => Buffer.from(hkdfSync('sm3', secretKey(secret), salt, purpose, 32));
const mac: Suite['mac'] = (key, data) => createHmac('sm3', secretKey(key)).update(data).digest();

/** Encrypt-then-MAC needs two keys that have nothing to do with each other: one for SM4 (128 bit), one for HMAC. */
const split = (key: Uint8Array): { cipher: Buffer; tag: Buffer } => {
  const both = Buffer.from(hkdfSync('sm3', secretKey(key), '', 'liangjian/sm4-ctr-hmac-sm3/1', 48));
  return { cipher: both.subarray(0, 16), tag: both.subarray(16) };
};

/** The length comes first, so that no byte can wander from the associated data into the ciphertext. */
const tagOf = (key: Buffer, nonce: Uint8Array, text: Uint8Array, associated: Uint8Array): Buffer => {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(associated.length));
  return createHmac('sm3', secretKey(key)).update(length).update(associated).update(nonce).update(text).digest();
};

const counter = (nonce: Uint8Array): Buffer => Buffer.concat([nonce, Buffer.alloc(4)]);

const encrypt: Suite['encrypt'] = (key, nonce, plain, associated) => {
  const keys = split(key);
  const cipher = createCipheriv('sm4-ctr', secretKey(keys.cipher), counter(nonce));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([text, tagOf(keys.tag, nonce, text, associated)]);
};

const decrypt: Suite['decrypt'] = (key, nonce, sealed, associated) => {
  if (sealed.length < TAG) throw new VaultFault('vault-tampered');
  const keys = split(key);
  const text = sealed.subarray(0, sealed.length - TAG);
  if (!timingSafeEqual(tagOf(keys.tag, nonce, text, associated), sealed.subarray(sealed.length - TAG))) {
    throw new VaultFault('vault-tampered');
  }
  const decipher = createDecipheriv('sm4-ctr', secretKey(keys.cipher), counter(nonce));
  return Buffer.concat([decipher.update(text), decipher.final()]);
};

interface Envelope {
  /** Key of the boxes, and what SM2 made of it for the owner. */
  readonly secret: Buffer;
  readonly carried: Buffer;
}

const envelopeFor = (publicKey: Uint8Array): Envelope => {
  const secret = randomBytes(KEY);
  return { secret, carried: sm2Encrypt(secret, publicKey) };
};

/** One envelope may stand before many boxes: each has a nonce of its own. */
const box = ({ secret: key, carried }: Envelope, secret: Uint8Array, associated: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE);
  return Buffer.concat([carried, nonce, encrypt(key, nonce, secret, associated)]);
};

/** A digital envelope: SM2 carries a key that seals the secret together with what it belongs to. */
const wrap: Suite['wrap'] = (publicKey, secret, associated) => {
  const envelope = envelopeFor(publicKey);
  const wrapped = box(envelope, secret, associated);
  envelope.secret.fill(0);
  return wrapped;
};

const newSender: Suite['newSender'] = () => {
  const agreed = agreedOnce(envelopeFor);
  return { wrap: (publicKey, secret, associated) => box(agreed.with(publicKey), secret, associated), end: agreed.end };
};

const unwrap: Suite['unwrap'] = (privateKey, wrapped, associated) => {
  const carried = SM2_OVERHEAD + KEY;
  const key = sm2Decrypt(wrapped.subarray(0, carried), privateKey);
  try {
    return decrypt(key, wrapped.subarray(carried, carried + NONCE), wrapped.subarray(carried + NONCE), associated);
  } catch {
    throw new VaultFault('vault-wrong-key');
  }
};

/**
 * SM4-CTR with HMAC-SM3 (Node has no SM4-GCM), HKDF with SM3, PBKDF2 with HMAC-SM3 (GM/T 0091), envelopes by SM2.
 * The commercial cryptography has no slow derivation that costs memory; rounds have to make up for it.
 */
export const sm: Suite = {
  id: 'sm',
  mark: 2,
  tagBytes: TAG,
  encrypt,
  decrypt,
  derive,
  mac,
  slow: (secret, salt, cost) => rounds(secret, salt, cost.rounds, 32, 'sm3'),
  passwordCost: { memoryKiB: 0, rounds: 600_000 },
  receiptCost: { memoryKiB: 0, rounds: 1024 },
  newKeyPair: newSm2EncryptionKey,
  wrap,
  newSender,
  unwrap,
};
