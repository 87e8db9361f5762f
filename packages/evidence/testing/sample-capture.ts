import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLedgerChain } from '../ledger-chain.ts';
import { openStore } from '../store/store.ts';
import type { SealOptions } from '../seal/seal-capture.ts';
import type { HttpExchange } from '../wacz/archive.ts';

/** A 1×1 picture each; what matters is that they differ. */
const png = (shade: number): Buffer =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55', 'hex'), Buffer.of(shade)]);

export const CREATED = '2026-11-24T08:00:00.000Z';

export interface SampleCapture {
  readonly dir: string;
  readonly exchanges: readonly HttpExchange[];
  readonly sha: Readonly<Record<'html' | 'script' | 'json' | 'posted' | 'before' | 'after' | 'surface', string>>;
}

/** A small but complete capture of an invented shop: two arms, one body seen twice, one posted body, two pictures. */
export const makeCapture = async (extra: { readonly body?: AsyncIterable<Uint8Array> } = {}): Promise<SampleCapture> => {
  const dir = mkdtempSync(join(tmpdir(), 'capture-'));
  const store = openStore(dir);
  const artefacts: { sha256: string; path: string; mediaType: string; bytes: number; role: string }[] = [];
  const put = async (bytes: Uint8Array | AsyncIterable<Uint8Array>, mediaType: string, role: string): Promise<string> => {
    const { sha256, path, bytes: size } = bytes instanceof Uint8Array ? await store.put(bytes) : await store.putStream(bytes);
    artefacts.push({ sha256, path, mediaType, bytes: size, role });
    return sha256;
  };
  const sha = {
    html: await put(Buffer.from('<!doctype html><title>某餐厅</title><button>同意并继续</button>'), 'text/html', 'body'),
    script: await put(Buffer.from('navigator.sendBeacon("/c", "10011112222")'.repeat(40)), 'text/javascript', 'body'),
    json: await put(Buffer.from('{"table":8}'), 'application/json', 'body'),
    posted: await put(Buffer.from('phone=10011112222&table=8'), 'application/x-www-form-urlencoded', 'body'),
    before: await put(png(1), 'image/png', 'screenshot'),
    after: await put(png(2), 'image/png', 'screenshot'),
    surface: await put(Buffer.from('{"nodes":[]}'), 'application/json', 'surface'),
  };
  const large = extra.body ? await put(extra.body, 'application/octet-stream', 'body') : null;
  mkdirSync(join(dir, 'arms'));
  const arms = ['untouched', 'refuse'].map((arm) => {
    const chain = createLedgerChain();
    const lines = Array.from({ length: 12 }, (_, i) =>
      JSON.stringify({ seq: i + 1, t: i * 40, stage: 'arrive', type: 'note', detail: `${arm} 第${i}步` }),
    );
    for (const line of lines) chain.append(line);
    writeFileSync(join(dir, 'arms', `${arm}.ndjson`), lines.map((line) => `${line}\n`).join(''));
    return { arm, ledger: `arms/${arm}.ndjson`, events: lines.length, head: chain.head() };
  });
  const capture = {
    format: 'liangjian-capture/1',
    tool: { name: 'liangjian', version: '0.0.0' },
    touchpoint: { kind: 'web', locator: 'http://canting.test/menu?t=8' },
    startedAt: '2026-11-24T07:59:00.000Z',
    finishedAt: '2026-11-24T07:59:40.000Z',
    environment: { browser: { product: 'test', sha256: '00' } },
    arms,
    artefacts: artefacts.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
  };
  writeFileSync(join(dir, 'capture.json'), JSON.stringify(capture, null, 2));
  const get = (path: string, bodySha256: string, type: string, second: number): HttpExchange => ({
    url: `http://canting.test${path}`,
    method: 'GET',
    requestHeaders: { 'user-agent': 'test' },
    status: 200,
    statusText: 'OK',
    responseHeaders: { 'content-type': type, 'content-encoding': 'gzip', 'set-cookie': 'a=1\nb=2' },
    bodySha256,
    at: `2026-11-24T07:59:0${second}.000Z`,
  });
  const exchanges: HttpExchange[] = [
    get('/menu?t=8', sha.html, 'text/html; charset=utf-8', 1),
    get('/track.js', sha.script, 'text/javascript', 2),
    {
      ...get('/c', sha.json, 'application/json', 3),
      method: 'POST',
      requestHeaders: { 'content-type': 'application/x-www-form-urlencoded' },
      requestBodySha256: sha.posted,
    },
    get('/menu?t=8', sha.html, 'text/html; charset=utf-8', 4),
    ...(large ? [get('/large.bin', large, 'application/octet-stream', 5)] : []),
  ];
  return { dir, exchanges, sha };
};

export const REPORT = {
  format: 'liangjian-inspection/1',
  outcomes: [
    { requirement: 'G13', outcome: 'fail', message: { zh: '默认勾选', en: 'ticked from the start' } },
    { requirement: 'G14', outcome: 'pass', message: { zh: '可以拒绝', en: 'refusing is possible' } },
    { requirement: 'G20', outcome: 'cannot-tell', message: { zh: '看不出', en: 'not seen' } },
  ],
};

/** Seal options for a sample capture. */
export const sealOptions = (capture: SampleCapture, keysDir: string, out: string, more: Partial<SealOptions> = {}): SealOptions => ({
  captureDir: capture.dir,
  reportFiles: [
    { path: 'report.json', bytes: Buffer.from(JSON.stringify(REPORT, null, 2)), split: ['/outcomes'] },
    { path: 'report.html', bytes: Buffer.from('<!doctype html><p>默认勾选</p>') },
  ],
  pages: [{ url: 'http://canting.test/menu?t=8', title: '某餐厅', ts: '2026-11-24T07:59:01.000Z' }],
  http: capture.exchanges,
  keysDir,
  created: CREATED,
  out,
  ...more,
});
