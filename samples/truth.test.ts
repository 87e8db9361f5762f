import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../packages/inspect/collectors/web/browser/find-browser.ts';
import { ADVERSARIAL, SITES } from './manifest.ts';
import { startSamples } from './server.ts';
import type { RequestRecord, Samples } from './server.ts';

// The truth table is proved by a plain browser and the server's own log, so that no error of the collector can confirm itself.
const PHONE = '10012345678';
const SHA256 = createHash('sha256').update(PHONE).digest('hex');

let samples: Samples;
let browser: Browser;
beforeAll(async () => {
  samples = await startSamples();
  const executablePath = await findBrowser();
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP *.test 127.0.0.1:${samples.port}`],
  });
});
afterAll(async () => {
  await browser?.close();
  await samples?.close();
});

/** Runs a visit on a clean identity and returns what the samples received meanwhile from a page of that name. */
async function visit(host: string, path: string, act: (page: Page) => Promise<void>): Promise<readonly RequestRecord[]> {
  const from = samples.log.length;
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(8000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${samples.origin(host)}${path}`, { waitUntil: 'domcontentloaded' });
  await act(page);
  await page.goto('about:blank');
  await page.waitForTimeout(250);
  await context.close();
  expect(errors).toEqual([]);
  return samples.log.slice(from);
}

const strangers = (records: readonly RequestRecord[], host: string) => records.filter((record) => record.host !== host);

const LEAKS: readonly (readonly [string, string, string, (record: RequestRecord) => boolean])[] = [
  ['s1-faulty', 'confirm', '#order [name=phone]', ({ url }) => base64Of(url).includes(PHONE)],
  ['s1-delivery-faulty', 'confirm', '[name=mobile]', ({ url }) => url.includes(PHONE)],
  ['s2-faulty', 'register', '[name=phone]', ({ url }) => url.includes(PHONE)],
  ['s3-faulty', 'trial', '#trial [name=phone]', ({ url }) => url.includes(SHA256)],
  ['s4-faulty', 'apply', '#apply [name=mobile]', ({ body }) => body[0] === 0x1f && gunzipSync(body).includes(PHONE)],
  ['s5-faulty', 'enquire', '[data-page=enquire] [name=phone]', ({ url }) => url.includes('a=100&b=1234&c=5678')],
  ['s6-faulty', 'auth', '[name=phone]', ({ method, body }) => method === 'POST' && body.includes(PHONE)],
  ['s7-faulty', 'member', '[name=phone]', ({ kind, body }) => kind === 'websocket-message' && body.includes(PHONE)],
  ['s8-faulty', 'price', '[data-page=price] [name=phone]', ({ url, body }) => url === '/lost-lead' && body.includes(PHONE)],
];

function base64Of(url: string): string {
  return Buffer.from(new URL(url, 'http://sample').searchParams.get('d') ?? '', 'base64').toString();
}

test.each(LEAKS)('%s sends the typed phone to a stranger, without any submission', async (id, page, field, isLeak) => {
  const host = `shop.${id}.test`;
  const seen = await visit(host, `/#${page}`, async (tab) => {
    await tab.waitForTimeout(400);
    await tab.locator(field).fill(PHONE);
    await tab.locator(field).blur();
    await tab.waitForTimeout(300);
  });
  expect(strangers(seen, host).filter(isLeak)).not.toEqual([]);
  expect(seen.filter((record) => record.host === host && record.url.startsWith('/api/'))).toEqual([]);
});

test.each(SITES.filter((site) => site.faults.includes('G10') && site.id !== 's1-gate-faulty'))(
  '$id reaches strangers with a number before any answer',
  async ({ host }) => {
    const seen = await visit(host, '/', (tab) => tab.waitForTimeout(500));
    expect(strangers(seen, host).filter(({ url }) => /(vid|uid|deviceId|device_uuid|visitor)=\w{6,}/.test(url))).not.toEqual([]);
  },
);

test.each(
  SITES.filter((site) => site.id.endsWith('-clean')).flatMap(({ id, host }) => ['refuse', 'agree'].map((answer) => ({ id, host, answer }))),
)('$id keeps no number and tells nobody after "$answer"', async ({ host, answer }) => {
  let kept: unknown;
  const seen = await visit(host, '/', async (tab) => {
    await tab.locator(`#${answer}`).click();
    const names = await tab.locator('[data-page]').evaluateAll((pages) => pages.map((one) => one.getAttribute('data-page') ?? ''));
    for (const name of names) await tab.evaluate(`kit.go('${name}')`);
    await tab.waitForTimeout(200);
    kept = await tab.evaluate('({ ...localStorage, ...sessionStorage, cookie: document.cookie })');
  });
  expect(kept).toEqual({ 'privacy-choice': answer, cookie: '' });
  // One twin shows that a content network which receives nothing is no fault.
  expect(strangers(seen, host).filter((record) => record.host !== 'static.cdn-demo.test')).toEqual([]);
  expect(seen.filter((record) => record.url.startsWith('/api/') || record.body.length > 0)).toEqual([]);
});

test('the adversarial page really sends by every way it names', async () => {
  const from = samples.log.length;
  const context = await browser.newContext();
  const page = await context.newPage();
  // A secure context, for the service worker; the page never comes to rest, so nothing waits for its load event.
  await page.goto(samples.localOrigin(ADVERSARIAL.host) + ADVERSARIAL.path, { waitUntil: 'commit' });
  const sent = () =>
    new Set(
      samples.log
        .slice(from)
        .map(({ kind, url }) => `${/[?&]n=([^&]*)/.exec(url)?.[1] ?? url}${kind === 'websocket-message' ? '/frame' : ''}`),
    );
  await expect.poll(() => sent().has('late-2500') && sent().has('from-service-worker'), { timeout: 20_000 }).toBe(true);
  await page.locator('#open').click();
  await expect.poll(() => sent().has('popup-click'), { timeout: 10_000 }).toBe(true);
  await page.locator('#leave').click();
  await expect.poll(() => sent().has('next-image'), { timeout: 10_000 }).toBe(true);
  await page.waitForTimeout(300);
  await context.close();
  const wanted = `import css-background css-content font preload prefetch poster srcset svg-image object input-image redirected srcdoc
    frame-same frame-same-site frame-cross nested-frame-same nested-frame-cross csp-report meta-refresh auto-form module dynamic-import
    from-dynamic-import fetch fetch-cross fetch-preflight xhr image-object beacon long-poll event-source socket socket/frame worker
    import-scripts from-worker socket-worker/frame nested-worker from-nested-worker blob-worker from-shared-worker service-install
    from-service-worker popup-load popup-fetch popup-pagehide popup-click late-900 ping pagehide-beacon pagehide-keepalive hidden-beacon
    frame-pagehide-frame-same frame-pagehide-frame-cross beforeunload-image next-image`.split(/\s+/);
  expect(wanted.filter((name) => !sent().has(name))).toEqual([]);
}, 60_000);
