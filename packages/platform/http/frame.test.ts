import { Writable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { openFrame } from './frame.ts';
import { openLog } from './log.ts';

const CANARY = '王小明-10012345678';
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function frame(perMinute = 0) {
  const lines: string[] = [];
  const log = openLog(
    'test',
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    }),
  );
  let ready = true;
  const app = await openFrame({ log, ready: async () => ready, perMinute, proxies: 0 });
  open.push(app);
  app.post('/tips/:id', { schema: { body: z.object({ name: z.string().max(3) }) } }, async () => ({ ok: true }));
  app.get('/broken', async () => {
    throw new Error(`cannot save ${CANARY}`);
  });
  return { app, lines, setReady: (to: boolean) => (ready = to) };
}

test('a wrong field is named by its place, never by its value', async () => {
  const { app } = await frame();
  const answer = await app.inject({ method: 'POST', url: '/tips/1', payload: { name: CANARY } });
  expect(answer.statusCode).toBe(422);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ code: 'invalid-input', fields: [{ path: 'name' }] });
  expect(answer.body).not.toContain(CANARY);
});

test('an unforeseen error says nothing of what it was about, to nobody', async () => {
  const { app, lines } = await frame();
  const answer = await app.inject({ url: `/broken?who=${encodeURIComponent(CANARY)}` });
  expect(answer.json()).toMatchObject({ code: 'internal-error', status: 500 });
  await app.inject({ method: 'POST', url: `/tips/${encodeURIComponent(CANARY)}`, payload: { name: CANARY } });
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(answer.body + lines.join('')).not.toContain(CANARY);
  expect(lines.join('')).not.toContain(encodeURIComponent(CANARY));
  expect(lines.join('')).toContain('"route":"/tips/:id"');
});

test('nothing from another host may load and nothing is cached', async () => {
  const { app } = await frame();
  const { headers } = await app.inject({ url: '/nothing-here' });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toMatch(/https?:|unsafe/);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('an unknown page and one that may not be seen answer alike', async () => {
  const { app } = await frame();
  app.get('/secret', async () => Promise.reject(Object.assign(new Error('x'), { code: 'not-found' })));
  const [one, other] = await Promise.all([app.inject({ url: '/secret' }), app.inject({ url: '/unknown' })]);
  expect(one.body).toBe(other.body);
  expect(one.statusCode).toBe(other.statusCode);
});

test('a source that asks too often is told so', async () => {
  const { app } = await frame(3);
  const codes = [];
  for (let asked = 0; asked < 5; asked += 1) codes.push((await app.inject({ url: '/health/live' })).statusCode);
  expect(codes).toEqual([200, 200, 200, 429, 429]);
});

test('health: alive while not ready', async () => {
  const { app, setReady } = await frame();
  expect((await app.inject({ url: '/health/ready' })).statusCode).toBe(200);
  setReady(false);
  expect((await app.inject({ url: '/health/ready' })).statusCode).toBe(503);
  expect((await app.inject({ url: '/health/live' })).statusCode).toBe(200);
});
