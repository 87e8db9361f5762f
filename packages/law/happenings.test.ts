import { expect, test } from 'vitest';
import { findHappening, happenings, kindsOfHappenings } from './happenings.data.ts';
import { violationKinds } from './violation-kinds.data.ts';

test('every kind of the campaign can be told in plain words', () => {
  const told = new Set(happenings.map(({ kind }) => kind));
  for (const { id } of violationKinds) if (id !== 'none') expect(told).toContain(id);
  expect(new Set(happenings.map(({ code }) => code)).size).toBe(happenings.length);
});

test('what happened gives the kinds once each, in order; who is not sure names none', () => {
  expect(kindsOfHappenings(['marketing', 'forced-phone', 'asked-too-much'])).toEqual(['K1', 'K4']);
  expect(kindsOfHappenings(['other'])).toEqual([]);
  expect(kindsOfHappenings(['__proto__', 'no-such'])).toEqual([]);
  expect(findHappening('face')?.kind).toBe('K1');
});
