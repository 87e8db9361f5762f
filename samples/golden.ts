import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@liangjian/inspect';

const FILE = join(import.meta.dirname, 'golden.json');

/** Rows that came out `fail`, in row order. */
export const failedRows = (report: Report): string[] =>
  report.outcomes.filter(({ outcome }) => outcome === 'fail').map(({ requirement }) => requirement);

/**
 * The rows that fail on each shop today, by sample. What was found once must stay found; `npm run bench accuracy -- --golden` writes it anew.
 * A row with `?` is found in some visits only, because the walk does not always get there: a weakness that is kept in sight.
 */
export function readGolden(): Readonly<Record<string, readonly string[]>> {
  const table = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>;
  return Object.fromEntries(Object.entries(table).map(([id, rows]) => [id, rows.split(' ').filter((row) => row !== '')]));
}

/** Whether what failed is what is known: all sure rows, and beside them doubtful ones only. */
export function isGolden(failed: readonly string[], golden: readonly string[] = []): boolean {
  const known = new Set(golden.map((row) => row.replace('?', '')));
  return failed.every((row) => known.has(row)) && golden.every((row) => row.endsWith('?') || failed.includes(row));
}

export function writeGolden(table: Readonly<Record<string, readonly string[]>>): void {
  const lines = Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(lines.map(([id, rows]) => [id, rows.join(' ')])), null, 2)}\n`);
}
