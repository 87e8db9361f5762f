import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { derInteger, derIntegers, derSequence } from './der.ts';
import { ALGORITHMS, ensureKeys, fingerprint, fromPem, toPem } from './keys.ts';
import { algorithmOf, signMessage, verifySignature } from './sign.ts';
import { sm2Verify } from './sm2.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'keys-'));
const message = Buffer.from('{"format":"liangjian-statement/1","主体":"某餐厅"}');

/** Part of the machine, not of our dependencies. */
const OPENSSL = 'openssl';
const openssl = (dir: string, ...args: string[]): string => execFileSync(OPENSSL, args, { cwd: dir, encoding: 'utf8', stdio: 'pipe' });

test('keys are made once, private, and stay the same', async () => {
  const dir = join(folder(), 'signer');
  const [first, second] = await Promise.all([ensureKeys(dir), ensureKeys(dir)]);
  expect(readdirSync(dir).toSorted()).toEqual(ALGORITHMS.map((a) => `${a}.pem`).toSorted());
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  for (const algorithm of ALGORITHMS) {
    expect(statSync(join(dir, `${algorithm}.pem`)).mode & 0o777).toBe(0o600);
    expect(second[algorithm].fingerprint).toBe(first[algorithm].fingerprint);
    expect(fingerprint(first[algorithm].publicKey)).toMatch(/^[0-9a-f]{64}$/);
    expect(algorithmOf(first[algorithm].publicKey)).toBe(algorithm);
  }
});

test('a key file of another kind is refused, not used', async () => {
  const dir = folder();
  await ensureKeys(dir);
  chmodSync(join(dir, 'ecdsa-p256.pem'), 0o600);
  writeFileSync(join(dir, 'ecdsa-p256.pem'), readFileSync(join(dir, 'ed25519.pem')));
  await expect(ensureKeys(dir)).rejects.toThrow('another kind of key');
  chmodSync(join(dir, 'ed25519.pem'), 0o640);
  await expect(ensureKeys(dir)).rejects.toThrow('can be read by others');
});

test('every algorithm accepts its own signature and no other message, key or algorithm', async () => {
  const [mine, other] = [await ensureKeys(folder()), await ensureKeys(folder())];
  for (const algorithm of ALGORITHMS) {
    const signature = signMessage(mine[algorithm], message);
    expect(verifySignature(algorithm, mine[algorithm].publicKey, message, signature)).toBe(true);
    expect(verifySignature(algorithm, mine[algorithm].publicKey, Buffer.from('other'), signature)).toBe(false);
    expect(verifySignature(algorithm, other[algorithm].publicKey, message, signature)).toBe(false);
    expect(verifySignature(algorithm, mine[algorithm].publicKey, message, signature.subarray(1))).toBe(false);
    for (const wrong of ALGORITHMS.filter((a) => a !== algorithm))
      expect(verifySignature(wrong, mine[algorithm].publicKey, message, signature)).toBe(false);
  }
});

test('OpenSSL accepts our signatures: Ed25519, ECDSA and standard SM2 with SM3', async () => {
  const dir = folder();
  const keys = await ensureKeys(dir);
  writeFileSync(join(dir, 'm'), message);
  for (const algorithm of ALGORITHMS) {
    writeFileSync(join(dir, 'pub.pem'), toPem(keys[algorithm].publicKey, 'PUBLIC KEY'));
    writeFileSync(join(dir, 's'), signMessage(keys[algorithm], message));
    const base = ['pkeyutl', '-verify', '-pubin', '-inkey', 'pub.pem', '-rawin', '-in', 'm', '-sigfile', 's'];
    const extra = { ed25519: [], 'sm2-sm3': ['-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'] }[algorithm as string] ?? [
      '-digest',
      'sha256',
    ];
    expect(openssl(dir, ...base, ...extra)).toContain('Signature Verified Successfully');
    if (algorithm === 'sm2-sm3')
      expect(() => openssl(dir, ...base, '-digest', 'sm3', '-pkeyopt', 'distid:someone-else')).toThrow('Command failed');
  }
});

test('we accept OpenSSL’s SM2 signature with the standard identity, and only that one', () => {
  const dir = folder();
  writeFileSync(join(dir, 'm'), message);
  openssl(dir, 'genpkey', '-algorithm', 'SM2', '-out', 'k.pem');
  openssl(dir, 'pkey', '-in', 'k.pem', '-pubout', '-out', 'p.pem');
  const sign = (id: string) =>
    openssl(dir, 'pkeyutl', '-sign', '-inkey', 'k.pem', '-rawin', '-digest', 'sm3', '-in', 'm', '-out', 's', '-pkeyopt', `distid:${id}`);
  const publicKey = fromPem(readFileSync(join(dir, 'p.pem'), 'utf8'));
  sign('1234567812345678');
  expect(verifySignature('sm2-sm3', publicKey, message, readFileSync(join(dir, 's')))).toBe(true);
  sign('someone-else');
  expect(verifySignature('sm2-sm3', publicKey, message, readFileSync(join(dir, 's')))).toBe(false);
  expect(sm2Verify(message, readFileSync(join(dir, 's')), publicKey, 'someone-else')).toBe(true);
});

test('a signature has one encoding only', () => {
  const der = derSequence(derInteger(1n), derInteger(255n));
  expect(derIntegers(der)).toEqual([1n, 255n]);
  const padded = Buffer.from('3007020200010201ff', 'hex');
  expect(() => derIntegers(padded)).toThrow();
  expect(() => derIntegers(Buffer.concat([der, Buffer.of(0)]))).toThrow('not a sequence');
});
