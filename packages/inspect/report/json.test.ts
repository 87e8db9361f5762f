import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportJson } from './json.ts';
import type { Report } from './report.ts';
import { schemaFaults } from './testing/check-schema.ts';
import { SAMPLE } from './testing/sample-report.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/inspection.schema.json'), 'utf8'));
const shuffled = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(shuffled)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, shuffled(inner)]),
        )
      : value;

test('a report fits the published schema', () => {
  expect(schemaFaults(JSON.parse(reportJson(SAMPLE)), schema)).toEqual([]);
});

test('the schema is not empty words: a changed report does not fit', () => {
  const broken: unknown[] = [
    { ...SAMPLE, format: 'liangjian-inspection/2' },
    { ...SAMPLE, extra: 1 },
    { ...SAMPLE, outcomes: [{ ...SAMPLE.outcomes[0], outcome: 'maybe' }] },
    { ...SAMPLE, facts: [{ ...SAMPLE.facts[0], pi: ['shoe-size'] }] },
    { ...SAMPLE, startedAt: 'yesterday' },
    { ...SAMPLE, artefacts: [{ ...SAMPLE.artefacts[0], sha256: 'XY' }] },
  ];
  for (const report of broken) expect(schemaFaults(JSON.parse(JSON.stringify(report)), schema)).toHaveLength(1);
});

test('equal reports are equal bytes whatever the order of their keys, and one line', () => {
  const line = reportJson(SAMPLE);
  expect(reportJson(shuffled(SAMPLE) as Report)).toBe(line);
  expect(line).not.toContain('\n');
  expect(Object.keys(JSON.parse(line))).toEqual([
    'format',
    'tool',
    'touchpoint',
    'startedAt',
    'finishedAt',
    'environment',
    'coverage',
    'arms',
    'repeatability',
    'artefacts',
    'facts',
    'outcomes',
  ]);
  expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(SAMPLE)));
});
