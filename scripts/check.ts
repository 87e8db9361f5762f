import { fileURLToPath } from 'node:url';
import { runChecks } from './checks.ts';

/** `npm run check`: everything that needs no test runner. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = runChecks();
  process.exit(failed === 0 ? 0 : 1);
}
