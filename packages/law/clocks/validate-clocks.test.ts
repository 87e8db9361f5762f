import { describe, expect, test } from 'vitest';
import { citableOn } from '../citable.ts';
import { hookStatus } from '../hook.ts';
import type { Clock } from './clock.ts';
import { clocks } from './clocks.data.ts';
import { clockFaults } from './validate-clocks.ts';

test('the clock data is sound', () => {
  expect(clockFaults()).toEqual([]);
});

test('every row T01 to T40 and X1 to X7 is there, and the old rules beside them', () => {
  const rows = new Set(clocks.map(({ id }) => /^[A-Z]\d+/.exec(id)?.[0]));
  const wanted = [
    ...Array.from({ length: 40 }, (_, at) => `T${String(at + 1).padStart(2, '0')}`),
    'X1',
    'X2',
    'X3',
    'X4',
    'X5',
    'X6',
    'X7',
  ];
  expect(wanted.filter((row) => !rows.has(row))).toEqual([]);
  expect(clocks.map(({ id }) => id)).toEqual(expect.arrayContaining(['T01o', 'T02o', 'T06']));
});

test('what governs today rests on articles that can be cited today', () => {
  const today = '2026-11-24';
  const current = clocks.filter(({ validTo }) => validTo === null);
  expect(
    current.flatMap(({ id, law, counting }) =>
      [...law, counting].filter((hook) => !citableOn(hook, today).ok).map((hook) => `${id} ${hook}`),
    ),
  ).toEqual([]);
});

test('a limit from memory, or on an article from memory, is marked', () => {
  const unmarked = clocks.filter(({ law, confidence }) => confidence === 'F' && law.every((hook) => hookStatus(hook) === 'unverified'));
  expect(unmarked.map(({ id }) => id)).toEqual([]);
  expect(clocks.filter(({ track }) => track === 'cac').every(({ confidence }) => confidence === 'M' || confidence === 'U')).toBe(true);
});

describe('seeded mistakes are caught', () => {
  const change = (id: string, part: object): readonly Clock[] =>
    clocks.map((one) => (one.id === id ? ({ ...one, ...part } as Clock) : one));
  test.each([
    ['an id used twice', [...clocks, ...clocks.slice(0, 1)], /clock T01 stands twice/],
    ['an id that is no row', change('T05', { id: 'Q05', slot: 'Q05' }), /Q05: id has not the form/],
    ['an article nobody knows', change('T05', { law: ['PROC:999'] }), /T05: hook PROC:999/],
    ['no article', change('T05', { law: [] }), /T05: no article/],
    ['a counting rule nobody knows', change('T05', { counting: 'PROC:800' }), /T05: hook PROC:800/],
    ['the new article for the old rule', change('T01o', { law: ['CMP:15'] }), /T01o: CMP:15 is not in force on 2020-01-01/],
    ['versions that overlap', change('T01', { validFrom: '2026-04-14' }), /T01: T01 does not begin the day after/],
    ['versions with a gap', change('T01', { validFrom: '2026-04-16' }), /T01: T01 does not begin the day after/],
    ['two versions at once', change('T01o', { validTo: null }), /T01: two versions are valid at once/],
    ['a day that does not exist', change('T01', { validFrom: '2026-04-31' }), /T01: 2026-04-31 is not a day/],
    ['a limit of nothing', change('T05', { limit: { value: 0, unit: 'working-day' } }), /T05: 0 working-day is not a limit/],
    ['a limit without a number', change('T05', { limit: null }), /T05: limits and periods/],
    ['hours counted by days', change('T12', { startRule: 'day-after' }), /T12: hours, and only they/],
    ['a pause on an hour clock', change('T12', { notCounted: ['testing'] }), /T12: only limits counted forward/],
    ['an unknown ground', change('T05', { notCounted: ['lunch'] }), /T05: unknown ground lunch/],
    ['an extension by nobody', change('T05', { extensions: [{ limit: null, approver: 'clerk', times: 1 }] }), /T05: an extension nobody/],
    ['no Chinese text', change('T05', { duty: { zh: '', en: 'verify' } }), /T05\.duty: Chinese/],
    ['an English text in Chinese', change('T05', { start: { zh: '收到', en: '收到' } }), /T05\.start: English/],
    ['no confidence', change('T05', { confidence: undefined }), /T05: no confidence/],
  ] as const)('%s', (_name, list, fault) => {
    expect(clockFaults(list).join('\n')).toMatch(fault);
  });
});
