import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Samples, startSamples } from '../../samples/server.ts';
import { schemaFaults } from '../inspect/report/testing/check-schema.ts';
import { liangjian, type Ran } from './testing/spawn.ts';

const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
const out = join(folder, 'result');
const bundle = join(out, 'bundle.wacz');
const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/inspection.schema.json'), 'utf8'));
let samples: Samples;
let ran: Ran;

beforeAll(async () => {
  samples = await startSamples();
  const names = samples.hosts.flatMap((host) => ['--resolve', `${host}:80:127.0.0.1:${samples.port}`]);
  ran = await liangjian([
    'inspect',
    'http://shop.s1-faulty.test/',
    '--allow-private',
    ...names,
    '--out',
    out,
    '--format',
    'json',
    '--keys',
    join(folder, 'keys'),
    '--no-control',
  ]);
}, 180_000);
afterAll(async () => {
  await samples.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a visit gives a report that fits the schema, result files, a sealed bundle and exit status 1', () => {
  expect(ran.status, ran.err).toBe(1);
  const report = JSON.parse(ran.out);
  expect(schemaFaults(report, schema)).toEqual([]);
  expect(report.outcomes.some((one: { outcome: string }) => one.outcome === 'fail')).toBe(true);
  expect(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))).toEqual(report);
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('data:image/jpeg;base64,');
  expect(ran.err).toContain('http://shop.s1-faulty.test/');
  expect(ran.err).toContain('bundle.wacz');
});

test('verify holds the bundle, and names the link once a byte is changed', async () => {
  const whole = await liangjian(['verify', bundle, '--lang', 'en']);
  expect(whole.status, whole.out).toBe(0);
  expect(whole.out).toContain('Not proved');
  const bytes = readFileSync(bundle);
  const at = bytes.indexOf('liangjian/arms/refuse.ndjson') + 200;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const changed = join(folder, 'changed.wacz');
  writeFileSync(changed, bytes);
  const broken = await liangjian(['verify', changed, '--lang', 'en']);
  expect(broken.status).toBe(1);
  expect(broken.out).toMatch(/^✗ Broken\nBroken link: .+/);
});

test('a finding can be handed over alone and its proof checked', async () => {
  const to = join(folder, 'proof');
  expect((await liangjian(['proof', bundle, 'liangjian/report.json#/outcomes/0', '--out', to])).status).toBe(0);
  const good = await liangjian(['proof', '--check', to]);
  expect(good.status, good.out).toBe(0);
  writeFileSync(join(to, 'item'), '{}');
  expect((await liangjian(['proof', '--check', to])).status).toBe(1);
  expect((await liangjian(['proof', bundle, 'liangjian/nothing', '--out', to])).status).toBe(2);
});

test('judging again from the folder and from the bundle gives the same report, and no difference', async () => {
  const [fromFolder, fromBundle] = await Promise.all([out, bundle].map((path) => liangjian(['judge', path, '--format', 'json'])));
  expect(fromFolder?.status).toBe(1);
  expect(fromFolder?.out).toBe(ran.out);
  expect(fromBundle?.out).toBe(ran.out);
  const same = await liangjian(['diff', join(out, 'report.json'), bundle, '--lang', 'en']);
  expect([same.status, same.out]).toEqual([0, 'No difference.\n']);
});

test('diff names what changed', async () => {
  const report = JSON.parse(ran.out);
  const failed = report.outcomes.find((one: { outcome: string }) => one.outcome === 'fail');
  failed.outcome = 'pass';
  const path = join(folder, 'corrected.json');
  writeFileSync(path, JSON.stringify({ ...report, facts: report.facts.slice(1) }));
  const ran2 = await liangjian(['diff', out, path, '--format', 'json']);
  expect(ran2.status).toBe(1);
  const difference = JSON.parse(ran2.out);
  expect(difference.outcomes).toMatchObject([{ requirement: failed.requirement, from: 'fail', to: 'pass' }]);
  expect(difference.disappeared).toHaveLength(1);
});

test('the PDF is a tagged PDF with Chinese in it', async () => {
  const pdf = join(folder, 'report.pdf');
  const made = await liangjian(['judge', out, '--format', 'html']);
  expect(made.out.startsWith('<!doctype html>')).toBe(true);
  const { openBrowserPool, reportPdf } = await import('@liangjian/inspect');
  const pool = openBrowserPool();
  try {
    const bytes = await reportPdf(made.out, pool, 'zh');
    writeFileSync(pdf, bytes);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.includes('NotoSansSC')).toBe(true);
    expect(bytes.includes('/StructTreeRoot')).toBe(true);
  } finally {
    await pool.close();
  }
});

test('a result folder is never written twice', async () => {
  const again = await liangjian([
    'inspect',
    'http://shop.s1-faulty.test/',
    '--out',
    out,
    '--resolve',
    `shop.s1-faulty.test:80:127.0.0.1:${samples.port}`,
  ]);
  expect(again.status).toBe(2);
  expect(again.err).toContain('无法写入结果');
});

test('an interrupt ends the visit with one message and no stack; what was finished stays readable', async () => {
  const folder2 = join(folder, 'stopped');
  const stopped = await liangjian(
    [
      'inspect',
      'http://shop.s1-clean.test/',
      '--allow-private',
      '--resolve',
      `shop.s1-clean.test:80:127.0.0.1:${samples.port}`,
      '--out',
      folder2,
      '--no-seal',
    ],
    { onSpawn: (pid) => setTimeout(() => process.kill(pid, 'SIGINT'), 4000) },
  );
  expect(stopped.status).toBe(2);
  expect(stopped.err).toContain('操作已被中止');
  expect(stopped.err).not.toMatch(/\n\s+at /);
  if (existsSync(join(folder2, 'capture', 'capture.json'))) expect([0, 1, 3]).toContain((await liangjian(['judge', folder2])).status);
});
