import type { Fact } from './fact.ts';

/** What the A/A control says: two visits that did the same, compared fact by fact. */
export interface Repeatability {
  /** Facts met in both the untouched visit and its repetition. */
  readonly both: number;
  /** Ids of facts met in one of the two only: chance, time, or a page that treats visitors differently. */
  readonly once: readonly string[];
}

/** Compares the untouched arm with its control. Null when the control was not run to its end. */
export function repeatabilityOf(facts: readonly Fact[], arms: readonly string[]): Repeatability | null {
  if (!arms.includes('untouched') || !arms.includes('control')) return null;
  const seen = facts.flatMap((fact) => {
    // How far a walk came is told per group of arms that ended alike; equal ends share a fact.
    const met = 'arms' in fact.detail ? fact.detail.arms : [];
    const untouched = met.includes('untouched');
    const control = met.includes('control');
    return untouched || control ? [{ id: fact.id, both: untouched && control }] : [];
  });
  return { both: seen.filter((fact) => fact.both).length, once: seen.filter((fact) => !fact.both).map((fact) => fact.id) };
}
