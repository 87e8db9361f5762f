import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withSiblings } from './answer.ts';
import { canonicalHost, siblingHost } from './hosts.ts';
import { startSamples } from './server.ts';
import type { Samples } from './server.ts';
import { readFrame } from './websocket.ts';

let samples: Samples;
beforeAll(async () => {
  samples = await startSamples();
});
afterAll(() => samples.close());
beforeEach(() => samples.reset());

function get(host: string, path: string, body?: string): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port: samples.port, path, method: body === undefined ? 'GET' : 'POST', headers: { host } }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += String(chunk)));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

test('a shop answers under its .test name and under .localhost alike', async () => {
  const plain = await get('shop.s1-clean.test', '/');
  const local = await get(`shop.s1-clean.localhost:${samples.port}`, '/');
  expect(plain.status).toBe(200);
  expect(plain.text).toContain('云上茶铺（示例）');
  expect(local.text).toContain(`https://shop.s1-clean.localhost:${samples.port}/api/member`);
  expect(plain.text).toContain('https://shop.s1-clean.test/api/member');
});

test('the log keeps method, host, url and body of every request, also of those that no file answers', async () => {
  await get('collect.tongji-demo.test', '/ev?d=1', 'hello');
  await get('shop.s1-clean.test', '/nothing.html');
  expect(samples.log.map(({ seq, host, method, url, body }) => [seq, host, method, url, body.toString()])).toEqual([
    [1, 'collect.tongji-demo.test', 'POST', '/ev?d=1', 'hello'],
    [2, 'shop.s1-clean.test', 'GET', '/nothing.html', ''],
  ]);
});

test('an unknown host and a path that climbs out are refused', async () => {
  expect((await get('evil.example', '/')).status).toBe(421);
  expect((await get('shop.s1-clean.test', '/%2e%2e/%2e%2e/manifest.ts')).status).toBe(404);
  expect((await get('shop.s1-clean.test', '/..%2f..%2f..%2fpackage.json')).status).toBe(404);
});

test('redirect chains count down and end at their aim', async () => {
  expect((await get('main.adversarial.test', '/-/redirect?n=2&to=/-/gif')).headers['location']).toBe('/-/redirect?n=1&to=%2F-%2Fgif');
  expect((await get('main.adversarial.test', '/-/redirect?n=1&to=/-/gif')).headers['location']).toBe('/-/gif');
});

test('a WebSocket is accepted and its frames are logged unmasked', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${samples.port}/live`);
  const greeting = await new Promise((resolve, reject) => {
    socket.addEventListener('message', (event) => resolve(event.data));
    socket.addEventListener('error', reject);
  });
  expect(greeting).toBe('{"hello":1}');
  socket.send('x'.repeat(300));
  await expect.poll(() => samples.log.at(-1)?.kind).toBe('websocket-message');
  expect(samples.log.map((entry) => entry.kind)).toEqual(['websocket-open', 'websocket-message']);
  expect(samples.log.at(-1)?.body.toString()).toBe('x'.repeat(300));
  socket.close();
});

test('a frame that has not arrived whole is waited for', () => {
  const whole = Buffer.from([0x81, 0x82, 1, 2, 3, 4, 'h'.charCodeAt(0) ^ 1, 'i'.charCodeAt(0) ^ 2]);
  for (let cut = 0; cut < whole.length; cut++) expect(readFrame(whole.subarray(0, cut))).toBeNull();
  expect(readFrame(whole)?.payload.toString()).toBe('hi');
});

test('addresses of sample hosts follow the suffix of the page; foreign addresses stay', () => {
  const text = `<a href="http://im.chat-demo.test/w"> "ws://collect.tongji-demo.test/live" //static.cdn-demo.test/a.css https://open.weixin.qq.com/connect http://www.w3.org/2000/svg`;
  expect(withSiblings(text, 'shop.s1-clean.test')).toBe(text);
  expect(withSiblings(text, 'shop.s1-clean.localhost:81')).toBe(
    `<a href="http://im.chat-demo.localhost:81/w"> "ws://collect.tongji-demo.localhost:81/live" //static.cdn-demo.localhost:81/a.css https://open.weixin.qq.com.localhost:81/connect http://www.w3.org/2000/svg`,
  );
});

test('host names read back to what they stand for', () => {
  for (const host of samples.hosts) expect(canonicalHost(siblingHost(host, 'x.localhost:80'))).toBe(host);
  expect(canonicalHost('shop.s1-clean.test.evil.example')).toBeNull();
});
