import { describe, expect, test } from 'vitest';
import { appBehaviours, appMethodGroups } from './app-method.data.ts';
import { piCategory } from './pi-categories.ts';
import type { PiCategory } from './pi-category.ts';
import type { ViolationKind } from './requirement.ts';
import { findRequirement, requirementById } from './requirements/index.ts';
import { violationKind } from './violation-kinds.data.ts';

describe('look-ups answer or throw', () => {
  test('categories', () => {
    expect(piCategory('biometric')).toMatchObject({ sensitive: 'yes', criminalClass: 'unsure' });
    expect(piCategory('id-photo').sensitive).toBe('yes');
    expect(piCategory('id-number').sensitive).toBe('depends');
    expect(piCategory('phone')).toMatchObject({ sensitive: 'no', criminalClass: 'C' });
    expect(() => piCategory('shoe-size' as PiCategory)).toThrow(RangeError);
  });

  test('kinds', () => {
    expect(violationKind('K3').violated).toContain('PIPL:51');
    expect(() => violationKind('K6' as ViolationKind)).toThrow(RangeError);
  });

  test('requirements', () => {
    expect(requirementById('G13').law).toContain('App31:3.4');
    expect(findRequirement('G99')).toBeUndefined();
    expect(() => requirementById('constructor')).toThrow(RangeError);
  });
});

test('the App method has 31 behaviours in six groups of 4, 4, 9, 6, 3 and 5', () => {
  expect(appMethodGroups.map((group) => appBehaviours.filter((one) => one.no.startsWith(`${group.no}.`)).length)).toEqual([
    4, 4, 9, 6, 3, 5,
  ]);
});

test('every behaviour is cited by the row that looks for it', () => {
  for (const { no, requirements } of appBehaviours) {
    for (const id of requirements) expect(requirementById(id).law, `${id} for ${no}`).toContain(`App31:${no}`);
  }
});
