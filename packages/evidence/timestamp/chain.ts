import { X509Certificate } from 'node:crypto';
import { BitString } from 'asn1js';
import { BasicConstraints, type Certificate, ExtKeyUsage } from 'pkijs';
import { fromPem } from '../sign/keys.ts';
import { OID } from './oids.ts';
import { toArrayBuffer } from './request.ts';
import { checkSignature } from './signature-check.ts';
import { Certificate as PkiCertificate } from 'pkijs';

export type ChainVerdict =
  | { readonly ok: true; readonly anchored: boolean }
  | { readonly ok: false; readonly fault: 'expired-certificate' | 'wrong-purpose' | 'untrusted-authority'; readonly detail: string };

const der = (certificate: Certificate): Buffer => Buffer.from(certificate.toSchema(false).toBER());

export const spkiOf = (certificate: Certificate): Buffer => Buffer.from(certificate.subjectPublicKeyInfo.toSchema().toBER());

const nameOf = (certificate: Certificate): string => {
  try {
    return new X509Certificate(der(certificate)).subject.replaceAll('\n', ', ');
  } catch {
    return '(unreadable name)';
  }
};
export { nameOf as certificateName };

const isSignedBy = (child: Certificate, parent: Certificate): boolean =>
  child.issuer.isEqual(parent.subject) &&
  checkSignature(
    child.signatureAlgorithm,
    spkiOf(parent),
    Buffer.from(child.tbsView),
    Buffer.from(child.signatureValue.valueBlock.valueHexView),
  );

const mayIssue = (certificate: Certificate): boolean => {
  const basic = certificate.extensions?.find((e) => e.extnID === OID.basicConstraints)?.parsedValue;
  const usage = certificate.extensions?.find((e) => e.extnID === OID.keyUsage)?.parsedValue;
  // RFC 5280 §4.2.1.3: bit 5, keyCertSign; a certificate without the extension may do anything.
  const maySign = !(usage instanceof BitString) || ((usage.valueBlock.valueHexView[0] ?? 0) & 0x04) !== 0;
  return basic instanceof BasicConstraints && basic.cA === true && maySign;
};

const isValidAt = (certificate: Certificate, at: Date): boolean => certificate.notBefore.value <= at && at <= certificate.notAfter.value;

/** RFC 3161 §2.3: the purpose is time-stamping, nothing else, and critical. */
const isForTimestamps = (certificate: Certificate): boolean => {
  const extension = certificate.extensions?.find((e) => e.extnID === OID.extKeyUsage);
  const usage = extension?.parsedValue;
  return (
    extension?.critical === true &&
    usage instanceof ExtKeyUsage &&
    usage.keyPurposes.length === 1 &&
    usage.keyPurposes[0] === OID.timeStamping
  );
};

/** Certificates of PEM text, several blocks allowed. Throws when one cannot be read. */
export const readAnchors = (pems: readonly string[]): Certificate[] =>
  pems.flatMap((pem) =>
    (pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []).map((block) =>
      PkiCertificate.fromBER(toArrayBuffer(fromPem(block))),
    ),
  );

/**
 * Checks the signer's certificate and its way up to one of the anchors, all as of `at`.
 * Without anchors the way is followed as far as the given certificates go, and the answer says `anchored: false`.
 */
export const checkChain = (
  signer: Certificate,
  others: readonly Certificate[],
  anchors: readonly Certificate[],
  at: Date,
): ChainVerdict => {
  if (!isForTimestamps(signer))
    return { ok: false, fault: 'wrong-purpose', detail: `${nameOf(signer)}: extended key usage is not exactly timeStamping, critical` };
  const isAnchor = (certificate: Certificate) => anchors.some((anchor) => der(anchor).equals(der(certificate)));
  const seen = new Set<string>();
  let current = signer;
  for (let depth = 0; depth < 8; depth++) {
    if (!isValidAt(current, at))
      return { ok: false, fault: 'expired-certificate', detail: `${nameOf(current)}: not valid at ${at.toISOString()}` };
    if (isAnchor(current)) return { ok: true, anchored: true };
    seen.add(der(current).toString('hex'));
    const child = current;
    const parent = [...anchors, ...others].find((c) => mayIssue(c) && !seen.has(der(c).toString('hex')) && isSignedBy(child, c));
    if (!parent) break;
    current = parent;
  }
  if (anchors.length === 0) return { ok: true, anchored: false };
  return { ok: false, fault: 'untrusted-authority', detail: `${nameOf(current)} leads to none of the trusted authorities` };
};
