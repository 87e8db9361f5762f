import { beforeAll, expect, test } from 'vitest';
import { scoreSample } from '../bench/score.ts';
import { CONSENT_VARIANTS, LOOK_ALIKES } from './manifest.ts';
import { openField, type Visited } from './testing/field.ts';

const PAGES_AT_A_TIME = 4;

/** Look-alikes and clean ways of asking: the pages on which an accusation would be false. `ALL=1` takes the faulty ways as well. */
const PAGES = [...LOOK_ALIKES, ...CONSENT_VARIANTS.filter(({ faults }) => faults.length === 0 || process.env['ALL'] === '1')];

let visited: readonly Visited[];
beforeAll(async () => {
  const field = await openField();
  try {
    visited = await field.inspectAll(PAGES, PAGES_AT_A_TIME);
  } finally {
    await field.close();
  }
}, 400_000);

test.each(PAGES.map((sample, index) => ({ id: sample.id, sample, index })))('$id: no false accusation', ({ sample, index }) => {
  const report = visited[index]?.report;
  if (!report) throw new Error('not visited');
  expect(scoreSample(sample, report).falseAlarms).toEqual([]);
  expect(report.outcomes.length).toBeGreaterThan(0);
});
