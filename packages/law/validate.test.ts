import { describe, expect, test } from 'vitest';
import type { Instrument } from './instrument.ts';
import type { Requirement } from './requirement.ts';
import { requirements, statusOf } from './requirements/index.ts';
import type { LawData } from './validate.ts';
import { validateLaw, wholeLaw } from './validate.ts';

/** The library with one requirement changed. */
function withRow(id: string, change: object): LawData {
  return { ...wholeLaw, requirements: wholeLaw.requirements.map((row) => (row.id === id ? ({ ...row, ...change } as Requirement) : row)) };
}

function withInstrument(key: string, change: object): LawData {
  return { ...wholeLaw, instruments: wholeLaw.instruments.map((one) => (one.key === key ? ({ ...one, ...change } as Instrument) : one)) };
}

test('the library is sound', () => {
  expect(validateLaw()).toEqual([]);
});

describe('seeded mistakes are caught', () => {
  const seeded: readonly (readonly [name: string, law: LawData, fault: RegExp])[] = [
    [
      'an id used twice',
      { ...wholeLaw, requirements: [...wholeLaw.requirements, ...wholeLaw.requirements.slice(0, 1)] },
      /requirement G01 stands twice/,
    ],
    ['an article nobody knows', withRow('G13', { law: ['PIPL:999'] }), /G13: hook PIPL:999 does not resolve/],
    [
      'an item beyond the checklist',
      withRow('A01', { law: ['PIPL:6', 'guidance:catering-checklist:9'] }),
      /A01: hook guidance:catering-checklist:9/,
    ],
    ['guidance without law', withRow('A01', { law: ['guidance:catering-checklist'] }), /A01: no law beside guidance/],
    ['no hook at all', withRow('B06', { law: [] }), /B06: no law beside guidance/],
    ['an unknown scene', withRow('B01', { scenes: ['S99'] }), /B01: unknown scene S99/],
    ['a scene row without scene', withRow('B01', { scenes: [] }), /B01: common rows/],
    ['an unknown kind', withRow('G20', { kinds: ['K9'] }), /G20: unknown kind K9/],
    ['an unknown channel', withRow('A07', { channel: 'drive-in' }), /A07: unknown channel drive-in/],
    ['an unknown source', withRow('A07', { source: 'S-nothing' }), /A07: unknown source S-nothing/],
    ['an empty Chinese title', withRow('G03', { title: { zh: '', en: 'text' } }), /G03\.title: Chinese text is missing/],
    ['an English text left in Chinese', withRow('G03', { title: { zh: '文字', en: '文字' } }), /G03\.title: English text is missing/],
    ['a missing confidence', withRow('G03', { confidence: undefined }), /G03: no confidence mark/],
    ['an unknown level', withRow('G03', { level: 'D' }), /G03: unknown level D/],
    ['a day that does not exist', withInstrument('PIPL', { validFrom: '2021-11-31' }), /PIPL: 2021-11-31 is not a day/],
    ['a law that ends before it begins', withInstrument('CSL-old', { validTo: '2016-01-01' }), /CSL-old: ends before it begins/],
    ['a successor that overlaps', withInstrument('CSL', { validFrom: '2025-12-31' }), /CSL-old: overlaps its successor/],
    ['an unknown successor', withInstrument('CMP-old', { supersededBy: 'CMP-new' }), /CMP-old: unknown successor CMP-new/],
    ['a draft with a first day', withInstrument('App-draft', { validFrom: '2026-06-01' }), /App-draft: drafts and only they/],
    ['a category not described', { ...wholeLaw, piCategories: wholeLaw.piCategories.slice(1) }, /category phone is not described/],
    [
      'a category allowed and forbidden',
      {
        ...wholeLaw,
        necessityEntries: wholeLaw.necessityEntries.map((entry) => ({ ...entry, optional: [...entry.optional, ...entry.allowed] })),
      },
      /necessity list S2\/null\/null: a category stands twice/,
    ],
    [
      'a scene that extends itself',
      { ...wholeLaw, scenes: wholeLaw.scenes.map((scene) => (scene.code === 'S10' ? { ...scene, extends: 'S12' } : scene)) },
      /scene S10: extends itself/,
    ],
    ['an app type nobody knows', { ...wholeLaw, appTypes: wholeLaw.appTypes.slice(1) }, /scene S4: unknown app type 5/],
    [
      'a route to no penalty',
      { ...wholeLaw, penaltyRoutes: wholeLaw.penaltyRoutes.map((route) => ({ ...route, penalty: 'P-nothing' })) },
      /route cpl: unknown penalty P-nothing/,
    ],
  ];

  test.each(seeded)('%s', (_name, law, fault) => {
    expect(validateLaw(law).join('\n')).toMatch(fault);
  });
});

describe('rows', () => {
  test('every row of the rule pack is there', () => {
    const counts = new Map<string, number>();
    for (const { id } of requirements) counts.set(id.charAt(0), (counts.get(id.charAt(0)) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ G: 57, A: 10, B: 6, C: 9, D: 9, E: 9, F: 7, H: 7, I: 9, J: 6, P: 3, Q: 2, V: 1, X: 4 });
  });

  test('what rests on memory ships as unverified', () => {
    expect(statusOf({ confidence: 'M' })).toBe('unverified');
    expect(statusOf({ confidence: 'U' })).toBe('unverified');
    expect(statusOf({ confidence: 'F' })).toBe('verified');
    expect(statusOf({ confidence: 'F*' })).toBe('verified');
  });

  test('no row below an unverified instrument passes as law of a case without notice', () => {
    const unsure = requirements.filter((row) => row.law.some((hook) => hook === 'SH-C'));
    expect(unsure.map((row) => [row.id, statusOf(row)])).toEqual([['G51', 'unverified']]);
  });
});
