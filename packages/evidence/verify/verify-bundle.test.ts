import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '../canonical.ts';
import { sha256 } from '../hash.ts';
import { sealCapture, type SealSummary } from '../seal/seal-capture.ts';
import { ensureKeys, type SigningKeys, toPem } from '../sign/keys.ts';
import { signMessage } from '../sign/sign.ts';
import { CREATED, makeCapture, REPORT, type SampleCapture, sealOptions } from '../testing/sample-capture.ts';
import { type Members, pack, repair, replace, unpack } from '../testing/tamper.ts';
import { requestTimestamp } from '../timestamp/client.ts';
import { startTestAuthority } from '../timestamp/test-authority.ts';
import { readRecord } from '../wacz/warc-read.ts';
import { listZip } from '../wacz/zip-read.ts';
import { verifyBundle } from './verify-bundle.ts';

const work = mkdtempSync(join(tmpdir(), 'verify-'));
let authority: Awaited<ReturnType<typeof startTestAuthority>>;
let foreign: Awaited<ReturnType<typeof startTestAuthority>>;
let capture: SampleCapture;
let bundle: SealSummary;
let members: Members;
let keys: SigningKeys;
let forger: SigningKeys;
let count = 0;

const out = () => join(work, `${++count}.wacz`);
const now = () => new Date(CREATED);
const trust = () => ({ trustedKeys: [keys.ed25519.fingerprint], trustAnchors: [authority.caPem] });
const verify = (file: string) => verifyBundle(file, trust());
const faults = async (file: string) => (await verify(file)).checks.filter((c) => !c.ok).map((c) => `${c.name} ${c.fault} ${c.subject}`);
/** The forger changes members, keeps the zip sound and re-signs the outer package with his own key. */
const forged = async (change: (members: Members) => Members): Promise<string> => {
  const file = out();
  await pack(file, repair(change(members), forger['ecdsa-p384']));
  return file;
};

beforeAll(async () => {
  authority = await startTestAuthority({ now });
  foreign = await startTestAuthority({ now });
  keys = await ensureKeys(join(work, 'keys'));
  forger = await ensureKeys(join(work, 'forger'));
  capture = await makeCapture();
  bundle = await sealCapture(sealOptions(capture, join(work, 'keys'), out(), { timestampUrls: [authority.url] }));
  members = await unpack(bundle.file);
});
afterAll(async () => {
  await authority.close();
  await foreign.close();
});

test('an unchanged bundle with trusted keys and authority is intact, and packing again changes nothing', async () => {
  expect(await verify(bundle.file)).toMatchObject({ verdict: 'intact', broken: null, root: bundle.root });
  expect(bundle.timestamps.map((t) => t.of)).toEqual(['ledger:untouched', 'ledger:refuse', 'seal']);
  const again = out();
  await pack(again, members);
  expect(readFileSync(again).equals(readFileSync(bundle.file))).toBe(true);
  const pem = { trustedKeys: [toPem(keys['sm2-sm3'].publicKey, 'PUBLIC KEY')], trustAnchors: [authority.caPem] };
  expect((await verifyBundle(bundle.file, pem)).verdict).toBe('intact');
  expect(
    (await verifyBundle(bundle.file, { trustedKeys: [keys.ed25519.fingerprint] })).checks.filter((c) => c.gap).map((c) => c.fault),
  ).toEqual(Array(3).fill('unanchored'));
});

test('a flipped byte in a body names the body', async () => {
  const manifest = JSON.parse(members.find(([n]) => n === 'liangjian/manifest.json')?.[1].toString() ?? '') as {
    items: { sha256: string; path: string; in?: { offset: number; length: number } }[];
  };
  const item = manifest.items.find((i) => i.sha256 === capture.sha.script);
  const file = out();
  const bytes = readFileSync(bundle.file);
  const archive = bytes.indexOf(members.find(([n]) => n === 'archive/data.warc.gz')?.[1] ?? '');
  const at = archive + (item?.in?.offset ?? 0) + Math.floor((item?.in?.length ?? 0) / 2);
  bytes[at] = (bytes[at] as number) ^ 4;
  writeFileSync(file, bytes);
  const result = await verify(file);
  expect(result.verdict).toBe('broken');
  expect(await faults(file)).toContain(`item changed-body ${item?.path}`);
  expect(result.checks.filter((c) => c.fault === 'changed-body')).toHaveLength(1);
});

