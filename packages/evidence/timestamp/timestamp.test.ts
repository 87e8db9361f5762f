import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { requestTimestamp } from './client.ts';
import { buildRequest, newNonce } from './request.ts';
import { startTestAuthority, type TestAuthorityOptions } from './test-authority.ts';
import { verifyTimestamp } from './verify.ts';

const data = Buffer.from('{"arm":"refuse"}\n');
const digest = createHash('sha256').update(data).digest();
const open: { close(): Promise<void> }[] = [];
const start = async (options: TestAuthorityOptions = {}) => {
  const authority = await startTestAuthority(options);
  open.push(authority);
  return authority;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((authority) => authority.close()));
});

/** Part of the machine, not of our dependencies. */
const OPENSSL = 'openssl';
const openssl = (dir: string, ...args: string[]) => execFileSync(OPENSSL, args, { cwd: dir, encoding: 'utf8', stdio: 'pipe' });

test('a token is obtained, anchored, and says the authority’s time', async () => {
  const at = new Date('2026-11-24T03:04:05.000Z');
  const authority = await start({ now: () => at });
  const result = await requestTimestamp(digest, authority.url, { trustAnchors: [authority.caPem] });
  expect(result).toMatchObject({ ok: true, anchored: true, genTime: at.toISOString(), serial: '01', policy: '1.2.3.4.1' });
  expect(result.ok && result.authority).toContain('Liangjian test authority');
  expect(await requestTimestamp(digest, authority.url)).toMatchObject({ ok: true, anchored: false });
});

test('OpenSSL verifies the same token, over the data and over the digest', async () => {
  const authority = await start();
  const result = await requestTimestamp(digest, authority.url);
  if (!result.ok) throw new Error(result.detail);
  const dir = mkdtempSync(join(tmpdir(), 'tsa-'));
  writeFileSync(join(dir, 'ca.pem'), authority.caPem);
  writeFileSync(join(dir, 't.tsr'), result.tsr);
  writeFileSync(join(dir, 'd'), data);
  expect(openssl(dir, 'ts', '-verify', '-in', 't.tsr', '-data', 'd', '-CAfile', 'ca.pem')).toContain('Verification: OK');
  expect(openssl(dir, 'ts', '-verify', '-in', 't.tsr', '-digest', digest.toString('hex'), '-CAfile', 'ca.pem')).toContain(
    'Verification: OK',
  );
});

test('we verify a token made by OpenSSL (RSA, intermediate certificate, signed in the DER of our request)', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tsa-'));
  writeFileSync(
    join(dir, 'c.cnf'),
    '[req]\ndistinguished_name=n\n[n]\n[ca]\nbasicConstraints=critical,CA:true\n[tsa]\nbasicConstraints=CA:false\nextendedKeyUsage=critical,timeStamping\n' +
      '[tsa_config]\nserial=serial\ndefault_policy=1.2.3.4.2\ndigests=sha256\nsigner_digest=sha256\nordering=no\ness_cert_id_chain=no\n',
  );
  writeFileSync(join(dir, 'serial'), '01');
  const key = (file: string) => openssl(dir, 'genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', file);
  const csr = (name: string) =>
    openssl(dir, 'req', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-config', 'c.cnf', '-out', `${name}.csr`);
  for (const name of ['root', 'mid', 'tsa']) key(`${name}.key`);
  openssl(
    dir,
    'req',
    '-x509',
    '-new',
    '-key',
    'root.key',
    '-subj',
    '/CN=root',
    '-config',
    'c.cnf',
    '-extensions',
    'ca',
    '-days',
    '30',
    '-out',
    'root.pem',
  );
  for (const [name, by, ext] of [
    ['mid', 'root', 'ca'],
    ['tsa', 'mid', 'tsa'],
  ] as const) {
    csr(name);
    openssl(
      dir,
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      `${by}.pem`,
      '-CAkey',
      `${by}.key`,
      '-CAcreateserial',
      '-days',
      '30',
      '-extfile',
      'c.cnf',
      '-extensions',
      ext,
      '-out',
      `${name}.pem`,
    );
  }
  const nonce = newNonce();
  writeFileSync(join(dir, 'q.tsq'), buildRequest(digest, nonce));
  expect(openssl(dir, 'ts', '-query', '-in', 'q.tsq', '-text')).toContain('Certificate required: yes');
  openssl(
    dir,
    'ts',
    '-reply',
    '-config',
    'c.cnf',
    '-section',
    'tsa_config',
    '-queryfile',
    'q.tsq',
    '-signer',
    'tsa.pem',
    '-inkey',
    'tsa.key',
    '-chain',
    'mid.pem',
    '-out',
    'r.tsr',
  );
  const tsr = readFileSync(join(dir, 'r.tsr'));
  const anchors = { trustAnchors: [readFileSync(join(dir, 'root.pem'), 'utf8')] };
  expect(verifyTimestamp(tsr, digest, { ...anchors, nonce })).toMatchObject({ ok: true, anchored: true, policy: '1.2.3.4.2' });
  expect(verifyTimestamp(tsr, createHash('sha256').update('other').digest(), anchors)).toMatchObject({ ok: false, fault: 'wrong-imprint' });
});

