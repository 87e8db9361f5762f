import { expect, test } from 'vitest';
import type { ArmName, Fact } from './fact.ts';
import { repeatabilityOf } from './repeatability.ts';

const fact = (id: string, arms: ArmName[]) => ({ id, detail: { arms } }) as unknown as Fact;

test('tells what both equal visits met and what only one did', () => {
  const facts = [
    fact('f-1', ['untouched', 'control']),
    fact('f-2', ['untouched']),
    fact('f-3', ['control', 'accept']),
    fact('f-4', ['accept']),
  ];
  expect(repeatabilityOf(facts, ['untouched', 'refuse', 'accept', 'control'])).toEqual({ both: 1, once: ['f-2', 'f-3'] });
});

test('says nothing without a finished control', () => {
  expect(repeatabilityOf([fact('f-1', ['untouched'])], ['untouched', 'accept'])).toBeNull();
});
