import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { subject } from '../subject.ts';

type Collect = (url: string, options: object) => Promise<{ readonly status?: string; readonly page_response?: string }>;

/** Blacklight as its authors run it, entry page only: one browser a page, started by itself. */
await subject(async ({ urls, browser, folder }, begin) => {
  const from = createRequire(join(folder, 'from.js'));
  const path = from.resolve('@themarkup/blacklight-collector');
  // Its command loads all of it for every page, so that belongs to the page; how much it is, is told apart.
  begin();
  const before = process.cpuUsage();
  const { collect } = (await import(pathToFileURL(path).href)) as { readonly collect: Collect };
  const { user, system } = process.cpuUsage(before);
  for (const [index, url] of urls.entries()) {
    const answer = await collect(url, {
      numPages: 0,
      headless: true,
      puppeteerExecutablePath: browser,
      outDir: join(folder, `out-${index}`),
    });
    if (answer.status === 'failed') throw new Error(answer.page_response ?? 'the page was not collected');
  }
  const home = path.slice(0, path.indexOf('blacklight-collector') + 'blacklight-collector'.length);
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return { notes: { version, loadCpuS: (user + system) / 1e6 } };
});
