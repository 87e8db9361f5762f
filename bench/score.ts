import type { Report } from '@liangjian/inspect';
import type { Sample } from '../samples/manifest.ts';

/** What one sample's report got right and wrong against the truth table. */
export interface Score {
  readonly id: string;
  readonly found: readonly string[];
  readonly missed: readonly { readonly id: string; readonly outcome: string }[];
  readonly falseAlarms: readonly string[];
  readonly cannotTell: readonly string[];
  /** Rows with a rule that were not judged in the sample's report: a fault there cannot be found. */
  readonly notJudged: readonly string[];
}

/** Holds a report against the truth: faults must be `fail`; a `fail` that is neither a fault nor debatable is a false alarm. */
export function scoreSample(sample: Sample, report: Report): Score {
  const outcome = new Map(report.outcomes.map((entry) => [entry.requirement, entry.outcome]));
  const claimed = (id: string) => sample.judged === 'all' || sample.judged.includes(id);
  const failed = [...outcome].filter(([, value]) => value === 'fail').map(([id]) => id);
  return {
    id: sample.id,
    found: sample.faults.filter((id) => outcome.get(id) === 'fail'),
    missed: sample.faults
      .filter((id) => outcome.has(id) && outcome.get(id) !== 'fail')
      .map((id) => ({ id, outcome: outcome.get(id) ?? '' })),
    falseAlarms: failed.filter((id) => claimed(id) && !sample.faults.includes(id) && !sample.mayFail.includes(id)),
    cannotTell: [...outcome].filter(([id, value]) => claimed(id) && value === 'cannot-tell').map(([id]) => id),
    notJudged: sample.faults.filter((id) => !outcome.has(id)),
  };
}
