import { createHash } from 'node:crypto';
import { OctetString, Sequence } from 'asn1js';
import type { Certificate } from 'pkijs';
import { certificateName, checkChain, readAnchors, spkiOf } from './chain.ts';
import { DIGESTS, OID } from './oids.ts';
import { checkSignature } from './signature-check.ts';
import { type ParsedToken, parseResponse, signerCertificate } from './token.ts';

/** Why a token does not count. Each is a different thing for an officer to do. */
export type TimestampFault =
  | 'unreachable'
  | 'malformed'
  | 'refused'
  | 'wrong-imprint'
  | 'wrong-nonce'
  | 'bad-signature'
  | 'wrong-purpose'
  | 'expired-certificate'
  | 'untrusted-authority';

export interface TimestampFacts {
  /** Instant the authority vouches for, ISO 8601. */
  readonly genTime: string;
  readonly authority: string;
  readonly serial: string;
  readonly policy: string;
  /** False when no trust anchor was given: the signature holds, but who signed is not proved. */
  readonly anchored: boolean;
}

export type TimestampVerdict =
  | ({ readonly ok: true } & TimestampFacts)
  | { readonly ok: false; readonly fault: TimestampFault; readonly detail: string };

const attribute = (token: ParsedToken, type: string): unknown[] =>
  token.signer.signedAttrs?.attributes.filter((a) => a.type === type).flatMap((a) => a.values as unknown[]) ?? [];

const bytesOf = (value: unknown): Buffer | null => (value instanceof OctetString ? Buffer.from(value.getValue()) : null);

/** RFC 3161 §2.4.2 asks that the signer's certificate is bound into the signature (ESS), else it could be exchanged. */
const bindsCertificate = (token: ParsedToken, certificate: Certificate): boolean => {
  const der = Buffer.from(certificate.toSchema(false).toBER());
  const firstId = (value: unknown): Sequence | null => {
    const ids = value instanceof Sequence ? value.valueBlock.value[0] : undefined;
    const id = ids instanceof Sequence ? ids.valueBlock.value[0] : undefined;
    return id instanceof Sequence ? id : null;
  };
  for (const [type, fallback] of [
    [OID.signingCertificateV2, 'sha256'],
    [OID.signingCertificate, 'sha1'],
  ] as const) {
    const id = firstId(attribute(token, type)[0]);
    if (!id) continue;
    const [first, second] = id.valueBlock.value;
    if (first instanceof Sequence) {
      const oid = (first.valueBlock.value[0] as { valueBlock?: { toString(): string } } | undefined)?.valueBlock?.toString() ?? '';
      const digest = DIGESTS[oid];
      return digest !== undefined && bytesOf(second)?.equals(createHash(digest).update(der).digest()) === true;
    }
    return bytesOf(first)?.equals(createHash(fallback).update(der).digest()) === true;
  }
  return false;
};

const signatureFault = (token: ParsedToken, certificate: Certificate): string | null => {
  const digest = DIGESTS[token.signer.digestAlgorithm.algorithmId];
  if (!digest) return `digest algorithm ${token.signer.digestAlgorithm.algorithmId} is not accepted`;
  if (token.contentType !== OID.tstInfo) return 'the content is not a time-stamp';
  const signed = token.signer.signedAttrs;
  if (!signed) return 'no signed attributes';
  const contentType = attribute(token, OID.contentType)[0] as { valueBlock?: { toString(): string } } | undefined;
  if (contentType?.valueBlock?.toString() !== OID.tstInfo) return 'the signed content type is another';
  if (!bytesOf(attribute(token, OID.messageDigest)[0])?.equals(createHash(digest).update(token.content).digest()))
    return 'the content was changed after signing';
  if (!bindsCertificate(token, certificate)) return 'the signature does not name this certificate';
  const attributes = Buffer.from(signed.encodedValue);
  attributes[0] = 0x31; // RFC 5652 §5.4: signed as SET OF, carried as [0].
  const value = Buffer.from(token.signer.signature.valueBlock.valueHexView);
  return checkSignature(token.signer.signatureAlgorithm, spkiOf(certificate), attributes, value, digest) ? null : 'the signature is wrong';
};

/**
 * Verifies an RFC 3161 response over a SHA-256 digest, offline: status, imprint, nonce (when given), signature, purpose of the
 * certificate, validity at the stamped time, and the chain to `trustAnchors` (PEM).
 */
export const verifyTimestamp = (
  tsr: Uint8Array,
  digest: Uint8Array,
  options: { readonly trustAnchors?: readonly string[]; readonly nonce?: Uint8Array } = {},
): TimestampVerdict => {
  const anchors = readAnchors(options.trustAnchors ?? []);
  const fail = (fault: TimestampFault, detail: string): TimestampVerdict => ({ ok: false, fault, detail });
  try {
    const response = parseResponse(tsr);
    if (!response.granted) return fail('refused', `status ${response.status} ${response.text}`.trim());
    const { token } = response;
    if (token.imprintAlgorithm !== 'sha256' || token.imprint !== Buffer.from(digest).toString('hex'))
      return fail('wrong-imprint', `the token is for ${token.imprint}, not for ${Buffer.from(digest).toString('hex')}`);
    if (options.nonce && token.nonce !== Buffer.from(options.nonce).toString('hex'))
      return fail('wrong-nonce', 'an answer to another request');
    const certificate = signerCertificate(token);
    if (!certificate) return fail('bad-signature', 'the signer’s certificate is not in the token');
    const broken = signatureFault(token, certificate);
    if (broken) return fail('bad-signature', broken);
    const chain = checkChain(certificate, token.certificates, anchors, token.genTime);
    if (!chain.ok) return chain;
    const { genTime, serial, policy } = token;
    return { ok: true, genTime: genTime.toISOString(), authority: certificateName(certificate), serial, policy, anchored: chain.anchored };
  } catch (error) {
    return fail('malformed', error instanceof Error ? error.message : String(error));
  }
};
