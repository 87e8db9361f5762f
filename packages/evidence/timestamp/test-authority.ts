import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BitString, Integer, Null, ObjectIdentifier, OctetString, PrintableString, Sequence, Utf8String } from 'asn1js';
import * as pkijs from 'pkijs';
import { toPem } from '../sign/keys.ts';
import { OID } from './oids.ts';
import { toArrayBuffer } from './request.ts';

/**
 * A time-stamp authority of our own, for tests and demonstrations on loopback. Its tokens prove nothing to anyone else:
 * its keys live as long as the process. The names say so.
 */
export interface TestAuthorityOptions {
  readonly now?: () => Date;
  /** Validity of the signing certificate. */
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** A way to be wrong, for tests. */
  readonly fault?:
    | 'refuse'
    | 'other-imprint'
    | 'other-nonce'
    | 'no-purpose'
    | 'purpose-not-critical'
    | 'other-key'
    | 'garbage'
    | 'http-500';
}

const DAY = 86_400_000;

const name = (commonName: string): pkijs.RelativeDistinguishedNames =>
  new pkijs.RelativeDistinguishedNames({
    typesAndValues: [
      new pkijs.AttributeTypeAndValue({ type: '2.5.4.6', value: new PrintableString({ value: 'CN' }) }),
      new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: commonName }) }),
    ],
  });

const ecdsa = () => new pkijs.AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 });
const sha256Id = () => new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256, algorithmParams: new Null() });
const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();
const octets = (data: Uint8Array) => new OctetString({ valueHex: toArrayBuffer(data) });

const extension = (extnID: string, critical: boolean, value: { toSchema(): { toBER(): ArrayBuffer } }) =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toSchema().toBER() });

const issue = (input: {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly issuerKey: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: pkijs.Extension[];
}): pkijs.Certificate => {
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: new Integer({ valueHex: toArrayBuffer(Buffer.concat([Buffer.of(0x40), randomBytes(7)])) }),
    issuer: name(input.issuer),
    subject: name(input.subject),
    notBefore: new pkijs.Time({ value: input.notBefore }),
    notAfter: new pkijs.Time({ value: input.notAfter }),
    extensions: input.extensions,
    signature: ecdsa(),
    signatureAlgorithm: ecdsa(),
  });
  certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(toArrayBuffer(input.publicKey.export({ type: 'spki', format: 'der' })));
  const tbs = Buffer.from(certificate.encodeTBS().toBER());
  certificate.tbsView = new Uint8Array(tbs);
  certificate.signatureValue = new BitString({ valueHex: toArrayBuffer(sign('sha256', tbs, input.issuerKey)) });
  // Parsed again, so that what we hold is exactly what others read.
  return pkijs.Certificate.fromBER(certificate.toSchema(true).toBER());
};

const makeCertificates = (options: TestAuthorityOptions) => {
  const ca = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const tsa = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const root = 'Liangjian test authority (proves nothing) root';
  const now = (options.now?.() ?? new Date()).getTime();
  const purpose = options.fault === 'no-purpose' ? '1.3.6.1.5.5.7.3.1' : OID.timeStamping;
  const basic = (cA: boolean) => extension(OID.basicConstraints, true, new pkijs.BasicConstraints({ cA }));
  const shared = { issuer: root, issuerKey: ca.privateKey };
  const years = { notBefore: new Date(now - 3650 * DAY), notAfter: new Date(now + 3650 * DAY) };
  return {
    key: tsa.privateKey,
    ca: issue({ ...shared, ...years, subject: root, publicKey: ca.publicKey, extensions: [basic(true)] }),
    tsa: issue({
      ...shared,
      subject: 'Liangjian test authority (proves nothing)',
      publicKey: tsa.publicKey,
      notBefore: options.notBefore ?? new Date(now - DAY),
      notAfter: options.notAfter ?? new Date(now + 365 * DAY),
      extensions: [
        basic(false),
        extension(OID.extKeyUsage, options.fault !== 'purpose-not-critical', new pkijs.ExtKeyUsage({ keyPurposes: [purpose] })),
      ],
    }),
  };
};

type Certificates = ReturnType<typeof makeCertificates>;

const answer = (query: Buffer, made: Certificates, options: TestAuthorityOptions, serial: number): Buffer => {
  if (options.fault === 'garbage') return Buffer.from('not a token');
  if (options.fault === 'refuse') {
    const status = new pkijs.PKIStatusInfo({ status: 2, statusStrings: [new Utf8String({ value: 'no' })] });
    return Buffer.from(new pkijs.TimeStampResp({ status }).toSchema().toBER());
  }
  const request = pkijs.TimeStampReq.fromBER(toArrayBuffer(query));
  const asked = Buffer.from(request.messageImprint.hashedMessage.valueBlock.valueHexView);
  const nonce =
    options.fault === 'other-nonce' ? new Integer({ valueHex: toArrayBuffer(Buffer.from('4111111111111111', 'hex')) }) : request.nonce;
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: '1.2.3.4.1',
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: request.messageImprint.hashAlgorithm,
      hashedMessage: octets(options.fault === 'other-imprint' ? sha256(asked) : asked),
    }),
    serialNumber: new Integer({ value: serial }),
    genTime: options.now?.() ?? new Date(),
    ...(nonce ? { nonce } : {}),
  });
  const content = Buffer.from(info.toSchema().toBER());
  const essCertId = new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [octets(sha256(Buffer.from(made.tsa.toSchema(false).toBER())))] })] })],
  });
  const attributes = new pkijs.SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new pkijs.Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.tstInfo })] }),
      new pkijs.Attribute({ type: OID.messageDigest, values: [octets(sha256(content))] }),
      new pkijs.Attribute({ type: OID.signingCertificateV2, values: [essCertId] }),
    ],
  });
  const toSign = Buffer.from(attributes.toSchema().toBER());
  toSign[0] = 0x31;
  const key =
    options.fault === 'other-key'
      ? createPrivateKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }))
      : made.key;
  const encapsulated = new pkijs.EncapsulatedContentInfo({ eContentType: OID.tstInfo });
  encapsulated.eContent = octets(content);
  const signed = new pkijs.SignedData({
    version: 3,
    digestAlgorithms: [sha256Id()],
    encapContentInfo: encapsulated,
    certificates: [made.tsa, made.ca],
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: made.tsa.issuer, serialNumber: made.tsa.serialNumber }),
        digestAlgorithm: sha256Id(),
        signedAttrs: attributes,
        signatureAlgorithm: ecdsa(),
        signature: octets(sign('sha256', toSign, key)),
      }),
    ],
  });
  const token = new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return Buffer.from(new pkijs.TimeStampResp({ status: new pkijs.PKIStatusInfo({ status: 0 }), timeStampToken: token }).toSchema().toBER());
};

/** Starts the authority on a free loopback port. `caPem` is its root, to be given as trust anchor. */
export const startTestAuthority = async (options: TestAuthorityOptions = {}) => {
  const made = makeCertificates(options);
  let served = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      served += 1;
      if (options.fault === 'http-500') {
        response.writeHead(500).end();
        return;
      }
      try {
        const body = answer(Buffer.concat(chunks), made, options, served);
        response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(body);
      } catch {
        response.writeHead(400).end();
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    caPem: toPem(Buffer.from(made.ca.toSchema(false).toBER()), 'CERTIFICATE'),
    served: (): number => served,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
};
