import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sha256 } from '../hash.ts';
import { CREATED, makeCapture } from '../testing/sample-capture.ts';
import { type CaptureArtefact, type HttpExchange, writeArchive } from './archive.ts';
import { indexText } from './cdxj.ts';

const archive = async (http: readonly HttpExchange[]) => {
  const capture = await makeCapture();
  const path = join(capture.dir, 'data.warc.gz');
  const file = JSON.parse(readFileSync(join(capture.dir, 'capture.json'), 'utf8')) as { artefacts: CaptureArtefact[] };
  const artefacts = new Map(file.artefacts.map((artefact) => [artefact.sha256, artefact]));
  const written = await writeArchive({ path, captureDir: capture.dir, artefacts, http, created: CREATED, software: 'test' });
  return { ...written, warc: readFileSync(path) };
};

const exchange: HttpExchange = {
  url: 'http://canting.test/menu',
  method: 'GET',
  requestHeaders: {},
  status: 200,
  responseHeaders: { 'content-type': 'text/html' },
  at: CREATED,
};

test('what a hostile page puts into addresses and headers cannot forge a header, a record or an index line', async () => {
  const forged: HttpExchange = {
    ...exchange,
    url: 'blob:x\r\nWARC-Type: warcinfo\r\n\r\nWARC/1.1 y',
    statusText: 'OK\r\nset-cookie: forged=1',
    responseHeaders: { 'content-type': 'text/html', 'x-a': 'b\r\n\r\n<p>forged', 'bad name\r\nx': 'y', ':status': '200' },
  };
  const { index, warc } = await archive([forged]);
  const [entry] = index;
  const record = gunzipSync(warc.subarray(entry?.offset, (entry?.offset ?? 0) + (entry?.length ?? 0))).toString('utf8');
  const [warcHead, httpHead, ...rest] = record.split('\r\n\r\n');
  expect(warcHead?.match(/^WARC-Type:/gm)).toHaveLength(1);
  expect(httpHead?.split('\r\n').map((line) => line.split(':')[0])).toEqual([
    'HTTP/1.1 200 OK  set-cookie',
    'content-type',
    'x-a',
    'x-a',
    'x-a',
    'content-length',
  ]);
  expect(rest).toEqual(['', '']);
  expect(indexText(index, 'f').trimEnd().split('\n')).toHaveLength(index.length);
});

test('a body that could not be had is stated as cut, never as empty', async () => {
  const { index, warc } = await archive([exchange]);
  const record = gunzipSync(warc.subarray(index[0]?.offset, (index[0]?.offset ?? 0) + (index[0]?.length ?? 0))).toString('utf8');
  expect(record).toContain('WARC-Truncated: unspecified\r\n');
});

test('request bodies at hand are stored, and every digest a record states is true', async () => {
  const body = Buffer.from('phone=10011112222');
  const { warc } = await archive([{ ...exchange, method: 'POST', requestBody: body }]);
  const text = gunzipSync(warc).toString('utf8');
  expect(text).toContain('POST /menu HTTP/1.1\r\nhost: canting.test\r\n\r\nphone=10011112222');
  expect(text).toContain(`WARC-Payload-Digest: sha256:${sha256(body)}`);
});

test('a body that is no artefact of the capture is an error', async () => {
  await expect(archive([{ ...exchange, bodySha256: '00'.repeat(32) }])).rejects.toThrow('is not an artefact of the capture');
});
