import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { sha256 } from '../hash.ts';
import type { SigningKey } from '../sign/keys.ts';
import { algorithmOf } from '../sign/sign.ts';

interface Listed {
  readonly name: string;
  readonly digests: { readonly sha256: string; readonly bytes: number };
}

/** `datapackage.json` of WACZ 1.1.1: every other member with size and SHA-256. */
export const dataPackage = (
  members: readonly Listed[],
  about: {
    readonly created: string;
    readonly software: string;
    readonly mainPage: { readonly url: string; readonly ts: string } | undefined;
  },
): string =>
  `${JSON.stringify(
    {
      profile: 'data-package',
      wacz_version: '1.1.1',
      title: about.mainPage ? `Inspection of ${about.mainPage.url}` : 'Inspection',
      description: 'Sealed inspection. How to check it by hand: liangjian/README.txt',
      created: about.created,
      software: about.software,
      ...(about.mainPage ? { mainPageUrl: about.mainPage.url, mainPageDate: new Date(about.mainPage.ts).toISOString() } : {}),
      resources: members.map(({ name, digests }) => ({
        name: name.slice(name.lastIndexOf('/') + 1),
        path: name,
        hash: `sha256:${digests.sha256}`,
        bytes: digests.bytes,
      })),
    },
    null,
    2,
  )}\n`;

/** Fields the anonymous form of WACZ-auth 0.1.0 knows; it forbids any other. */
const FIELDS = new Set(['hash', 'created', 'software', 'version', 'signature', 'publicKey']);

/**
 * `datapackage-digest.json` with the anonymous signature of WACZ-auth 0.1.0. Signed is the text of `hash`, the signature is r ‖ s,
 * the key SPKI, both base64: what ArchiveWeb.page writes and the players check (P-384 with SHA-256).
 */
export const dataPackageDigest = (
  descriptor: string,
  key: SigningKey,
  about: { readonly created: string; readonly software: string },
): string => {
  const hash = `sha256:${sha256(descriptor)}`;
  const privateKey = createPrivateKey({ key: key.privateKey, format: 'der', type: 'pkcs8' });
  const signature = sign('sha256', Buffer.from(hash), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const signedData = {
    hash,
    created: about.created,
    software: about.software,
    version: '0.1.0',
    signature: signature.toString('base64'),
    publicKey: key.publicKey.toString('base64'),
  };
  return `${JSON.stringify({ path: 'datapackage.json', hash, signedData }, null, 2)}\n`;
};

export type DigestVerdict =
  | { readonly ok: true; readonly publicKey: Buffer }
  | { readonly ok: false; readonly fault: 'hash' | 'form' | 'signature'; readonly detail: string };

/** Checks `datapackage-digest.json` against the bytes of `datapackage.json`. */
export const checkDataPackageDigest = (digestText: string, descriptor: Uint8Array): DigestVerdict => {
  const fail = (fault: 'hash' | 'form' | 'signature', detail: string): DigestVerdict => ({ ok: false, fault, detail });
  try {
    const { path, hash, signedData } = JSON.parse(digestText) as { path?: string; hash?: string; signedData?: Record<string, string> };
    const actual = `sha256:${sha256(descriptor)}`;
    if (path !== 'datapackage.json' || hash !== actual) return fail('hash', `datapackage.json is ${actual}, stated is ${hash}`);
    if (!signedData || Object.keys(signedData).some((name) => !FIELDS.has(name)))
      return fail('form', 'signedData is missing or has fields of its own');
    if (signedData['hash'] !== hash) return fail('form', 'signedData speaks of another hash');
    const publicKey = Buffer.from(signedData['publicKey'] ?? '', 'base64');
    if (algorithmOf(publicKey) !== 'ecdsa-p384') return fail('form', 'the key is not ECDSA P-384');
    const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
    const signature = Buffer.from(signedData['signature'] ?? '', 'base64');
    if (!verify('sha256', Buffer.from(hash), { key, dsaEncoding: 'ieee-p1363' }, signature))
      return fail('signature', 'the signature does not match');
    return { ok: true, publicKey };
  } catch (error) {
    return fail('form', error instanceof Error ? error.message : String(error));
  }
};
