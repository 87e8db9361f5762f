import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPort } from './ports.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

const outside = mkdtempSync(join(tmpdir(), 'liangjian-serve-'));
const folder = join(outside, 'reports');
let server: FolderServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'faulty'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), 'overview');
  writeFileSync(join(folder, 'faulty', 'report.html'), 'report');
  writeFileSync(join(folder, 'faulty', 'key.pem'), 'secret');
  writeFileSync(join(folder, '.hidden.json'), 'secret');
  writeFileSync(join(outside, 'other.html'), 'secret');
  symlinkSync(join(outside, 'other.html'), join(folder, 'link.html'));
  server = await serveFolder(folder, 0);
});
afterAll(async () => {
  await server.close();
  rmSync(outside, { recursive: true, force: true });
});

/** Asks with the path exactly as written: `fetch` would tidy it. */
function ask(path: string, host = `127.0.0.1:${server.port}`, method = 'GET'): Promise<string> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port: server.port, path, method, headers: { host } }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => done(`${response.statusCode} ${text}`));
    })
      .on('error', fail)
      .end();
  });
}

test('reports are given out', async () => {
  expect(await ask('/')).toBe('200 overview');
  expect(await ask('/faulty/report.html')).toBe('200 report');
});

test('nothing outside the folder, no hidden file, no key, no other host name, no writing', async () => {
  for (const path of [
    '/../other.html',
    '/%2e%2e/other.html',
    '/..%2fother.html',
    '/link.html',
    '/.hidden.json',
    '/faulty/key.pem',
    '/%zz',
    '/none.html',
  ]) {
    expect(await ask(path), path).toBe('404 404');
  }
  expect(await ask('/', 'evil.example')).toBe('421 421');
  expect(await ask('/', undefined, 'POST')).toBe('405 405');
});

test('a port in use is replaced by a free one', async () => {
  const other = await onPort(server.port, (port) => serveFolder(folder, port));
  expect(other.port).not.toBe(server.port);
  await other.close();
});
