import { expect, test } from 'vitest';
import type { ArmName } from '../facts/fact.ts';
import { canaryFor } from './canary.ts';
import { idCheckCharacter, isIdNumber, isLuhn, isMobile } from './validate.ts';

const ARMS: readonly ArmName[] = ['untouched', 'refuse', 'accept', 'control'];

test.each(ARMS)('%s: passes the checks pages make, and can belong to nobody', (arm) => {
  const canary = canaryFor(arm);
  expect(canary.phone).toMatch(/^1[3-9]\d{9}$/);
  expect(isMobile(canary.phone ?? '')).toBe(false);
  const id = canary['id-number'] ?? '';
  expect(id).toMatch(/^[1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dX]$/);
  expect(idCheckCharacter(id)).toBe(id.at(-1));
  expect(isIdNumber(id)).toBe(false);
  expect(canary.plate).toMatch(/^沪[A-Z]0{5}$/);
  expect(canary.vin).toMatch(/^[A-HJ-NPR-Z0-9]{17}$/);
  expect(isLuhn(canary['bank-card'] ?? '')).toBe(true);
  expect(canary['e-mail']).toMatch(/^[\w.]+@\w+\.example$/);
  expect(canary.name).toMatch(/^[\u4e00-\u9fa5]{3}$/);
});

test('no value is shared by two arms, and the set is the same each time', () => {
  const values = ARMS.flatMap((arm) => Object.values(canaryFor(arm)));
  expect(new Set(values).size).toBe(values.length);
  expect(canaryFor('refuse')).toEqual(canaryFor('refuse'));
});

test('validators: one real-looking value each, and near misses', () => {
  const seventeen = '31010119900307123';
  expect(isIdNumber(seventeen + idCheckCharacter(seventeen))).toBe(true);
  expect(isIdNumber(`${seventeen}${idCheckCharacter(seventeen) === '1' ? '2' : '1'}`)).toBe(false);
  expect(isIdNumber(`31010119900230123${idCheckCharacter('31010119900230123')}`)).toBe(false);
  expect(isMobile('15437062918')).toBe(false);
  expect(isMobile('12012345678')).toBe(false);
  expect(isLuhn('6200000000000006')).toBe(false);
});
