import { canonicalJson } from '../canonical.ts';
import { sha256 } from '../hash.ts';
import { keyPath, PATHS, type Seal, signaturePath, type Statement, STATEMENT_ALGORITHMS } from '../seal/format.ts';
import { fingerprint, fromPem, toPem } from '../sign/keys.ts';
import { verifySignature } from '../sign/sign.ts';
import type { Bundle } from './bundle.ts';
import { broken, type Check, gap, passed } from './check.ts';

const NAMES: Partial<Record<string, string>> = { ed25519: 'Ed25519', 'ecdsa-p256': 'ECDSA P-256', 'sm2-sm3': 'SM2/SM3(国密)' };

/** Trusted keys are given as fingerprints (SHA-256 of the SPKI, hex) or as PEM public keys. */
export const toFingerprints = (keys: readonly string[]): Set<string> =>
  new Set(keys.map((key) => (key.includes('-----BEGIN') ? fingerprint(fromPem(key)) : key.replaceAll(/[:\s]/g, '').toLowerCase())));

/** The seal's signatures over the statement: all algorithms present, each valid, each by the key the statement names. */
export const checkSignatures = (statementText: string, statement: Statement, seal: Seal): Check[] => {
  const message = Buffer.from(statementText, 'utf8');
  const named = (algorithm: string) => statement.keys.find((key) => key.algorithm === algorithm)?.fingerprint;
  return STATEMENT_ALGORITHMS.map((algorithm): Check => {
    const mine = seal.signatures.filter((signature) => signature.algorithm === algorithm);
    const [signature] = mine;
    const title = NAMES[algorithm] ?? algorithm;
    if (!signature || mine.length > 1)
      return broken('signature', 'missing-signature', algorithm, `缺少 ${title} 签名`, `No ${algorithm} signature.`);
    const spki = Buffer.from(signature.publicKey, 'base64');
    const print = fingerprint(spki);
    if (!verifySignature(algorithm, spki, message, Buffer.from(signature.signature, 'base64')))
      return broken(
        'signature',
        'bad-signature',
        algorithm,
        `${title} 签名与封存声明不符`,
        `The ${algorithm} signature does not match the statement.`,
      );
    if (named(algorithm) !== print || signature.fingerprint !== print)
      return broken(
        'signature',
        'unknown-key',
        print,
        `${title} 签名所用密钥不是声明中的密钥，指纹 ${print}`,
        `The ${algorithm} key is not the one the statement names: ${print}`,
      );
    return passed('signature', `${title} 签名成立，密钥指纹 ${print}`, `The ${algorithm} signature holds; key fingerprint ${print}`, print);
  });
};

/**
 * Who signed. A signature only shows that whoever held the key signed; whose key it is must come from outside.
 * @param verified fingerprints of keys whose signature was checked; a fingerprint that is merely mentioned proves nothing
 */
export const checkSigner = (statement: Statement, verified: readonly string[], trustedKeys: readonly string[] | undefined): Check => {
  const prints = statement.keys.map((key) => `${key.algorithm} ${key.fingerprint}`).join(', ');
  const expected = [...STATEMENT_ALGORITHMS, 'ecdsa-p384'];
  if (statement.keys.length !== expected.length || expected.some((algorithm, i) => statement.keys[i]?.algorithm !== algorithm))
    return broken(
      'signer',
      'form',
      PATHS.statement,
      '声明所列密钥不是每种一把',
      'The statement does not name exactly one key of each kind.',
    );
  if (!trustedKeys || trustedKeys.length === 0)
    return gap(
      'signer',
      'no-trusted-keys',
      null,
      `没有提供可信公钥，无法确认由谁封存。请核对指纹：${prints}`,
      `No trusted keys were given, so who sealed this is not proved. Compare the fingerprints: ${prints}`,
    );
  const trusted = toFingerprints(trustedKeys);
  return verified.some((print) => trusted.has(print))
    ? passed('signer', `由可信密钥签名：${prints}`, `Signed by a trusted key: ${prints}`)
    : broken('signer', 'unknown-key', verified[0] ?? null, `由未知密钥签名：${prints}`, `Signed by an unknown key: ${prints}`);
};

/** The copies for OpenSSL must say the same as the seal, else a check by hand and a check by machine could differ. */
export const checkCopies = async (bundle: Bundle, seal: Seal, statementText: string): Promise<Check[]> => {
  const checks: Check[] = [];
  const differs = (path: string) =>
    checks.push(broken('statement', 'copy-differs', path, `与封存内容不一致：${path}`, `Does not say the same as the seal: ${path}`));
  for (const { algorithm, publicKey, signature } of seal.signatures) {
    const key = await bundle.read(keyPath(algorithm)).catch(() => null);
    const value = await bundle.read(signaturePath(algorithm)).catch(() => null);
    if (key?.toString('utf8') !== toPem(Buffer.from(publicKey, 'base64'), 'PUBLIC KEY')) differs(keyPath(algorithm));
    if (value?.toString('base64') !== signature) differs(signaturePath(algorithm));
  }
  if (
    seal.statement.path !== PATHS.statement ||
    seal.statement.sha256 !== sha256(statementText) ||
    canonicalJson(JSON.parse(statementText)) !== statementText
  )
    differs(PATHS.statement);
  return checks;
};
