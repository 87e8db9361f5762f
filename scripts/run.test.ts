import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'liangjian-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let checkout: string;
let number = 0;

/** A checkout that holds nothing but the entry script, and an npm that takes a moment to install a Node and counts itself. */
beforeEach(() => {
  number += 1;
  checkout = join(folder, String(number));
  mkdirSync(join(checkout, 'scripts'), { recursive: true });
  mkdirSync(join(checkout, 'bin'));
  copyFileSync(join(import.meta.dirname, 'run.mjs'), join(checkout, 'scripts', 'run.mjs'));
  writeFileSync(join(checkout, 'package-lock.json'), '{"packages":{"":{},"node_modules/node":{"version":"1"}}}');
  writeFileSync(join(checkout, 'hello.mjs'), 'console.log("hello"); process.exit(Number(process.argv[2] ?? 0));');
  const install = `#!/bin/sh\necho x >> npm-runs\nsleep 0.4\nmkdir -p node_modules/node/bin\nln -sf '${process.execPath}' node_modules/node/bin/node\n`;
  writeFileSync(join(checkout, 'bin', 'npm'), install);
  chmodSync(join(checkout, 'bin', 'npm'), 0o755);
});

/** What the last command said so far. */
let sofar = '';

function start(...args: string[]): Promise<{ status: number | null; told: string }> {
  const env = { PATH: `${join(checkout, 'bin')}:/usr/bin:/bin` };
  const child = spawn(process.execPath, [join(checkout, 'scripts/run.mjs'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      told += chunk;
      sofar = told;
    });
  }
  return new Promise((done) => child.on('close', (status) => done({ status, told })));
}
const npmRuns = () => readFileSync(join(checkout, 'npm-runs'), 'utf8').length / 2;
const locks = () => readdirSync(checkout).filter((name) => name.startsWith('.installing'));
const lockOf = (pid: number) => {
  mkdirSync(join(checkout, '.installing'));
  writeFileSync(join(checkout, '.installing', 'holder'), `${pid} ${hostname()}`);
};

test('commands that start together on a fresh clone install once, and each ends as its command does', async () => {
  const ended = await Promise.all([start('hello.mjs'), start('hello.mjs', '7'), start('hello.mjs')]);
  expect(ended.map(({ status }) => status)).toEqual([0, 7, 0]);
  for (const { told } of ended) expect(told).toContain('hello');
  expect(npmRuns()).toBe(1);
  expect(locks()).toEqual([]);
  expect((await start('hello.mjs')).told).toBe('hello\n');
});

test('the lock of a process that is gone is no obstacle, that of a living one is waited for', async () => {
  lockOf(spawnSync('true').pid);
  expect((await start('hello.mjs')).status).toBe(0);
  expect(locks()).toEqual([]);

  rmSync(join(checkout, 'node_modules'), { recursive: true });
  lockOf(process.pid);
  const waiting = start('hello.mjs');
  await expect.poll(() => sofar, { timeout: 20_000 }).toContain('Another command is installing');
  expect(existsSync(join(checkout, 'node_modules'))).toBe(false);
  rmSync(join(checkout, '.installing'), { recursive: true });
  expect((await waiting).status).toBe(0);
  expect(npmRuns()).toBe(2);
});

test('a stamp that cannot be written changes nothing when all is installed', async () => {
  await start('hello.mjs');
  const stamp = join(checkout, 'node_modules', '.liangjian-installed');
  rmSync(stamp);
  // A folder in its place: even root cannot write there.
  mkdirSync(stamp);
  writeFileSync(join(checkout, 'node_modules', '.package-lock.json'), '{"packages":{"node_modules/node":{"version":"1"}}}');
  expect(await start('hello.mjs')).toEqual({ status: 0, told: 'hello\n' });
  expect(npmRuns()).toBe(1);
});

test('without npm, or when it fails, one clear message says what to do, and no lock stays', async () => {
  writeFileSync(join(checkout, 'bin', 'npm'), '#!/bin/sh\nexit 1\n');
  expect(await start('hello.mjs')).toMatchObject({ status: 1, told: expect.stringContaining('Check that the npm registry is reachable') });
  rmSync(join(checkout, 'bin', 'npm'));
  const alone = join(checkout, 'bin');
  const { status, stderr } = spawnSync(process.execPath, [join(checkout, 'scripts/run.mjs'), 'hello.mjs'], {
    env: { PATH: alone },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('npm was not found');
  expect(locks()).toEqual([]);
});
