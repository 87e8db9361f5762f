import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { sha256 } from '../hash.ts';
import { artefactPath } from '../store/store.ts';
import { makeCapture, type SampleCapture, sealOptions } from '../testing/sample-capture.ts';
import { listZip, readMember } from '../wacz/zip-read.ts';
import { verifyBundle } from '../verify/verify-bundle.ts';
import { sealCapture, type SealSummary } from './seal-capture.ts';

const work = mkdtempSync(join(tmpdir(), 'seal-'));
const keysDir = join(work, 'keys');
let capture: SampleCapture;
let summary: SealSummary;
const members = async (file: string) => new Map((await listZip(file)).members.map((m) => [m.name, m]));
const text = async (file: string, name: string) => {
  const member = (await members(file)).get(name);
  if (!member) throw new Error(name);
  return (await readMember(file, member)).toString('utf8');
};

beforeAll(async () => {
  capture = await makeCapture();
  summary = await sealCapture(sealOptions(capture, keysDir, join(work, 'a.wacz')));
});

test('the summary tells digest, root, keys and gaps', async () => {
  expect(summary.sha256).toBe(sha256(readFileSync(summary.file)));
  expect(summary.bytes).toBe(statSync(summary.file).size);
  expect(summary.root).toMatch(/^[0-9a-f]{64}$/);
  expect(summary.gaps.map((g) => `${g.of} ${g.fault}`)).toEqual([
    'ledger:untouched no-authority',
    'ledger:refuse no-authority',
    'seal no-authority',
  ]);
});

test('an untouched bundle is intact but for the gaps it states', async () => {
  const result = await verifyBundle(summary.file, { trustedKeys: [summary.keys[0]?.fingerprint as string] });
  expect(result.checks.filter((c) => !c.ok)).toEqual([]);
  expect(result.verdict).toBe('intact-with-gaps');
  expect(result.checks.filter((c) => c.gap).map((c) => c.fault)).toEqual(['no-authority', 'no-authority', 'no-authority']);
  expect((await verifyBundle(summary.file)).checks.find((c) => c.name === 'signer')).toMatchObject({ gap: true, fault: 'no-trusted-keys' });
});

