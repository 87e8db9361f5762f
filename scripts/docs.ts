import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleFiles } from './rule-files.ts';
import { renderRequirementsPage } from '@liangjian/law';

/** `npm run docs`: renews the generated documents; `--check` fails when one is out of date. */
const root = join(import.meta.dirname, '..');
const documents: readonly (readonly [path: string, text: () => string])[] = [
  ['docs/requirements.md', () => renderRequirementsPage(ruleFiles())],
];

let stale = 0;
for (const [path, text] of documents) {
  const file = join(root, path);
  const wanted = text();
  if (!process.argv.includes('--check')) {
    writeFileSync(file, wanted);
    continue;
  }
  let found = '';
  try {
    found = readFileSync(file, 'utf8');
  } catch {
    found = '';
  }
  if (found === wanted) continue;
  stale += 1;
  console.error(`${path} is out of date: run npm run docs`);
}
process.exit(stale === 0 ? 0 : 1);
