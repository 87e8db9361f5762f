import { canonicalJson } from '../canonical.ts';
import { sha256 } from '../hash.ts';
import { type SigningKeys, toPem } from '../sign/keys.ts';
import { signMessage } from '../sign/sign.ts';
import { keyPath, PATHS, type Seal, signaturePath, STATEMENT_ALGORITHMS } from './format.ts';
import { inMemory, type Member } from './member.ts';

/** Signs the statement with every algorithm: `seal.json`, and keys and signatures once more in the form OpenSSL reads. */
export const signStatement = (statement: string, keys: SigningKeys): { seal: string; members: Member[] } => {
  const message = Buffer.from(statement, 'utf8');
  const signatures = STATEMENT_ALGORITHMS.map((algorithm) => ({ key: keys[algorithm], signature: signMessage(keys[algorithm], message) }));
  const seal: Seal = {
    format: 'liangjian-seal/1',
    statement: { path: PATHS.statement, sha256: sha256(message) },
    signatures: signatures.map(({ key, signature }) => ({
      algorithm: key.algorithm,
      fingerprint: key.fingerprint,
      publicKey: key.publicKey.toString('base64'),
      signature: signature.toString('base64'),
    })),
  };
  return {
    seal: canonicalJson(seal),
    members: signatures.flatMap(({ key, signature }) => [
      inMemory(keyPath(key.algorithm), toPem(key.publicKey, 'PUBLIC KEY'), 'application/x-pem-file'),
      inMemory(signaturePath(key.algorithm), signature, 'application/octet-stream'),
    ]),
  };
};
