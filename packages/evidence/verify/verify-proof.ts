import { readFile } from 'node:fs/promises';
import { canonicalJson } from '../canonical.ts';
import { digestFile, sha256 } from '../hash.ts';
import { verifyInclusion } from '../merkle.ts';
import { PATHS, type Seal, type Statement } from '../seal/format.ts';
import { saltedLeaf } from '../seal/item.ts';
import { broken, type Check, gap, passed } from './check.ts';
import { checkSignatures, checkSigner } from './check-signatures.ts';
import { checkToken } from './check-timestamps.ts';
import type { Proof } from './proof-format.ts';
import { type Verification, verdictOf, type VerifyOptions } from './verify-bundle.ts';

const hexBytes = (hex: string): Buffer => {
  if (!/^(?:[0-9a-f]{2})*$/.test(hex)) throw new Error('not hex');
  return Buffer.from(hex, 'hex');
};

/** The item has the digests of the leaf, and the leaf leads to the signed root. */
const checkPlace = async (proof: Proof, statement: Statement, itemFile: string): Promise<Check> => {
  const subject = proof.item?.path ?? `${proof.line?.path}#${proof.line?.line}`;
  let root = statement.root;
  let size = statement.items;
  let data: Buffer | string;
  if (proof.item) {
    const found = await digestFile(itemFile);
    const { sha256: hash, sm3, bytes } = proof.item;
    if (found.sha256 !== hash || found.sm3 !== sm3 || found.bytes !== bytes)
      return broken('item', 'changed-item', subject, `这份材料与证明不符：${subject}`, `The item does not match its proof: ${subject}`);
    data = canonicalJson(proof.item);
  } else {
    const ledger = statement.ledgers.find((one) => one.arm === proof.line?.arm && one.path === proof.line.path);
    if (!ledger || proof.index + 1 !== proof.line?.line)
      return broken('item', 'form', subject, '证明没有说明是哪份流水的哪一行', 'The proof does not say which line of which ledger.');
    [root, size, data] = [ledger.root, ledger.lines, await readFile(itemFile)];
  }
  const leaf = saltedLeaf(hexBytes(proof.salt), data);
  return proof.size === size && verifyInclusion(leaf, proof.index, proof.size, proof.path.map(hexBytes), hexBytes(root))
    ? passed('item', `这份材料属于封存件：${subject}`, `Part of the sealed bundle: ${subject}`, subject)
    : broken(
        'item',
        'not-included',
        subject,
        `证明路径不通向签名的根：${subject}`,
        `The path does not lead to the signed root: ${subject}`,
      );
};

const checkStamps = (proof: Proof, statement: Statement, options: VerifyOptions): Check[] =>
  proof.stamps.length > 0
    ? proof.stamps.flatMap((token, i) =>
        checkToken('seal', `#${i + 1}`, Buffer.from(token, 'base64'), sha256(proof.seal), statement.created, options.trustAnchors ?? []),
      )
    : [gap('timestamp', 'no-token', 'seal', '这份证明没有时间戳', 'This proof carries no time-stamp.')];

/**
 * Verifies that one item was sealed, from the proof file and the item alone, offline. Throws only when a file cannot be read.
 */
export const verifyProof = async (proofFile: string, itemFile: string, options: VerifyOptions = {}): Promise<Verification> => {
  const text = await readFile(proofFile, 'utf8');
  const checks: Check[] = [];
  let statement: Statement | null = null;
  try {
    const proof = JSON.parse(text) as Proof;
    if (proof.format !== 'liangjian-proof/1') throw new Error('not a proof file');
    statement = JSON.parse(proof.statement) as Statement;
    const signatures = checkSignatures(proof.statement, statement, JSON.parse(proof.seal) as Seal);
    const verified = signatures.flatMap((check) => (check.ok && check.subject ? [check.subject] : []));
    checks.push(await checkPlace(proof, statement, itemFile), ...signatures, checkSigner(statement, verified, options.trustedKeys));
    checks.push(...checkStamps(proof, statement, options));
  } catch (error) {
    checks.push(
      broken(
        'statement',
        'malformed',
        PATHS.statement,
        '证明文件读不出来',
        `The proof cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      ),
    );
  }
  return {
    verdict: verdictOf(checks),
    checks,
    broken: checks.find((check) => !check.ok) ?? null,
    fingerprints: statement?.keys ?? [],
    created: statement?.created ?? null,
    root: statement?.root ?? null,
  };
};
