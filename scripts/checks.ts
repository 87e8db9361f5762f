import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
/** Programs written in JavaScript run on the pinned Node, whatever Node the machine has. */
const script = (path: string, ...args: string[]) => ({ command: process.execPath, args: [join(root, 'node_modules', path), ...args] });

interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const checks: readonly Check[] = [
  { name: 'types', ...script('ts7/bin/tsc', '-p', '.') },
  { name: 'lint', ...script('oxlint/bin/oxlint', '--quiet', '--ignore-pattern', 'samples/miniprogram') },
  { name: 'format', command: bin('biome'), args: ['format', '--log-level=error', '.'] },
  {
    name: 'import directions',
    ...script('dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.json', '--output-type', 'err', 'packages'),
  },
  { name: 'unused code and dependencies', ...script('knip/bin/knip.js', '--no-progress', '--no-config-hints') },
  { name: 'generated documents', command: process.execPath, args: [join(root, 'scripts/docs.ts'), '--check'] },
];

/** Runs the static checks one after another, prints each result, and returns how many passed and failed. */
export function runChecks(): { passed: number; failed: number } {
  let passed = 0;
  let failed = 0;
  for (const check of checks) {
    if (!existsSync(check.command)) throw new Error(`missing ${check.command}: run npm ci`);
    const run = spawnSync(check.command, check.args, { cwd: root, encoding: 'utf8' });
    const ok = run.status === 0;
    if (ok) passed += 1;
    else failed += 1;
    console.log(`${ok ? '✓' : '✗'} ${check.name}`);
    if (!ok) console.log(`${run.stdout}${run.stderr}`.trim());
  }
  return { passed, failed };
}
