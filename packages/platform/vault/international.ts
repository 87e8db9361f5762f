import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { hashRaw, hashRawSync } from '@node-rs/argon2';
import sodium from 'sodium-native';
import { agreedOnce } from './agreed-once.ts';
import { VaultFault } from './fault.ts';
import { secretKey } from './secret-key.ts';
import type { Suite } from './suite.ts';

const KEY = 32;
const TAG = 16;
/** The name of it is a constant enumeration, which types that are only stripped cannot read. */
const ARGON2ID = 2;
/** Below this a derivation takes less time than handing it to another thread. */
const CHEAP_KIB = 512;
const NONCE = 12;

const derive: Suite['derive'] = (secret, salt, purpose) => Buffer.from(hkdfSync('sha256', secretKey(secret), salt, purpose, KEY));

const encrypt: Suite['encrypt'] = (key, nonce, plain, associated) => {
  const cipher = createCipheriv('aes-256-gcm', secretKey(key), nonce);
  cipher.setAAD(associated);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

const decrypt: Suite['decrypt'] = (key, nonce, sealed, associated) => {
  if (sealed.length < TAG) throw new VaultFault('vault-tampered');
  const decipher = createDecipheriv('aes-256-gcm', secretKey(key), nonce, { authTagLength: TAG });
  decipher.setAAD(associated);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw new VaultFault('vault-tampered');
  }
};

/** Raw keys all the way: building key objects costs more than the curve does. */
const publicKeyOf = (privateKey: Uint8Array): Buffer => {
  if (privateKey.length !== KEY) throw new VaultFault('vault-bad-key');
  const publicKey = Buffer.alloc(KEY);
  sodium.crypto_scalarmult_base(publicKey, privateKey);
  return publicKey;
};

const agree = (privateKey: Uint8Array, publicKey: Uint8Array): Buffer => {
  if (publicKey.length !== KEY) throw new VaultFault('vault-bad-key');
  const shared = Buffer.alloc(KEY);
  try {
    sodium.crypto_scalarmult(shared, privateKey, publicKey);
  } catch {
    // A point of small order: whoever handed it in wants everybody to share one secret.
    throw new VaultFault('vault-bad-key');
  }
  return shared;
};

/** Both public keys enter the derivation, so that a box cannot be passed on to another reader under a changed sender. */
const boxKey = (shared: Buffer, once: Uint8Array, owner: Uint8Array): Buffer =>
  derive(shared, Buffer.concat([once, owner]), 'liangjian/box/1');

/** One sender may seal many secrets for one owner: each has a nonce of its own. */
const box = (once: Buffer, key: Buffer, secret: Uint8Array, associated: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE);
  return Buffer.concat([once, nonce, encrypt(key, nonce, secret, associated)]);
};

const wrap: Suite['wrap'] = (publicKey, secret, associated) => {
  const privateKey = randomBytes(KEY);
  const once = publicKeyOf(privateKey);
  const key = boxKey(agree(privateKey, publicKey), once, publicKey);
  privateKey.fill(0);
  return box(once, key, secret, associated);
};

const newSender: Suite['newSender'] = () => {
  const privateKey = randomBytes(KEY);
  const once = publicKeyOf(privateKey);
  const agreed = agreedOnce((publicKey) => ({ secret: boxKey(agree(privateKey, publicKey), once, publicKey) }));
  return {
    wrap: (publicKey, secret, associated) => box(once, agreed.with(publicKey).secret, secret, associated),
    end: () => {
      agreed.end();
      privateKey.fill(0);
    },
  };
};

const unwrap: Suite['unwrap'] = (privateKey, wrapped, associated) => {
  const owner = publicKeyOf(privateKey);
  const [once, nonce] = [wrapped.subarray(0, KEY), wrapped.subarray(KEY, KEY + NONCE)];
  try {
    return decrypt(boxKey(agree(privateKey, once), once, owner), nonce, wrapped.subarray(KEY + NONCE), associated);
  } catch {
    throw new VaultFault('vault-wrong-key');
  }
};

/** AES-256-GCM, HKDF and HMAC with SHA-256, argon2id, boxes by X25519 with a key pair of their own. */
export const international: Suite = {
  id: 'international',
  mark: 1,
  tagBytes: TAG,
  encrypt,
  decrypt,
  derive,
  mac: (key, data) => createHmac('sha256', secretKey(key)).update(data).digest(),
  slow: async (secret, salt, cost) => {
    const options = { algorithm: ARGON2ID, salt, memoryCost: cost.memoryKiB, timeCost: cost.rounds, parallelism: 1, outputLen: KEY };
    return cost.memoryKiB <= CHEAP_KIB ? hashRawSync(secret, options) : hashRaw(secret, options);
  },
  passwordCost: { memoryKiB: 65_536, rounds: 3 },
  receiptCost: { memoryKiB: 256, rounds: 1 },
  newKeyPair: () => {
    const privateKey = randomBytes(KEY);
    return { publicKey: publicKeyOf(privateKey), privateKey };
  },
  wrap,
  newSender,
  unwrap,
};
