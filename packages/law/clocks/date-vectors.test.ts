import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dateVectors, reckonVectors } from './date-vectors.ts';

const expected = dateVectors.map(({ earliest, rolled, working }) => ({ earliest, rolled, working }));
const reckoned = reckonVectors();

test.each(dateVectors.map((vector, at) => [vector.slot, vector.start, vector.receivedOn ?? '', at] as const))(
  '%s from %s %s',
  (_slot, _start, _receivedOn, at) => {
    expect(reckoned[at]).toEqual(expected[at]);
  },
);

describe('the same in every time zone', () => {
  const script =
    'const { reckonVectors } = await import(process.argv[1]); console.log(JSON.stringify({ at: new Date(2026, 0, 1).toISOString(), dates: reckonVectors() }));';
  test.each([
    ['Asia/Shanghai', '2025-12-31T16:00:00.000Z'],
    ['UTC', '2026-01-01T00:00:00.000Z'],
    ['Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
    ['America/Los_Angeles', '2026-01-01T08:00:00.000Z'],
  ])('%s', (zone, newYear) => {
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script, join(import.meta.dirname, 'date-vectors.ts')], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    });
    // The zone was really another one: its new year began at another moment.
    expect(JSON.parse(output)).toEqual({ at: newYear, dates: expected });
  });
});