test('the form is WACZ 1.1.1: layout, resources, index that leads to records', async () => {
  const names = [...(await members(summary.file)).keys()];
  expect(names).toEqual(names.toSorted());
  expect(names).toEqual(
    expect.arrayContaining([
      'archive/data.warc.gz',
      'indexes/index.cdx',
      'pages/pages.jsonl',
      'datapackage.json',
      'datapackage-digest.json',
    ]),
  );
  expect(names.filter((n) => /^(archive|indexes|pages)\//.test(n))).toHaveLength(3);
  const pack = JSON.parse(await text(summary.file, 'datapackage.json')) as {
    profile: string;
    wacz_version: string;
    resources: { path: string }[];
  };
  expect([pack.profile, pack.wacz_version]).toEqual(['data-package', '1.1.1']);
  expect(pack.resources.map((r) => r.path).toSorted()).toEqual(names.filter((n) => !n.startsWith('datapackage')));
  const [first, page] = (await text(summary.file, 'pages/pages.jsonl'))
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l) as Record<string, string>);
  expect(first).toMatchObject({ format: 'json-pages-1.0' });
  expect(page).toMatchObject({ url: 'http://canting.test/menu?t=8', ts: '2026-11-24T07:59:01.000Z' });

  const archive = (await members(summary.file)).get('archive/data.warc.gz');
  if (!archive) throw new Error('no archive');
  const warc = await readMember(summary.file, archive);
  const lines = (await text(summary.file, 'indexes/index.cdx')).trimEnd().split('\n');
  expect(lines).toEqual(lines.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  const records = lines.map((line) => {
    const [key, stamp, ...rest] = line.split(' ');
    const block = JSON.parse(rest.join(' ')) as {
      url: string;
      offset: number;
      length: number;
      recordDigest: string;
      mime: string;
      filename: string;
    };
    const slice = warc.subarray(block.offset, block.offset + block.length);
    expect(`sha256:${sha256(slice)}`).toBe(block.recordDigest);
    expect(block.filename).toBe('data.warc.gz');
    expect(stamp).toMatch(/^\d{17}$/);
    return { key, mime: block.mime, record: gunzipSync(slice).toString('utf8') };
  });
  expect(records.map((r) => r.key).filter((key) => !key?.startsWith('urn:'))).toEqual([
    'test,canting)/c?__wb_method=post&phone=10011112222&table=8',
    'test,canting)/menu?t=8',
    'test,canting)/menu?t=8',
    'test,canting)/track.js',
  ]);
  expect(records.filter((r) => r.key?.startsWith('urn:liangjian:artefact:'))).toHaveLength(2);
  expect(records.filter((r) => r.mime === 'warc/revisit')).toHaveLength(1);
  const menu = records.find((r) => r.key === 'test,canting)/menu?t=8' && r.mime === 'text/html')?.record ?? '';
  expect(menu).toContain('WARC/1.1\r\nWARC-Type: response\r\n');
  expect(menu).toContain(`WARC-Payload-Digest: sha256:${capture.sha.html}`);
  expect(menu).toContain('set-cookie: a=1\r\nset-cookie: b=2\r\n');
  expect(menu).toContain('x-orig-content-encoding: gzip\r\n');
  expect(menu).toContain('同意并继续');
});

test('no body lies in the bundle twice', async () => {
  const names = [...(await members(summary.file)).keys()];
  for (const name of ['html', 'script', 'json', 'posted', 'before', 'after'] as const)
    expect(names).not.toContain(`liangjian/${artefactPath(capture.sha[name])}`);
  expect(names).toContain(`liangjian/${artefactPath(capture.sha.surface)}`);
});

test('the same input gives the same bytes; only the signatures that need chance differ', async () => {
  const again = await sealCapture(sealOptions(capture, keysDir, join(work, 'b.wacz')));
  expect(again.root).toBe(summary.root);
  const differing: string[] = [];
  const [a, b] = [await members(summary.file), await members(again.file)];
  expect([...a.keys()]).toEqual([...b.keys()]);
  for (const name of a.keys()) if ((await text(summary.file, name)) !== (await text(again.file, name))) differing.push(name);
  expect(differing).toEqual([
    'datapackage-digest.json',
    'datapackage.json',
    'liangjian/seal.json',
    'liangjian/signatures/ecdsa-p256.sig',
    'liangjian/signatures/sm2-sm3.sig',
  ]);
});

test('a capture that is not whole is not sealed', async () => {
  const broken = await makeCapture();
  const ledger = join(broken.dir, 'arms/refuse.ndjson');
  writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('refuse 第3步', 'refuse 第4步'));
  await expect(sealCapture(sealOptions(broken, keysDir, join(work, 'c.wacz')))).rejects.toThrow(
    'the ledger of arm refuse is not what capture.json says',
  );
  const missing = await makeCapture();
  rmSync(join(missing.dir, artefactPath(missing.sha.surface)));
  await expect(sealCapture(sealOptions(missing, keysDir, join(work, 'c.wacz')))).rejects.toThrow('is missing');
  const changed = await makeCapture();
  const path = join(changed.dir, artefactPath(changed.sha.surface));
  chmodSync(path, 0o644);
  writeFileSync(path, '{"nodes":[1]}'.slice(0, 12));
  await expect(sealCapture(sealOptions(changed, keysDir, join(work, 'c.wacz')))).rejects.toThrow('was changed in the capture folder');
  expect(() => statSync(join(work, 'c.wacz'))).toThrow();
  expect(() => statSync(join(work, 'c.wacz.warc.part'))).toThrow();
});

test('200 MB are sealed and verified without being held in memory', async () => {
  const block = Buffer.alloc(1 << 20);
  const big = await makeCapture({
    body: (async function* () {
      for (let i = 0; i < 200; i++) {
        block.writeUInt32LE(i);
        yield block;
      }
    })(),
  });
  const out = join(work, 'big.wacz');
  const script = `
    import { sealCapture } from ${JSON.stringify(new URL('./seal-capture.ts', import.meta.url).href)};
    import { verifyBundle } from ${JSON.stringify(new URL('../verify/verify-bundle.ts', import.meta.url).href)};
    const options = JSON.parse(process.argv[1]);
    await sealCapture({ ...options, reportFiles: [] });
    const { verdict } = await verifyBundle(options.out);
    console.log(JSON.stringify({ verdict, peak: process.resourceUsage().maxRSS / 1024 }));`;
  const options = JSON.stringify({ ...sealOptions(big, keysDir, out), reportFiles: [] });
  const result = execFileSync(process.execPath, ['--max-old-space-size=96', '--input-type=module', '-e', script, options], {
    encoding: 'utf8',
  });
  const { verdict, peak } = JSON.parse(result) as { verdict: string; peak: number };
  expect(verdict).toBe('intact-with-gaps');
  // The runtime and the libraries alone are about 90 MB; the item is 200 MB.
  expect(peak).toBeLessThan(190);
});
