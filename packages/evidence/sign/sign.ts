import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Algorithm, SigningKey } from './keys.ts';
import { isSm2PublicKey, sm2Sign, sm2Verify } from './sm2.ts';

/**
 * Signs a message. Ed25519 gives 64 raw bytes; ECDSA (SHA-256) and SM2 (SM3) give DER, which is what OpenSSL reads.
 */
export const signMessage = (key: SigningKey, message: Uint8Array): Buffer => {
  if (key.algorithm === 'sm2-sm3') return sm2Sign(message, key.privateKey);
  const privateKey = createPrivateKey({ key: key.privateKey, format: 'der', type: 'pkcs8' });
  return sign(key.algorithm === 'ed25519' ? null : 'sha256', message, privateKey);
};

const NAMES: Partial<Record<string, Algorithm>> = { prime256v1: 'ecdsa-p256', secp384r1: 'ecdsa-p384' };

/** What kind of key an SPKI holds, or null when it is none of ours. The key decides, never a label beside it. */
export const algorithmOf = (spki: Uint8Array): Algorithm | null => {
  if (isSm2PublicKey(spki)) return 'sm2-sm3';
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? 'ed25519' : (NAMES[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? null);
  } catch {
    return null;
  }
};

/** True when the signature over the message is by this key (SPKI DER) and the key is of the algorithm named. */
export const verifySignature = (algorithm: string, spki: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
  if (algorithmOf(spki) !== algorithm) return false;
  if (algorithm === 'sm2-sm3') return sm2Verify(message, signature, spki);
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    return verify(algorithm === 'ed25519' ? null : 'sha256', message, key, signature);
  } catch {
    return false;
  }
};
