import { fromBER, OctetString } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo, TimeStampResp, TSTInfo } from 'pkijs';
import { DIGESTS, OID } from './oids.ts';
import { toArrayBuffer } from './request.ts';

export interface ParsedToken {
  readonly genTime: Date;
  /** Digest of the stamped data, hex, and its algorithm. */
  readonly imprint: string;
  readonly imprintAlgorithm: string | undefined;
  readonly nonce: string | null;
  readonly serial: string;
  readonly policy: string;
  /** The signed content, byte by byte. */
  readonly content: Buffer;
  readonly contentType: string;
  readonly signer: SignerInfo;
  readonly certificates: readonly Certificate[];
}

export type ParsedResponse =
  | { readonly granted: true; readonly token: ParsedToken }
  | { readonly granted: false; readonly status: number; readonly text: string };

const hex = (buffer: ArrayBuffer | Uint8Array): string => Buffer.from(buffer as Uint8Array).toString('hex');

/** An INTEGER without its sign padding, so that two spellings of one number compare equal. */
const number = (bytes: ArrayBuffer | Uint8Array): string => hex(bytes).replace(/^(00)+(?=..)/, '');

const parseSignedData = (content: ContentInfo): ParsedToken => {
  if (content.contentType !== OID.signedData && content.contentType !== OID.signedDataGm) throw new Error('the token is not signed data');
  const signed = new SignedData({ schema: content.content });
  const [signer, ...more] = signed.signerInfos;
  if (!signer || more.length > 0) throw new Error('a token has exactly one signer');
  const octets = signed.encapContentInfo.eContent;
  if (!octets) throw new Error('the token has no content');
  const bytes = Buffer.from(octets.getValue());
  const info = TSTInfo.fromBER(toArrayBuffer(bytes));
  return {
    genTime: info.genTime,
    imprint: hex(info.messageImprint.hashedMessage.valueBlock.valueHexView),
    imprintAlgorithm: DIGESTS[info.messageImprint.hashAlgorithm.algorithmId],
    nonce: info.nonce ? number(info.nonce.valueBlock.valueHexView) : null,
    serial: number(info.serialNumber.valueBlock.valueHexView),
    policy: info.policy,
    content: bytes,
    contentType: signed.encapContentInfo.eContentType,
    signer,
    certificates: (signed.certificates ?? []).filter((item): item is Certificate => item instanceof Certificate),
  };
};

/** Parses the DER of an RFC 3161 response (`.tsr`). Throws on anything else, also on bytes after it. */
export const parseResponse = (tsr: Uint8Array): ParsedResponse => {
  const asn1 = fromBER(toArrayBuffer(tsr));
  if (asn1.offset !== tsr.length) throw new Error('not one DER value');
  const response = new TimeStampResp({ schema: asn1.result });
  const status = response.status.status;
  if ((status !== 0 && status !== 1) || !response.timeStampToken) {
    const text = (response.status.statusStrings ?? []).map((s) => s.valueBlock.value).join('; ');
    return { granted: false, status, text };
  }
  return { granted: true, token: parseSignedData(response.timeStampToken) };
};

/** The certificate of the token's signer, found by issuer and serial number or by key identifier. */
export const signerCertificate = (token: ParsedToken): Certificate | undefined => {
  const { sid } = token.signer;
  if (sid instanceof IssuerAndSerialNumber)
    return token.certificates.find((c) => c.issuer.isEqual(sid.issuer) && c.serialNumber.isEqual(sid.serialNumber));
  const wanted = hex((sid as { valueBlock?: { valueHexView?: Uint8Array } })?.valueBlock?.valueHexView ?? new Uint8Array());
  return token.certificates.find((c) => {
    const extension = c.extensions?.find((e) => e.extnID === OID.subjectKeyId)?.parsedValue;
    return wanted !== '' && extension instanceof OctetString && hex(extension.valueBlock.valueHexView) === wanted;
  });
};
