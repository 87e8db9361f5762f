import { constants, createPublicKey, verify } from 'node:crypto';
import { type AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';
import { isSm2PublicKey, sm2Verify } from '../sign/sm2.ts';
import { DIGESTS } from './oids.ts';

/** Signature algorithm → digest it names; null when the digest is named elsewhere (CMS names it beside the signature). */
const WITH_DIGEST: Partial<Record<string, string | null>> = {
  '1.2.840.113549.1.1.1': null,
  '1.2.840.10045.2.1': null,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
const PSS = '1.2.840.113549.1.1.10';
const ED25519 = '1.3.101.112';
const SM2_WITH_SM3 = '1.2.156.10197.1.501';

/**
 * Checks one signature of a certificate or of a token. False for a wrong signature and for every algorithm not accepted.
 * @param digest digest algorithm named beside the signature (CMS), undefined in certificates
 */
export const checkSignature = (
  algorithm: AlgorithmIdentifier,
  spki: Uint8Array,
  data: Uint8Array,
  signature: Uint8Array,
  digest?: string,
): boolean => {
  const id = algorithm.algorithmId;
  if (id === SM2_WITH_SM3 || (isSm2PublicKey(spki) && digest === 'sm3')) return sm2Verify(data, signature, spki);
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    if (id === ED25519) return key.asymmetricKeyType === 'ed25519' && verify(null, data, key, signature);
    if (id === PSS) {
      const named = DIGESTS[new RSASSAPSSParams({ schema: algorithm.algorithmParams }).hashAlgorithm.algorithmId];
      return (
        named !== undefined &&
        verify(named, data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }, signature)
      );
    }
    const named = WITH_DIGEST[id];
    const hash = named === null ? digest : named;
    return hash !== undefined && verify(hash, data, key, signature);
  } catch {
    return false;
  }
};
