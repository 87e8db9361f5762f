import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './checks.ts';

/** `npm test`: static checks, then every test (browser ones too); the last line counts both. */
const root = join(import.meta.dirname, '..');
const selection = process.argv.slice(2);
const checks = selection.length === 0 ? runChecks() : { passed: 0, failed: 0 };

const folder = mkdtempSync(join(tmpdir(), 'liangjian-test-'));
const results = join(folder, 'results.json');
const run = spawnSync(
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...selection],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
let passed = 0;
let failed = 0;
try {
  const summary = JSON.parse(readFileSync(results, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  passed = summary.numPassedTests;
  // A file that fails to load has no test to count, and must not pass unseen.
  failed = Math.max(summary.numFailedTests, run.status === 0 ? 0 : Math.max(1, summary.numFailedTestSuites));
} catch {
  failed = 1;
}
rmSync(folder, { recursive: true, force: true });
console.log(`${checks.passed + passed} passed, ${checks.failed + failed} failed`);
process.exit(checks.failed + failed === 0 ? 0 : 1);
