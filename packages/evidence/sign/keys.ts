import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../hash.ts';
import { newSm2Key, sm2PublicKey } from './sm2.ts';

/**
 * `ed25519` and `sm2-sm3` and `ecdsa-p256` sign the statement. `ecdsa-p384` signs the WACZ's data package, because the players
 * of WACZ read an anonymous public key as P-384 only.
 */
export const ALGORITHMS = ['ed25519', 'ecdsa-p256', 'sm2-sm3', 'ecdsa-p384'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** A signer's key: `privateKey` PKCS 8 and `publicKey` SPKI, both DER; fingerprint = SHA-256 of the SPKI, hex. */
export interface SigningKey {
  readonly algorithm: Algorithm;
  readonly privateKey: Buffer;
  readonly publicKey: Buffer;
  readonly fingerprint: string;
}

export type SigningKeys = { readonly [A in Algorithm]: SigningKey };

/** DER → PEM. */
export const toPem = (der: Uint8Array, label: 'PUBLIC KEY' | 'PRIVATE KEY' | 'CERTIFICATE'): string =>
  `-----BEGIN ${label}-----\n${(
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${label}-----\n`;

/** First PEM block → DER. Throws when there is none. */
export const fromPem = (pem: string): Buffer => {
  const body = /-----BEGIN [A-Z ]+-----([\s\S]+?)-----END/.exec(pem)?.[1];
  if (!body) throw new Error('not a PEM file');
  return Buffer.from(body.replaceAll(/\s/g, ''), 'base64');
};

/** SHA-256 of the public key's SPKI, hex: what two people compare over the telephone. */
export const fingerprint = (publicKey: Uint8Array): string => sha256(publicKey);

const newPrivateKey = (algorithm: Algorithm): Buffer => {
  if (algorithm === 'sm2-sm3') return newSm2Key().privateKey;
  if (algorithm === 'ed25519') return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' });
  const namedCurve = algorithm === 'ecdsa-p256' ? 'P-256' : 'P-384';
  return generateKeyPairSync('ec', { namedCurve }).privateKey.export({ type: 'pkcs8', format: 'der' });
};

const publicKeyOf = (algorithm: Algorithm, privateKey: Buffer): Buffer => {
  if (algorithm === 'sm2-sm3') return sm2PublicKey(privateKey);
  const key = createPublicKey(createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }));
  const curve = { ed25519: undefined, 'ecdsa-p256': 'prime256v1', 'ecdsa-p384': 'secp384r1' }[algorithm];
  if ((key.asymmetricKeyDetails?.namedCurve ?? undefined) !== curve || (key.asymmetricKeyType === 'ed25519') !== (algorithm === 'ed25519'))
    throw new Error(`the key file for ${algorithm} holds another kind of key`);
  return key.export({ type: 'spki', format: 'der' });
};

/** Writes a new key unless another process was first; the link makes the file appear whole or not at all. */
const createKeyFile = async (dir: string, path: string, algorithm: Algorithm): Promise<void> => {
  const temporary = join(dir, `.${randomUUID()}`);
  const handle = await open(temporary, 'wx', 0o600);
  await handle.writeFile(toPem(newPrivateKey(algorithm), 'PRIVATE KEY'));
  await handle.sync();
  await handle.close();
  await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(temporary);
};

const loadKey = async (dir: string, algorithm: Algorithm): Promise<SigningKey> => {
  const path = join(dir, `${algorithm}.pem`);
  let pem = await readFile(path, 'utf8').catch(() => null);
  if (pem === null) {
    await createKeyFile(dir, path, algorithm);
    pem = await readFile(path, 'utf8');
  }
  // As with SSH: a key that others on the machine can read signs for everyone.
  if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0)
    throw new Error(`the key file ${path} can be read by others; run: chmod 600 ${path}`);
  const privateKey = fromPem(pem);
  const publicKey = publicKeyOf(algorithm, privateKey);
  return { algorithm, privateKey, publicKey, fingerprint: fingerprint(publicKey) };
};

/**
 * Loads the signer's keys from `dir`, making the folder (0700) and missing keys (PKCS 8 PEM, 0600) on first use.
 * Throws when a file there is not the kind of key its name says, or can be read by others.
 */
export const ensureKeys = async (dir: string): Promise<SigningKeys> => {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const keys = await Promise.all(ALGORITHMS.map((algorithm) => loadKey(dir, algorithm)));
  return Object.fromEntries(keys.map((key) => [key.algorithm, key])) as unknown as SigningKeys;
};
