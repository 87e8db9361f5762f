import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let kept: string | undefined;

/**
 * SHA-256 (hex) over everything a verdict depends on beside the facts: the sources of the rules and of the law package they evaluate,
 * tests left out, by name and bytes. Computed once a process. Two inspections with the same digest were judged alike.
 */
export function ruleSetDigest(): string {
  kept ??= digestOf([
    ['rules', dirname(fileURLToPath(import.meta.url))],
    ['law', dirname(fileURLToPath(import.meta.resolve('@liangjian/law')))],
  ]);
  return kept;
}

/** Digest of the source files below some folders; `name` stands for the folder, so that the place of the checkout says nothing. */
export function digestOf(folders: readonly (readonly [name: string, folder: string])[]): string {
  const hash = createHash('sha256');
  for (const [name, folder] of folders) {
    const files = globSync('**/*.ts', { cwd: folder })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('testing/') && !file.includes('node_modules/'))
      .toSorted();
    for (const file of files) {
      const bytes = readFileSync(join(folder, file));
      hash.update(`${name}/${file}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}
