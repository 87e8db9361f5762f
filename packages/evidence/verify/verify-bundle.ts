import { sha256 } from '../hash.ts';
import { type Manifest, PATHS, type Seal, type Stamps, type Statement } from '../seal/format.ts';
import { openBundle } from './bundle.ts';
import { broken, type Check } from './check.ts';
import { checkContainer, checkFrame } from './check-container.ts';
import { checkItems } from './check-items.ts';
import { checkCapture, checkLedgers } from './check-ledgers.ts';
import { checkManifest, checkMembers, checkSums } from './check-manifest.ts';
import { checkPackage } from './check-package.ts';
import { checkCopies, checkSignatures, checkSigner } from './check-signatures.ts';
import { checkTimestamps } from './check-timestamps.ts';

export interface VerifyOptions {
  /** Fingerprints (SHA-256 of the SPKI, hex) or PEM public keys of signers one trusts. */
  readonly trustedKeys?: readonly string[];
  /** PEM certificates of time-stamp authorities one trusts. */
  readonly trustAnchors?: readonly string[];
}

export type Verdict = 'intact' | 'intact-with-gaps' | 'broken';

export interface Verification {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  /** The most telling broken check, null when nothing is broken. */
  readonly broken: Check | null;
  readonly fingerprints: readonly { readonly algorithm: string; readonly fingerprint: string }[];
  readonly created: string | null;
  readonly root: string | null;
}

export const verdictOf = (checks: readonly Check[]): Verdict =>
  checks.some((check) => !check.ok) ? 'broken' : checks.some((check) => check.gap) ? 'intact-with-gaps' : 'intact';

/** What is nearest to the act of tampering comes first; the package's own list breaks with almost anything. */
const TELLING: readonly Check['name'][] = [
  'container',
  'ledger',
  'item',
  'signer',
  'signature',
  'timestamp',
  'capture',
  'members',
  'statement',
  'manifest',
  'package',
];

const mostTelling = (checks: readonly Check[]): Check | null =>
  checks.filter((check) => !check.ok).toSorted((a, b) => TELLING.indexOf(a.name) - TELLING.indexOf(b.name))[0] ?? null;

const guarded = async (name: Check['name'], subject: string, work: () => Promise<Check[]> | Check[]): Promise<Check[]> => {
  try {
    return await work();
  } catch (error) {
    return [
      broken(
        name,
        'malformed',
        subject,
        `${subject} 缺失或无法读取`,
        `${subject} is missing or cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      ),
    ];
  }
};

/**
 * Verifies a sealed bundle offline, with nothing but the file and what the reader trusts. Names every broken link.
 * Throws only when the file cannot be opened.
 */
export const verifyBundle = async (file: string, options: VerifyOptions = {}): Promise<Verification> => {
  const bundle = await openBundle(file);
  const checks: Check[] = [...checkContainer(bundle)];
  const load = async <T>(name: Check['name'], path: string): Promise<{ text: string; value: T } | null> => {
    try {
      const text = (await bundle.read(path)).toString('utf8');
      return { text, value: JSON.parse(text) as T };
    } catch (error) {
      checks.push(broken(name, 'missing-member', path, `${path} 缺失或无法读取`, `${path} is missing or cannot be read: ${String(error)}`));
      return null;
    }
  };
  const statement = await load<Statement>('statement', PATHS.statement);
  const seal = await load<Seal>('signature', PATHS.seal);
  const manifest = await load<Manifest>('manifest', PATHS.manifest);
  const stamps = await load<Stamps>('timestamp', PATHS.stamps);

  // With faults of its own the container is reported already.
  if (statement && bundle.faults.length === 0)
    checks.push(...(await guarded('container', PATHS.statement, () => checkFrame(bundle, statement.value.created))));
  if (statement && seal) {
    const signatures = await guarded('signature', PATHS.seal, () => checkSignatures(statement.text, statement.value, seal.value));
    const verified = signatures.flatMap((check) => (check.ok && check.subject ? [check.subject] : []));
    checks.push(...signatures);
    checks.push(...(await guarded('signer', PATHS.statement, () => [checkSigner(statement.value, verified, options.trustedKeys)])));
    checks.push(...(await guarded('statement', PATHS.statement, () => checkCopies(bundle, seal.value, statement.text))));
  }
  if (statement && manifest) {
    const stampPaths = new Set((stamps?.value.stamps ?? []).map((s) => s.path));
    checks.push(
      ...(await guarded('manifest', PATHS.manifest, () => checkManifest(bundle, manifest.text, manifest.value, statement.value))),
    );
    checks.push(...(await guarded('manifest', PATHS.sums, () => checkSums(bundle, manifest.value, statement.value))));
    checks.push(...(await guarded('item', PATHS.manifest, () => checkItems(bundle, manifest.value))));
    checks.push(...(await guarded('members', PATHS.manifest, () => checkMembers(bundle, manifest.value, stampPaths))));
    checks.push(...(await guarded('capture', PATHS.capture, () => checkCapture(bundle, statement.value, manifest.value))));
  }
  if (statement)
    checks.push(...(await guarded('ledger', PATHS.statement, () => checkLedgers(bundle, statement.value, manifest?.value ?? null))));
  if (statement && seal && stamps) {
    const anchors = options.trustAnchors ?? [];
    const digest = sha256(seal.text);
    checks.push(
      ...(await guarded('timestamp', PATHS.stamps, () => checkTimestamps(statement.value, digest, stamps.value, bundle.read, anchors))),
    );
  }
  checks.push(...(await checkPackage(bundle, statement?.value ?? null)));
  return {
    verdict: verdictOf(checks),
    checks,
    broken: mostTelling(checks),
    fingerprints: statement?.value.keys ?? [],
    created: statement?.value.created ?? null,
    root: statement?.value.root ?? null,
  };
};
