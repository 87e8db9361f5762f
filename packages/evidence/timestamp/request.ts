import { randomBytes } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';
import { OID } from './oids.ts';

/** bytes → an ArrayBuffer of their own, as asn1js wants it. */
export const toArrayBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** A fresh 8-byte nonce, positive as a DER INTEGER. */
export const newNonce = (): Buffer => {
  const nonce = randomBytes(8);
  nonce[0] = ((nonce[0] as number) & 0x7f) | 0x40;
  return nonce;
};

/**
 * DER of an RFC 3161 request for a SHA-256 digest; asks for the authority's certificates, so that the token stands alone.
 * Throws when the digest is not 32 bytes.
 */
export const buildRequest = (digest: Uint8Array, nonce: Uint8Array): Buffer => {
  if (digest.length !== 32) throw new Error('a SHA-256 digest has 32 bytes');
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
      hashedMessage: new OctetString({ valueHex: toArrayBuffer(digest) }),
    }),
    nonce: new Integer({ valueHex: toArrayBuffer(nonce) }),
    certReq: true,
  });
  return Buffer.from(request.toSchema().toBER());
};
