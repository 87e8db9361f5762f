import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealCapture, type SealSummary } from '../seal/seal-capture.ts';
import { makeCapture, sealOptions } from '../testing/sample-capture.ts';
import { pack, replace, unpack } from '../testing/tamper.ts';
import { unzipBundle } from '../testing/unzip.ts';
import { startTestAuthority } from '../timestamp/test-authority.ts';

const work = mkdtempSync(join(tmpdir(), 'by-hand-'));
let authority: Awaited<ReturnType<typeof startTestAuthority>>;
let bundle: SealSummary;

const doc = readFileSync(new URL('../../../docs/verify-by-hand.md', import.meta.url), 'utf8');
const blocks = [...doc.matchAll(/```bash\n([\s\S]*?)```/g)].map((match) => match[1] as string);

const bash = (script: string, cwd: string, env: Record<string, string>) =>
  spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });

/** Runs the blocks of the document as they stand; where `unzip` is missing, unpacking alone is done by our reader. */
const follow = async (file: string, chosen: readonly string[]) => {
  const env = { BUNDLE: file, AUTHORITY: join(work, 'ca.pem'), FINGERPRINT: bundle.keys[0]?.fingerprint ?? '' };
  const cwd = mkdtempSync(join(work, 'run-'));
  if (spawnSync('unzip', ['-v']).status === 0) return bash([blocks[0], ...chosen].join('\n'), cwd, env);
  return bash(chosen.join('\n'), await unzipBundle(file), env);
};

beforeAll(async () => {
  authority = await startTestAuthority();
  writeFileSync(join(work, 'ca.pem'), authority.caPem);
  bundle = await sealCapture(
    sealOptions(await makeCapture(), join(work, 'keys'), join(work, 'a.wacz'), { timestampUrls: [authority.url] }),
  );
});
afterAll(() => authority.close());

test('every command of the document accepts an unchanged bundle', async () => {
  expect(blocks).toHaveLength(8);
  const { status, stdout, stderr } = await follow(bundle.file, blocks.slice(1));
  expect(stderr.replaceAll(/^.*Using configuration from.*\n|^Verification: OK\n/gm, '')).toBe('');
  expect(status).toBe(0);
  for (const word of [
    'SIGNER OK',
    'SUMS OK',
    'FILES OK',
    'SM3 OK',
    'NOTHING EXTRA',
    'CHAIN OK liangjian/arms/refuse.ndjson',
    'PICTURE OK',
    'Time stamp',
  ])
    expect(stdout).toContain(word);
  expect(stdout.match(/Signature Verified Successfully/g)).toHaveLength(3);
  expect(`${stdout}${stderr}`.match(/Verification: OK/g)).toHaveLength(3);
});

test('each tampering silences the block that is for it', async () => {
  const members = await unpack(bundle.file);
  /** True when the block no longer says its word. */
  const silenced = async (change: typeof members, block: number, word: string) => {
    const file = join(mkdtempSync(join(work, 't-')), 't.wacz');
    await pack(file, change);
    const { stdout, stderr } = await follow(file, [blocks[block] ?? '']);
    return !`${stdout}${stderr}`.includes(word);
  };
  const path = (suffix: string) => members.find(([name]) => name.endsWith(suffix))?.[1] ?? Buffer.alloc(0);
  expect(await silenced(members, 1, 'SIGNER OK')).toBe(false);
  expect(
    await silenced(
      replace(members, 'liangjian/keys/ed25519.pem', () => path('ecdsa-p256.pem')),
      1,
      'SIGNER OK',
    ),
  ).toBe(true);
  expect(
    await silenced(
      replace(members, 'liangjian/statement.json', (b) => b.toString().replace('canting', 'cantins')),
      2,
      'Verified Successfully',
    ),
  ).toBe(true);
  expect(
    await silenced(
      replace(members, 'liangjian/report.html', () => 'nothing wrong here'),
      3,
      'FILES OK',
    ),
  ).toBe(true);
  expect(
    await silenced(
      replace(members, 'liangjian/SHA256SUMS', (b) => b.subarray(90)),
      3,
      'SUMS OK',
    ),
  ).toBe(true);
  expect(await silenced([...members, ['liangjian/extra.txt', Buffer.from('x')]], 4, 'NOTHING EXTRA')).toBe(true);
  const cut = replace(members, 'liangjian/arms/refuse.ndjson', (b) => b.subarray(0, b.length - 40));
  expect(await silenced(cut, 5, 'CHAIN OK liangjian/arms/refuse.ndjson')).toBe(true);
  expect(await silenced(cut, 5, 'CHAIN OK liangjian/arms/untouched.ndjson')).toBe(false);
  const stamped = replace(members, 'liangjian/seal.json', (b) => `${b} `);
  expect(await silenced(stamped, 6, 'Verification: FAILED')).toBe(false);
  expect(await silenced(members, 6, 'Verification: FAILED')).toBe(true);
  const pictures = replace(members, 'archive/data.warc.gz', (b) =>
    Buffer.from(b.map((byte, at) => (at > b.length - 600 ? byte ^ 1 : byte))),
  );
  expect(await silenced(pictures, 7, 'PICTURE OK')).toBe(true);
});

test('the recipe inside the bundle works too', async () => {
  const dir = await unzipBundle(bundle.file);
  const readme = readFileSync(join(dir, 'liangjian/README.txt'), 'utf8');
  const commands = readme.split('\n').filter((line) => /^ {2}(for|openssl|grep|sha256sum)/.test(line));
  expect(commands).toHaveLength(7);
  const { status, stdout, stderr } = bash(commands.join('\n').replace('AUTHORITY.pem', join(work, 'ca.pem')), dir, {});
  expect([status, `${stdout}${stderr}`.match(/Verified Successfully|SUMS OK|FILES OK|Verification: OK/g)?.length]).toEqual([0, 6]);
  for (const { fingerprint } of bundle.keys.slice(0, 3)) expect(stdout).toContain(fingerprint);
});
