import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { browserFlags } from '../flags.ts';
import { eachOf, subject } from '../subject.ts';

/** The floor: playwright-core opens the page in a fresh context and waits for `load`; nothing is recorded. */
await subject(async ({ urls, concurrency, port, browser }, begin) => {
  const running = await chromium.launch({ executablePath: browser, args: browserFlags(port) });
  const open = async (url: string): Promise<void> => {
    const context = await running.newContext();
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await context.close();
  };
  const [first = '', ...rest] = urls;
  await open(first);
  begin();
  await eachOf(rest, concurrency, open);
  const { version } = createRequire(import.meta.url)('playwright-core/package.json') as { version: string };
  return { notes: { version, browser: running.version() }, close: () => running.close() };
});
