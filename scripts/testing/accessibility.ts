import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../packages/inspect/collectors/web/browser/find-browser.ts';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** A browser for tests of our own pages. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findBrowser(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

/** What WCAG 2.2 A and AA find wrong with a page as it stands: one line a fault, empty when all is well. The page must let scripts of a test in (`bypassCSP`). */
export async function faultsOfPage(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>(
    'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })',
  );
  return violations.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes[0]?.html.slice(0, 200) ?? ''}`);
}

/** The same for HTML files on a phone. */
export async function accessibilityFaults(files: readonly string[]): Promise<string[]> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 412, height: 900 } });
    const faults = await Promise.all(
      files.map(async (file) => {
        const page = await context.newPage();
        await page.goto(pathToFileURL(file).href);
        return faultsOfPage(page);
      }),
    );
    return faults.flat();
  } finally {
    await browser.close();
  }
}
