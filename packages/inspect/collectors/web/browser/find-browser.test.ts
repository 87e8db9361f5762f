import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { browserDigest, cacheFolder, findBrowser } from './find-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'find-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

test('a named browser wins, and a wrong name is an error that says what to do', async () => {
  const path = program('mine');
  expect(await findBrowser({ LIANGJIAN_BROWSER: path, PATH: folder })).toBe(path);
  await expect(findBrowser({ LIANGJIAN_BROWSER: join(folder, 'none'), PATH: folder })).rejects.toMatchObject({ code: 'browser-missing' });
});

test('the headless shell is taken before a full browser', async () => {
  program('chromium');
  const shell = program('chromium-headless-shell');
  expect(await findBrowser({ PATH: folder })).toBe(shell);
});

test('the cache is the own user’s and closed to others; a digest is kept by size and time', async () => {
  const env = { XDG_CACHE_HOME: join(folder, 'cache') };
  expect(statSync(cacheFolder(env)).mode & 0o077).toBe(0);
  const path = program('digest');
  const first = await browserDigest(path, env);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  writeFileSync(path, '#!/bin/sh\nexit 1\n');
  expect(await browserDigest(path, env)).not.toBe(first);
});
