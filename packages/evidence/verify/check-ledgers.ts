import { ledgerLines, type LedgerVerdict, verifyLedger } from '../ledger-chain.ts';
import { merkleRoot } from '../merkle.ts';
import { linksPath, type Manifest, PATHS, type SealedLedger, type Statement } from '../seal/format.ts';
import { lineLeaves } from '../seal/item.ts';
import type { Bundle } from './bundle.ts';
import { broken, type Bilingual, type Check, passed } from './check.ts';

type Fault = Extract<LedgerVerdict, { ok: false }>['fault'];

const TEXT: Record<Fault, (line: number) => Bilingual> = {
  changed: (line) => ({ zh: `第 ${line} 行被改动`, en: `line ${line} was changed` }),
  swapped: (line) => ({ zh: `从第 ${line} 行起顺序被调换`, en: `lines were swapped, first at line ${line}` }),
  inserted: (line) => ({ zh: `第 ${line} 行是插入的`, en: `line ${line} was inserted` }),
  'cut-tail': (line) => ({ zh: `从第 ${line} 行起被截去`, en: `the tail was cut from line ${line} on` }),
  'added-tail': (line) => ({ zh: `从第 ${line} 行起是后加的`, en: `lines were added from line ${line} on` }),
  links: (line) => ({ zh: `链值文件不通向封存的链头（第 ${line} 行）`, en: `the links do not lead to the sealed head (line ${line})` }),
};

const checkLedger = async (bundle: Bundle, ledger: SealedLedger, manifest: Manifest | null): Promise<Check> => {
  const bytes = await bundle.read(ledger.path).catch(() => null);
  if (!bytes) return broken('ledger', 'missing-ledger', ledger.path, `流水不见了：${ledger.path}`, `The ledger is missing: ${ledger.path}`);
  const path = linksPath(ledger.arm);
  // Links help to name the line only while they are themselves what was sealed.
  const trusted = manifest?.items.some((item) => item.path === path && item.sha256 === bundle.digests.get(path)?.sha256);
  const links = trusted ? { links: (await bundle.read(path)).toString('utf8').split('\n').filter(Boolean) } : {};
  const verdict = verifyLedger(bytes, { head: ledger.head, lines: ledger.lines, ...links });
  if (!verdict.ok) {
    const text = TEXT[verdict.fault](verdict.line);
    return broken(
      'ledger',
      verdict.fault,
      `${ledger.path}:${verdict.line}`,
      `流水 ${ledger.path} ${text.zh}`,
      `Ledger ${ledger.path}: ${text.en}`,
    );
  }
  if (manifest && merkleRoot(lineLeaves(ledgerLines(bytes), manifest.seed, ledger.arm)).toString('hex') !== ledger.root)
    return broken('ledger', 'root', ledger.path, `流水的默克尔根不符：${ledger.path}`, `The ledger's Merkle root differs: ${ledger.path}`);
  return passed(
    'ledger',
    `流水 ${ledger.path} 共 ${ledger.lines} 行，链完整`,
    `Ledger ${ledger.path}: ${ledger.lines} lines, chain whole.`,
    ledger.path,
  );
};

export const checkLedgers = (bundle: Bundle, statement: Statement, manifest: Manifest | null): Promise<Check[]> =>
  Promise.all(statement.ledgers.map((ledger) => checkLedger(bundle, ledger, manifest)));

interface CaptureFile {
  readonly arms: readonly { readonly arm: string; readonly head: string; readonly events: number }[];
  readonly artefacts: readonly { readonly sha256: string }[];
}

/** What the capture says about itself agrees with what was sealed. */
export const checkCapture = async (bundle: Bundle, statement: Statement, manifest: Manifest): Promise<Check[]> => {
  const capture = await bundle.json<CaptureFile>(PATHS.capture).catch(() => null);
  if (!capture) return [broken('capture', 'malformed', PATHS.capture, '采集记录读不出来', 'capture.json cannot be read.')];
  const heads = new Set(statement.ledgers.map((ledger) => `${ledger.arm} ${ledger.lines} ${ledger.head}`));
  const checks = capture.arms
    .filter((arm) => !heads.has(`${arm.arm} ${arm.events} ${arm.head}`))
    .map((arm) =>
      broken(
        'capture',
        'ledger-head',
        arm.arm,
        `采集记录中 ${arm.arm} 的链头与封存声明不符`,
        `capture.json and the statement differ on ledger ${arm.arm}`,
      ),
    );
  const items = new Set(manifest.items.filter((item) => /(?:^|\/)artefacts\//.test(item.path)).map((item) => item.sha256));
  for (const { sha256 } of capture.artefacts)
    if (!items.has(sha256))
      checks.push(
        broken(
          'capture',
          'missing-artefact',
          sha256,
          `采集记录中的材料没有封存：${sha256}`,
          `Named by capture.json but not sealed: ${sha256}`,
        ),
      );
  return checks.length > 0 ? checks : [passed('capture', '采集记录与封存声明一致', 'capture.json agrees with the statement.')];
};