test('an exchanged picture is named, even when archive, index and package are rebuilt around it', async () => {
  const other = await makeCapture();
  const swap = { ...other, exchanges: other.exchanges };
  const fake = await sealCapture(
    sealOptions(swap, join(work, 'forger'), out(), {
      http: other.exchanges.map((e) => (e.bodySha256 === other.sha.json ? { ...e, bodySha256: other.sha.after } : e)),
    }),
  );
  const grafts = new Map((await unpack(fake.file)).filter(([n]) => /^(archive|indexes)\//.test(n)));
  const file = await forged((m) => m.map(([n, b]) => [n, grafts.get(n) ?? b]));
  const found = await faults(file);
  expect(found).toContain(`item changed-picture artefacts/${capture.sha.after.slice(0, 2)}/${capture.sha.after}`);
  expect((await verify(file)).broken?.fault).toBe('changed-picture');
});

test('ledgers: cut tail, swapped, changed, inserted lines, each with its line', async () => {
  const path = 'liangjian/arms/refuse.ndjson';
  const edit = (change: (lines: string[]) => string[]) =>
    forged((m) => replace(m, path, (b) => `${change(b.toString().trimEnd().split('\n')).join('\n')}\n`));
  const told = async (file: string) => {
    const { broken } = await verify(file);
    return `${broken?.name} ${broken?.fault} ${broken?.subject}`;
  };
  expect(await told(await edit((l) => l.slice(0, 9)))).toBe(`ledger cut-tail ${path}:10`);
  expect(await told(await edit((l) => l.with(2, l[5] as string).with(5, l[2] as string)))).toBe(`ledger swapped ${path}:3`);
  expect(await told(await edit((l) => l.with(7, (l[7] as string).replace('第7步', '第8步'))))).toBe(`ledger changed ${path}:8`);
  expect(await told(await edit((l) => l.toSpliced(4, 0, '{"seq":5}')))).toBe(`ledger inserted ${path}:5`);
  expect(await told(await forged((m) => m.filter(([n]) => n !== path)))).toBe(`ledger missing-ledger ${path}`);
  expect(await faults(await forged((m) => replace(m, 'liangjian/arms/refuse.links', (b) => b.subarray(65))))).toContain(
    'item changed-member liangjian/arms/refuse.links',
  );
});

test('a bundle sealed anew with another key: unknown key when one knows whom to trust, always the fingerprint', async () => {
  const resealed = await sealCapture(sealOptions(capture, join(work, 'forger'), out(), { timestampUrls: [authority.url] }));
  const result = await verify(resealed.file);
  expect(result).toMatchObject({
    verdict: 'broken',
    broken: { name: 'signer', fault: 'unknown-key', subject: forger.ed25519.fingerprint },
  });
  expect(result.broken?.detail.zh).toContain('未知密钥');
  expect(result.fingerprints[0]?.fingerprint).toBe(forger.ed25519.fingerprint);
  const untold = await verifyBundle(resealed.file, { trustAnchors: [authority.caPem] });
  expect(untold.verdict).toBe('intact-with-gaps');
  expect(untold.checks.find((c) => c.name === 'signer')?.detail.en).toContain(forger.ed25519.fingerprint);
});

test('naming a trusted key without its signature does not help the forger', async () => {
  const statement = JSON.parse(members.find(([n]) => n === 'liangjian/statement.json')?.[1].toString() ?? '') as Record<string, unknown>;
  const sealed = (statementKeys: unknown) => {
    const text = canonicalJson({ ...statement, keys: statementKeys });
    const signatures = (['ed25519', 'ecdsa-p256', 'sm2-sm3'] as const).map((algorithm) => ({
      algorithm,
      fingerprint: forger[algorithm].fingerprint,
      publicKey: forger[algorithm].publicKey.toString('base64'),
      signature: signMessage(forger[algorithm], Buffer.from(text)).toString('base64'),
    }));
    const seal = canonicalJson({
      format: 'liangjian-seal/1',
      statement: { path: 'liangjian/statement.json', sha256: sha256(text) },
      signatures,
    });
    return forged((m) =>
      replace(
        replace(m, 'liangjian/statement.json', () => text),
        'liangjian/seal.json',
        () => seal,
      ),
    );
  };
  const own = (['ed25519', 'ecdsa-p256', 'sm2-sm3', 'ecdsa-p384'] as const).map((a) => ({
    algorithm: a,
    fingerprint: forger[a].fingerprint,
  }));
  const borrowed = { algorithm: 'ecdsa-p384' as const, fingerprint: keys.ed25519.fingerprint };
  expect(await faults(await sealed([...own, { algorithm: 'ed25519', fingerprint: keys.ed25519.fingerprint }]))).toContain(
    'signer form liangjian/statement.json',
  );
  expect(await faults(await sealed(own.with(3, borrowed)))).toContain(`signer unknown-key ${forger.ed25519.fingerprint}`);
});

test('signatures: changed statement, missing signature, exchanged key, copies for OpenSSL', async () => {
  const changed = await forged((m) => replace(m, 'liangjian/statement.json', (b) => b.toString().replace('canting', 'cantins')));
  expect(await faults(changed)).toEqual(
    expect.arrayContaining(['signature bad-signature ed25519', 'signature bad-signature ecdsa-p256', 'signature bad-signature sm2-sm3']),
  );
  const seal = (change: (s: { signatures: { algorithm: string; publicKey: string }[] }) => void) =>
    forged((m) =>
      replace(m, 'liangjian/seal.json', (b) => {
        const value = JSON.parse(b.toString()) as { signatures: { algorithm: string; publicKey: string }[] };
        change(value);
        return canonicalJson(value);
      }),
    );
  expect(await faults(await seal((s) => s.signatures.pop()))).toContain('signature missing-signature sm2-sm3');
  const otherKey = await seal((s) => {
    (s.signatures[0] as { publicKey: string }).publicKey = forger.ed25519.publicKey.toString('base64');
  });
  expect(await faults(otherKey)).toContain('signature bad-signature ed25519');
  const copy = await forged((m) => replace(m, 'liangjian/keys/sm2-sm3.pem', () => toPem(forger['sm2-sm3'].publicKey, 'PUBLIC KEY')));
  expect(await faults(copy)).toContain('statement copy-differs liangjian/keys/sm2-sm3.pem');
  expect(await faults(await forged((m) => m))).toEqual([`package unknown-key ${forger['ecdsa-p384'].fingerprint}`]);
});

test('time-stamps: foreign data, foreign authority, removed token, unreachable authority, other clock', async () => {
  const path = 'liangjian/timestamps/seal.1.tsr';
  const other = await sealCapture(
    sealOptions(await makeCapture(), join(work, 'keys'), out(), { timestampUrls: [authority.url], created: '2026-11-24T08:00:01Z' }),
  );
  const token = (await unpack(other.file)).find(([n]) => n === path)?.[1] ?? Buffer.alloc(0);
  expect(await faults(await forged((m) => replace(m, path, () => token)))).toContain(`timestamp wrong-imprint ${path}`);
  const abroad = await sealCapture(sealOptions(capture, join(work, 'keys'), out(), { timestampUrls: [foreign.url] }));
  expect(await faults(abroad.file)).toContain(`timestamp untrusted-authority ${path}`);
  const stamps = (m: Members) =>
    replace(m, 'liangjian/timestamps.json', () => canonicalJson({ format: 'liangjian-timestamps/1', stamps: [], gaps: [] }));
  expect(await faults(await forged((m) => stamps(m).filter(([n]) => n !== path)))).toContain('timestamp removed seal');
  expect(await faults(await forged((m) => m.filter(([n]) => n !== path)))).toContain(`timestamp removed ${path}`);
  const offline = await sealCapture(sealOptions(capture, join(work, 'keys'), out(), { timestampUrls: ['http://127.0.0.1:1/'] }));
  expect(offline.gaps.map((g) => `${g.of} ${g.fault}`)).toEqual([
    'ledger:untouched unreachable',
    'ledger:refuse unreachable',
    'seal unreachable',
  ]);
  const result = await verify(offline.file);
  expect([result.verdict, result.checks.filter((c) => c.gap).map((c) => c.fault)]).toEqual([
    'intact-with-gaps',
    Array(3).fill('unreachable'),
  ]);
  const late = await sealCapture(
    sealOptions(capture, join(work, 'keys'), out(), { timestampUrls: [authority.url], created: '2026-11-24T06:00:00Z' }),
  );
  expect((await verify(late.file)).checks.find((c) => c.fault === 'clock')?.detail.zh).toContain('相差 120 分钟');
});

test('a token got when an arm ended is used, and is worth more than one of now', async () => {
  const early = await makeCapture();
  const arms = (JSON.parse(readFileSync(join(early.dir, 'capture.json'), 'utf8')) as { arms: { arm: string; head: string }[] }).arms;
  const token = await requestTimestamp(Buffer.from(arms[1]?.head ?? '', 'hex'), authority.url);
  mkdirSync(join(early.dir, 'timestamps'));
  writeFileSync(join(early.dir, 'timestamps', 'refuse.tsr'), token.ok ? token.tsr : '');
  writeFileSync(join(early.dir, 'timestamps', 'untouched.tsr'), token.ok ? token.tsr : '');
  const sealed = await sealCapture(sealOptions(early, join(work, 'keys'), out()));
  expect(sealed.timestamps.map((t) => t.of)).toEqual(['ledger:refuse']);
  expect(sealed.gaps.map((g) => `${g.of} ${g.fault}`)).toEqual(['ledger:untouched no-authority', 'seal no-authority']);
  expect((await verify(sealed.file)).verdict).toBe('intact-with-gaps');
});

test('a record that unfolds to more than was sealed is stopped', async () => {
  const bomb = gzipSync(
    Buffer.concat([Buffer.from('WARC/1.1\r\nContent-Type: image/png\r\nContent-Length: 50000000\r\n\r\n'), Buffer.alloc(50_000_000)]),
  );
  const file = await forged((m) => replace(m, 'archive/data.warc.gz', () => bomb));
  const archive = (await listZip(file)).members.find((m) => m.name === 'archive/data.warc.gz');
  if (!archive) throw new Error('no archive');
  await expect(readRecord(file, archive, { offset: 0, length: archive.bytes, max: 34 })).rejects.toThrow('longer than 34 bytes');
});

test('members: duplicate, missing, extra, changed report, changed package', async () => {
  const report = 'liangjian/report.json';
  const innocent = JSON.stringify(REPORT, null, 2).replace('"fail"', '"pass"');
  const double = out();
  await pack(double, [...members, [report, Buffer.from(innocent)]]);
  expect(await faults(double)).toContain(`container duplicate-member ${report}`);
  const missing = await forged((m) => m.filter(([n]) => n !== 'liangjian/report.html'));
  expect(await faults(missing)).toContain('item missing-member liangjian/report.html');
  const extra = await forged((m) => [...m, ['liangjian/exculpatory.txt', Buffer.from('x')]]);
  expect(await faults(extra)).toContain('members extra-member liangjian/exculpatory.txt');
  expect(await faults(await forged((m) => [...m, ['liangjian/timestamps/seal.9.tsr', Buffer.from('x')]]))).toContain(
    'members extra-member liangjian/timestamps/seal.9.tsr',
  );
  const changed = await faults(await forged((m) => replace(m, report, () => innocent)));
  expect(changed).toEqual(expect.arrayContaining([`item changed-report ${report}`, `item changed-part ${report}#/outcomes/0`]));
  expect(changed).not.toContain(`item changed-part ${report}#/outcomes/1`);
  const datapackage = out();
  await pack(
    datapackage,
    replace(members, 'datapackage.json', (b) => b.toString().replace('"Inspection', '"Contract')),
  );
  expect(await faults(datapackage)).toEqual(['package changed-datapackage datapackage.json']);
  expect(await faults(await forged((m) => replace(m, 'liangjian/SHA256SUMS', (b) => b.subarray(90))))).toContain(
    'manifest sums liangjian/SHA256SUMS',
  );
  expect(
    await faults(await forged((m) => replace(m, 'liangjian/manifest.json', (b) => b.toString().replace('"seed":"', '"seed":"0')))),
  ).toContain('manifest changed-manifest liangjian/manifest.json');
  const repacked = out();
  await pack(repacked, members, '2026-11-25T08:00:00Z');
  expect(await faults(repacked)).toEqual([`container header-mismatch ${members[0]?.[0]}`]);
});

test('what is no bundle at all gives an answer, not a crash', async () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('hello'),
    readFileSync(bundle.file).subarray(0, 5000),
    readFileSync(bundle.file).subarray(500),
  ]) {
    const file = out();
    writeFileSync(file, bytes);
    expect((await verify(file)).verdict).toBe('broken');
  }
  const hostile = await forged((m) =>
    replace(
      replace(m, 'liangjian/manifest.json', () => '{"items":[null]}'),
      'liangjian/statement.json',
      () => '[]',
    ),
  );
  expect((await verify(hostile)).verdict).toBe('broken');
});

test('no single changed byte anywhere goes unnoticed', async () => {
  const original = readFileSync(bundle.file);
  const file = out();
  for (let at = 0; at < original.length; at += Math.ceil(original.length / 60)) {
    const copy = Buffer.from(original);
    copy[at] = (copy[at] as number) ^ 0x20;
    writeFileSync(file, copy);
    expect((await verify(file)).verdict, `byte ${at}`).toBe('broken');
  }
});
