import { expect, test } from 'vitest';
import { reportsSarif } from './sarif.ts';
import { SAMPLE } from './testing/sample-report.ts';

const log = JSON.parse(reportsSarif([SAMPLE, SAMPLE], 'en'));
const run = log.runs[0];

test('a SARIF 2.1.0 log with a run for each report', () => {
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(2);
  expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(['G10', 'G14', 'G23']);
  for (const rule of run.tool.driver.rules) expect(rule.help.text.length).toBeGreaterThan(10);
});

test('a fail is an error or warning, an open question a note, a pass is left out', () => {
  const levels = run.results.map((result: { ruleId: string; level: string; kind: string }) => [result.ruleId, result.level, result.kind]);
  expect(levels).toEqual([
    ['G10', 'error', 'fail'],
    ['G14', 'error', 'fail'],
    ['G23', 'note', 'review'],
  ]);
});

test('each result has a place: artefact and region, else the address', () => {
  const [sent, , open] = run.results;
  expect(sent.locations[0].physicalLocation.artifactLocation.uri).toMatch(/^artefacts\//);
  expect(sent.locations[0].properties).toMatchObject({ request: 2, arm: 'untouched' });
  expect(open.locations[0].physicalLocation.artifactLocation.uri).toBe('https://shop.test/menu?t=8');
  for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
  expect(run.invocations[0].executionSuccessful).toBe(false);
});
