import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const manifest = createRequire(import.meta.url)('./package.json') as { readonly version: string };

/** The instrument's own name and version, as it stands in every capture and report. */
export const TOOL = { name: 'liangjian', version: manifest.version } as const;

/** SHA-256 over the names and texts of the rule files: two reports with the same digest were judged by the same rules. */
export function ruleSetDigest(folder = join(import.meta.dirname, 'rules')): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  for (const name of files.sort())
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(folder, name)))
      .update('\0');
  return hash.digest('hex');
}
