import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { canonicalJson } from '../canonical.ts';
import { ledgerLines } from '../ledger-chain.ts';
import { inclusionProof } from '../merkle.ts';
import { type Manifest, PATHS, type Stamps, type Statement } from '../seal/format.ts';
import { ITEM_TREE, type Item, itemLeaves, leafSalt, lineLeaves, lineTree } from '../seal/item.ts';
import { valueAt } from '../seal/pointer.ts';
import { readRecord } from '../wacz/warc-read.ts';
import { memberStream } from '../wacz/zip-read.ts';
import { type Bundle, openBundle } from './bundle.ts';
import type { Proof } from './proof-format.ts';
import { verifyProof } from './verify-proof.ts';

const writeItem = async (bundle: Bundle, item: Item, to: string): Promise<void> => {
  if (item.kind === 'part') {
    const [path, pointer] = item.path.split('#') as [string, string];
    await writeFile(to, canonicalJson(valueAt(await bundle.json(path), pointer)));
    return;
  }
  const name = item.kind === 'body' ? (item.in?.member ?? '') : item.path;
  const member = bundle.members.get(name);
  if (!member) throw new Error(`${name} is missing from the bundle`);
  const out = createWriteStream(to);
  const write = async (chunk: Buffer): Promise<void> => {
    if (!out.write(chunk)) await once(out, 'drain');
  };
  if (item.in) await readRecord(bundle.file, member, { ...item.in, max: item.bytes }, write);
  else for await (const chunk of memberStream(bundle.file, member)) await write(chunk);
  out.end();
  await finished(out);
};

const lineProof = async (bundle: Bundle, statement: Statement, seed: string, path: string, number: number, to: string) => {
  const ledger = statement.ledgers.find((one) => one.path === path);
  if (!ledger) throw new Error(`no ledger ${path}`);
  const lines = ledgerLines(await bundle.read(path));
  const line = lines[number - 1];
  if (!line) throw new Error(`the ledger ${path} has no line ${number}`);
  await writeFile(to, line);
  const leaves = lineLeaves(lines, seed, ledger.arm);
  return {
    item: null,
    line: { arm: ledger.arm, path, line: number },
    index: number - 1,
    size: leaves.length,
    siblings: inclusionProof(leaves, number - 1),
  };
};

/**
 * Takes one thing out of a bundle together with the proof that it was sealed: `proof.json` and `item` in `outDir`.
 * @param itemPath path of an item in the manifest (a member, `artefacts/<2 hex>/<sha256>`, `liangjian/report.json#/outcomes/3`)
 *   or one line of a ledger (`liangjian/arms/refuse.ndjson#12`)
 * Throws when there is no such item, or when what was extracted does not prove (the bundle is broken there).
 */
export const extractProof = async (
  file: string,
  itemPath: string,
  outDir: string,
): Promise<{ proofFile: string; itemFile: string; proof: Proof }> => {
  const bundle = await openBundle(file, { digest: false });
  const statementText = (await bundle.read(PATHS.statement)).toString('utf8');
  const statement = JSON.parse(statementText) as Statement;
  const manifest = await bundle.json<Manifest>(PATHS.manifest);
  const { stamps } = await bundle.json<Stamps>(PATHS.stamps);
  await mkdir(outDir, { recursive: true });
  const [proofFile, itemFile] = [join(outDir, 'proof.json'), join(outDir, 'item')];
  const index = manifest.items.findIndex((item) => item.path === itemPath);
  const item = manifest.items[index];
  const asLine = /^(.+\.ndjson)#(\d+)$/.exec(itemPath);
  let place: { item: Item | null; line: Proof['line']; index: number; size: number; siblings: Buffer[] };
  if (item) {
    await writeItem(bundle, item, itemFile);
    const leaves = itemLeaves(manifest.items, manifest.seed);
    place = { item, line: null, index, size: leaves.length, siblings: inclusionProof(leaves, index) };
  } else if (asLine) place = await lineProof(bundle, statement, manifest.seed, asLine[1] as string, Number(asLine[2]), itemFile);
  else throw new Error(`no item ${itemPath} in this bundle`);
  const tokens = await Promise.all(stamps.filter((s) => s.of === 'seal').map((s) => bundle.read(s.path)));
  const proof: Proof = {
    format: 'liangjian-proof/1',
    item: place.item,
    line: place.line,
    index: place.index,
    size: place.size,
    salt: leafSalt(manifest.seed, place.line ? lineTree(place.line.arm) : ITEM_TREE, place.index).toString('hex'),
    path: place.siblings.map((sibling) => sibling.toString('hex')),
    statement: statementText,
    seal: (await bundle.read(PATHS.seal)).toString('utf8'),
    stamps: tokens.map((token) => token.toString('base64')),
  };
  await writeFile(proofFile, `${JSON.stringify(proof, null, 2)}\n`);
  const check = await verifyProof(proofFile, itemFile);
  if (check.broken) throw new Error(`the bundle is broken at ${itemPath}: ${check.broken.detail.en}`);
  return { proofFile, itemFile, proof };
};
