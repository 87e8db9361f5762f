import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorEntry } from '@liangjian/law';
import { afterAll, expect, test } from 'vitest';
import { picturesOfCodes } from '../inspect/qr/testing/make-codes.ts';
import { liangjian } from './testing/spawn.ts';

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const CASES: readonly (readonly [code: string, args: () => readonly string[]])[] = [
  ['target-not-found', () => ['inspect', join(folder, 'nothing')]],
  ['target-not-found', () => ['inspect', 'shop.example']],
  ['target-not-found', () => ['verify', join(folder, 'nothing.wacz')]],
  ['target-not-found', () => ['judge', join(folder, 'nothing')]],
  ['scheme-refused', () => ['inspect', 'file:///etc/hostname']],
  ['scheme-refused', () => ['inspect', 'javascript:alert(1)']],
  ['target-refused-private-address', () => ['inspect', 'http://127.0.0.1:9/']],
  ['target-refused-private-address', () => ['inspect', 'http://[::1]:9/']],
  ['target-refused-private-address', () => ['inspect', '--allow-private', '10.0.0.0/8', 'http://169.254.169.254/latest']],
  ['unknown-scene', () => ['inspect', 'https://shop.test', '--scene', 'S99']],
  ['unsupported-kind', () => ['inspect', 'https://shop.test', '--kind', 'app']],
  ['bad-argument', () => ['inspect']],
  ['bad-argument', () => ['inspect', 'https://shop.test', '--concurrency', '0']],
  ['bad-argument', () => ['inspect', 'https://shop.test', '--resolve', 'shop.test:nowhere']],
  ['bad-argument', () => ['inspect', 'https://a.test', 'https://b.test', '--format', 'html']],
  ['bad-argument', () => ['frobnicate']],
  ['list-empty', () => ['inspect', file('empty.txt', '# nothing\n\n')]],
  ['qr-not-web', () => ['inspect', join(folder, 'payment.png')]],
  ['file-unreadable', () => ['inspect', file('broken.png', 'no picture at all, only words')]],
  ['not-a-bundle', () => ['verify', file('words.bin', 'plain words')]],
  ['capture-damaged', () => ['judge', folder]],
  ['capture-version', () => ['diff', file('other.json', '{"format":"x"}'), file('other2.json', '{}')]],
  ['unknown-requirement', () => ['rules', 'G99']],
];

test.concurrent.each(CASES.map((one, index) => [...one, index % 2 === 0 ? 'zh' : 'en'] as const))(
  '%s: one clear message and what to do next (%#)',
  async (code, args, lang) => {
    writeFileSync(join(folder, 'payment.png'), await picturesOfCodes(['wxp://f2f0abc']));
    const ran = await liangjian([...args(), '--lang', lang]);
    expect(ran.status, ran.err).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toContain(errorEntry(code).text[lang]);
    expect(ran.err).toContain(errorEntry(code).nextStep[lang]);
    expect(ran.err).not.toMatch(/\n\s+at /);
  },
);

test('the stack is shown only when asked for', async () => {
  expect((await liangjian(['rules', 'G99'], { env: { LIANGJIAN_DEBUG: '1' } })).err).toMatch(/\n\s+at /);
});

test('several bad targets: one line each, in the order asked, none opened', async () => {
  const path = file('codes.png', await picturesOfCodes(['wxp://pay', 'http://127.0.0.1/', 'https://mp.weixin.qq.com/a/~x']));
  const ran = await liangjian(['inspect', path, 'ftp://x.test/', '--format', 'json', '--quiet']);
  expect(ran.status).toBe(2);
  const lines = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map((line) => [line.target, line.error.code])).toEqual([
    ['wxp://pay', 'qr-not-web'],
    ['http://127.0.0.1/', 'target-refused-private-address'],
    ['https://mp.weixin.qq.com/a/~x', 'qr-not-web'],
    ['ftp://x.test/', 'scheme-refused'],
  ]);
  expect(ran.err).toContain('付款码');
});
