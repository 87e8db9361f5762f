import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../hash.ts';
import { sealCapture, type SealSummary } from '../seal/seal-capture.ts';
import { CREATED, makeCapture, REPORT, type SampleCapture, sealOptions } from '../testing/sample-capture.ts';
import { pack, replace, unpack } from '../testing/tamper.ts';
import { startTestAuthority } from '../timestamp/test-authority.ts';
import { extractProof } from './extract-proof.ts';
import type { Proof } from './proof-format.ts';
import { verifyProof } from './verify-proof.ts';

const work = mkdtempSync(join(tmpdir(), 'proof-'));
let authority: Awaited<ReturnType<typeof startTestAuthority>>;
let capture: SampleCapture;
let bundle: SealSummary;
const trust = () => ({ trustedKeys: [bundle.keys[0]?.fingerprint as string], trustAnchors: [authority.caPem] });
const edit = (file: string, change: (proof: Proof) => object): string => {
  const copy = join(mkdtempSync(join(work, 'e-')), 'proof.json');
  const proof = JSON.parse(readFileSync(file, 'utf8')) as Proof;
  writeFileSync(copy, JSON.stringify({ ...proof, ...change(proof) }));
  return copy;
};

beforeAll(async () => {
  authority = await startTestAuthority({ now: () => new Date(CREATED) });
  capture = await makeCapture();
  bundle = await sealCapture(sealOptions(capture, join(work, 'keys'), join(work, 'a.wacz'), { timestampUrls: [authority.url] }));
});
afterAll(() => authority.close());

test('one finding, one picture, one posted body, one ledger line can each be handed over alone', async () => {
  const cases: [string, string][] = [
    [
      'liangjian/report.json#/outcomes/0',
      sha256(
        JSON.stringify({
          message: REPORT.outcomes[0]?.message && { en: 'ticked from the start', zh: '默认勾选' },
          outcome: 'fail',
          requirement: 'G13',
        }),
      ),
    ],
    [`artefacts/${capture.sha.after.slice(0, 2)}/${capture.sha.after}`, capture.sha.after],
    [`artefacts/${capture.sha.posted.slice(0, 2)}/${capture.sha.posted}`, capture.sha.posted],
    [`liangjian/artefacts/${capture.sha.surface.slice(0, 2)}/${capture.sha.surface}`, capture.sha.surface],
    ['liangjian/arms/refuse.ndjson#4', sha256(readFileSync(join(capture.dir, 'arms/refuse.ndjson'), 'utf8').split('\n')[3] ?? '')],
  ];
  for (const [path, digest] of cases) {
    const { proofFile, itemFile } = await extractProof(bundle.file, path, mkdtempSync(join(work, 'p-')));
    expect(sha256(readFileSync(itemFile)), path).toBe(digest);
    expect(await verifyProof(proofFile, itemFile, trust()), path).toMatchObject({ verdict: 'intact', broken: null, root: bundle.root });
  }
});

test('a proof names nothing of the other items', async () => {
  const { proofFile } = await extractProof(bundle.file, 'liangjian/report.json#/outcomes/0', mkdtempSync(join(work, 'p-')));
  const text = readFileSync(proofFile, 'utf8');
  for (const secret of [capture.sha.posted, capture.sha.html, 'track.js', '10011112222', 'G14']) expect(text).not.toContain(secret);
});

test('changed item, other place, other root, other signer, other token: each is broken', async () => {
  const line = await extractProof(bundle.file, 'liangjian/arms/refuse.ndjson#4', mkdtempSync(join(work, 'p-')));
  const finding = await extractProof(bundle.file, 'liangjian/report.json#/outcomes/0', mkdtempSync(join(work, 'p-')));
  const other = join(work, 'other');
  writeFileSync(other, readFileSync(finding.itemFile, 'utf8').replace('fail', 'pass'));
  const fault = async (proofFile: string, itemFile: string, options = trust()) =>
    (await verifyProof(proofFile, itemFile, options)).broken?.fault;
  expect(await fault(finding.proofFile, other)).toBe('changed-item');
  expect(await fault(line.proofFile, other)).toBe('not-included');
  const item = { ...finding.proof.item, sha256: sha256(readFileSync(other)) };
  expect(
    await fault(
      edit(finding.proofFile, () => ({ item })),
      other,
    ),
  ).toBe('changed-item');
  expect(
    await fault(
      edit(finding.proofFile, (p) => ({ index: p.index + 1 })),
      finding.itemFile,
    ),
  ).toBe('not-included');
  expect(
    await fault(
      edit(finding.proofFile, (p) => ({ path: p.path.slice(1) })),
      finding.itemFile,
    ),
  ).toBe('not-included');
  expect(
    await fault(
      edit(line.proofFile, (p) => ({ line: { ...p.line, line: 5 } })),
      line.itemFile,
    ),
  ).toBe('form');
  expect(
    await fault(
      edit(finding.proofFile, (p) => ({ statement: p.statement.replace('canting', 'cantins') })),
      finding.itemFile,
    ),
  ).toBe('bad-signature');
  expect(
    await fault(
      edit(finding.proofFile, (p) => ({ seal: `${p.seal} ` })),
      finding.itemFile,
    ),
  ).toBe('wrong-imprint');
  expect(
    await fault(
      edit(finding.proofFile, () => ({ format: 'x' })),
      finding.itemFile,
    ),
  ).toBe('malformed');
  expect(await fault(finding.proofFile, finding.itemFile, { ...trust(), trustedKeys: ['00'.repeat(32)] })).toBe('unknown-key');
});

test('no proof comes out of a broken bundle, nor of an item that is not there', async () => {
  const broken = join(work, 'b.wacz');
  const members = await unpack(bundle.file);
  await pack(
    broken,
    replace(members, 'liangjian/report.json', (b) => b.toString().replace('"fail"', '"pass"')),
  );
  await expect(extractProof(broken, 'liangjian/report.json#/outcomes/0', join(work, 'x'))).rejects.toThrow(
    'the bundle is broken at liangjian/report.json#/outcomes/0',
  );
  await expect(extractProof(bundle.file, 'liangjian/none', join(work, 'x'))).rejects.toThrow('no item liangjian/none');
  await expect(extractProof(bundle.file, 'liangjian/arms/refuse.ndjson#13', join(work, 'x'))).rejects.toThrow('has no line 13');
});
