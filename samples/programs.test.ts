import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { type ProgramScore, scoreProgram } from '../bench/score-program.ts';
import { folderOf, inspectSample } from './testing/programs.ts';
import { PROGRAMS, type ProgramSample } from './truth/programs.ts';

const reportsOf = new Map<string, ReturnType<typeof inspectSample>>();
function reports(sample: ProgramSample): ReturnType<typeof inspectSample> {
  const known = reportsOf.get(sample.id) ?? inspectSample(sample);
  reportsOf.set(sample.id, known);
  return known;
}
const scored = async (sample: ProgramSample): Promise<ProgramScore> => scoreProgram(sample, folderOf(sample), await reports(sample));

test('every folder has its truth and its twin', () => {
  const ids = PROGRAMS.map(({ id }) => id);
  expect(
    readdirSync(dirname(folderOf({ id: 'x' })), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
  ).toEqual(ids.toSorted());
  for (const { twin } of PROGRAMS) expect(ids).toContain(twin);
});

test.each(PROGRAMS)('$id: $notes', async (sample) => {
  const score = await scored(sample);
  expect(score).toMatchObject({ missed: [], falseAlarms: [], points: { missed: [] }, traps: { stepped: [] } });
  const all = await reports(sample);
  expect(all).toHaveLength(sample.programs);
  const severe = all.flatMap(({ facts }) => facts.filter((fact) => fact.type === 'secret' && fact.detail.severe));
  expect(severe).toHaveLength(sample.secrets);
  const cleared = all.flatMap(({ outcomes }) => outcomes.filter(({ outcome }) => outcome === 'pass'));
  expect(all.every(({ coverage }) => coverage.notRead.length === 0)).toBe(sample.whole);
  // Never a clean report over what was not read.
  if (!sample.whole) expect(cleared).toEqual([]);
  else expect(cleared.length).toBeGreaterThan(0);
});

test.each(PROGRAMS.filter(({ id }) => id.endsWith('-clean')))('$id: nothing at all fails on the clean twin', async (sample) => {
  const failed = (await reports(sample)).flatMap(({ outcomes }) =>
    outcomes.filter(({ outcome }) => outcome === 'fail').map(({ requirement }) => requirement),
  );
  expect(failed).toEqual([]);
});
