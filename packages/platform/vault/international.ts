import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { VaultFault } from './fault.ts';
import type { Suite } from './suite.ts';

const TAG = 16;
/** The name of it is a constant enumeration, which types that are only stripped cannot read. */
const ARGON2ID = 2;
const NO_NONCE = Buffer.alloc(12);
/** DER around raw X25519 keys (RFC 8410). */
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

const derive: Suite['derive'] = (secret, salt, purpose) => Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32));

const encrypt: Suite['encrypt'] = (key, nonce, plain, associated) => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

const decrypt: Suite['decrypt'] = (key, nonce, sealed, associated) => {
  if (sealed.length < TAG) throw new VaultFault('vault-tampered');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAAD(associated);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw new VaultFault('vault-tampered');
  }
};

const publicKeyOf = (raw: Uint8Array): KeyObject => {
  if (raw.length !== 32) throw new VaultFault('vault-bad-key');
  return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
};

const privateKeyOf = (raw: Uint8Array): KeyObject => {
  if (raw.length !== 32) throw new VaultFault('vault-bad-key');
  return createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: 'der', type: 'pkcs8' });
};

const rawPublic = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' }).subarray(SPKI.length);

/** Both public keys enter the derivation, so that a box cannot be passed on to another reader under a changed sender. */
const boxKey = (shared: Buffer, once: Uint8Array, owner: Uint8Array): Buffer =>
  derive(shared, Buffer.concat([once, owner]), 'liangjian/box/1');

const wrap: Suite['wrap'] = (publicKey, secret, associated) => {
  const owner = publicKeyOf(publicKey);
  const pair = generateKeyPairSync('x25519');
  const once = rawPublic(pair.publicKey);
  let shared: Buffer;
  try {
    shared = diffieHellman({ privateKey: pair.privateKey, publicKey: owner });
  } catch {
    // A point of small order: whoever handed it in wants everybody to share one secret.
    throw new VaultFault('vault-bad-key');
  }
  return Buffer.concat([once, encrypt(boxKey(shared, once, publicKey), NO_NONCE, secret, associated)]);
};

const unwrap: Suite['unwrap'] = (privateKey, wrapped, associated) => {
  const own = privateKeyOf(privateKey);
  const once = wrapped.subarray(0, 32);
  try {
    const shared = diffieHellman({ privateKey: own, publicKey: publicKeyOf(once) });
    return decrypt(boxKey(shared, once, rawPublic(createPublicKey(own))), NO_NONCE, wrapped.subarray(32), associated);
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
  mac: (key, data) => createHmac('sha256', key).update(data).digest(),
  slow: (secret, salt, cost) =>
    hashRaw(secret, {
      algorithm: ARGON2ID,
      salt,
      memoryCost: cost.memoryKiB,
      timeCost: cost.rounds,
      parallelism: 1,
      outputLen: 32,
    }),
  passwordCost: { memoryKiB: 65_536, rounds: 3 },
  receiptCost: { memoryKiB: 1024, rounds: 1 },
  newKeyPair: () => {
    const pair = generateKeyPairSync('x25519');
    return {
      publicKey: rawPublic(pair.publicKey),
      privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(PKCS8.length),
    };
  },
  wrap,
  unwrap,
};