test('every failure has its own name', async () => {
  const ask = async (options: TestAuthorityOptions) => {
    const authority = await start(options);
    return requestTimestamp(digest, authority.url, { trustAnchors: [authority.caPem] });
  };
  const past = new Date(Date.now() - 86_400_000);
  expect(await ask({ fault: 'refuse' })).toMatchObject({ ok: false, fault: 'refused', detail: 'status 2 no' });
  expect(await ask({ fault: 'other-imprint' })).toMatchObject({ fault: 'wrong-imprint' });
  expect(await ask({ fault: 'other-nonce' })).toMatchObject({ fault: 'wrong-nonce' });
  expect(await ask({ fault: 'no-purpose' })).toMatchObject({ fault: 'wrong-purpose' });
  expect(await ask({ fault: 'purpose-not-critical' })).toMatchObject({ fault: 'wrong-purpose' });
  expect(await ask({ fault: 'other-key' })).toMatchObject({ fault: 'bad-signature' });
  expect(await ask({ fault: 'garbage' })).toMatchObject({ fault: 'malformed' });
  expect(await ask({ fault: 'http-500' })).toMatchObject({ fault: 'unreachable', detail: 'HTTP 500' });
  expect(await ask({ notBefore: new Date(past.getTime() - 86_400_000), notAfter: past })).toMatchObject({ fault: 'expired-certificate' });
  expect(await requestTimestamp(digest, 'http://127.0.0.1:1/', { timeoutMs: 2000 })).toMatchObject({ fault: 'unreachable' });
});

test('a token of an authority not trusted here is named so', async () => {
  const [mine, foreign] = [await start(), await start()];
  const result = await requestTimestamp(digest, foreign.url);
  if (!result.ok) throw new Error(result.detail);
  expect(verifyTimestamp(result.tsr, digest, { trustAnchors: [mine.caPem] })).toMatchObject({ ok: false, fault: 'untrusted-authority' });
});

test('no changed byte of a token goes unnoticed', async () => {
  const authority = await start();
  const result = await requestTimestamp(digest, authority.url);
  if (!result.ok) throw new Error(result.detail);
  const original = verifyTimestamp(result.tsr, digest, { trustAnchors: [authority.caPem] });
  let unnoticed = 0;
  for (let at = 0; at < result.tsr.length; at += 5) {
    const copy = Buffer.from(result.tsr);
    copy[at] = (copy[at] as number) ^ 1;
    const verdict = verifyTimestamp(copy, digest, { trustAnchors: [authority.caPem] });
    // A byte of a certificate the chain does not need may change; what the token says may not.
    if (verdict.ok) {
      expect(verdict).toEqual(original);
      unnoticed += 1;
    }
  }
  expect(unnoticed / (result.tsr.length / 5)).toBeLessThan(0.4);
});
