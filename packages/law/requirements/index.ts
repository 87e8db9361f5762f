import type { Requirement } from '../requirement.ts';
import { commonRows } from './common.data.ts';
import { laterSceneRows } from './later-scenes.data.ts';
import { optionalSceneRows } from './optional-scenes.data.ts';
import { diningRows } from './s1-dining.data.ts';
import { parkingRows } from './s2-parking.data.ts';
import { trainingRows } from './s3-training.data.ts';
import { loanRows } from './s4-loans.data.ts';
import { estateRows } from './s5-estate.data.ts';
import { powerBankRows } from './s6-power-bank.data.ts';
import { mallRows } from './s7-malls.data.ts';
import { carRows } from './s8-cars.data.ts';

/** Every requirement row, common rows first, then by scene. */
export const requirements: readonly Requirement[] = [
  ...commonRows,
  ...diningRows,
  ...parkingRows,
  ...trainingRows,
  ...loanRows,
  ...estateRows,
  ...powerBankRows,
  ...mallRows,
  ...carRows,
  ...laterSceneRows,
  ...optionalSceneRows,
];

const byId: ReadonlyMap<string, Requirement> = new Map(requirements.map((row) => [row.id, row]));

/** Row by id, or undefined. */
export function findRequirement(id: string): Requirement | undefined {
  return byId.get(id);
}

/** Row by id. Throws a RangeError when no such row exists: a rule that names an unknown row is a programming error. */
export function requirementById(id: string): Requirement {
  const row = byId.get(id);
  if (row === undefined) throw new RangeError(`unknown requirement ${id}`);
  return row;
}

/** `unverified` when the row rests on memory or is uncertain (M, U): shown to the user until a lawyer has confirmed it. */
export function statusOf(row: Pick<Requirement, 'confidence'>): 'verified' | 'unverified' {
  return row.confidence === 'M' || row.confidence === 'U' ? 'unverified' : 'verified';
}
