import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../packages/inspect/collectors/web/browser/find-browser.ts';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What WCAG 2.2 A and AA find wrong with HTML files on a phone: one line a fault, empty when all is well. */
export async function accessibilityFaults(files: readonly string[]): Promise<string[]> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 412, height: 900 } });
    const faults = await Promise.all(
      files.map(async (file) => {
        const page = await context.newPage();
        await page.goto(pathToFileURL(file).href);
        await page.evaluate(axe);
        const { violations } = await page.evaluate<{ violations: readonly Violation[] }>(
          'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })',
        );
        return violations.map(({ id, nodes }) => `${file}: ${id} ${nodes[0]?.html.slice(0, 200) ?? ''}`);
      }),
    );
    return faults.flat();
  } finally {
    await browser.close();
  }
}
