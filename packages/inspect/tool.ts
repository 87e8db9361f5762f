import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const manifest = createRequire(import.meta.url)('./package.json') as { readonly version: string };

/** The instrument's own name and version, as it stands in every capture and report. */
export const TOOL = { name: 'liangjian', version: manifest.version } as const;

const RULES = join(import.meta.dirname, 'rules');
const LAW = dirname(fileURLToPath(import.meta.resolve('@liangjian/law')));

let known: string | null = null;

/**
 * SHA-256 over the names and texts of the rules and of the law they apply: two reports with the same digest were judged alike.
 * Read once per process.
 */
export function ruleSetDigest(): string {
  known ??= digestOf([RULES, LAW]);
  return known;
}

function digestOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/(^|\/)(node_modules|testing)\//.test(name),
    );
    for (const name of files.sort())
      hash
        .update(`${name}\0`)
        .update(readFileSync(join(folder, name)))
        .update('\0');
  }
  return hash.digest('hex');
}
