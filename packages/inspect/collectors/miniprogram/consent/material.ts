import type { Analysis } from '../model/analysis.ts';
import type { AgreementLink, CollectingPoint } from '../model/program-model.ts';
import type { FoundPoint } from '../points/found.ts';
import type { Evidence, Ticks } from './evidence.ts';
import type { PromptFound } from './prompts.ts';

/** A point with what it was made of, for the faults that need more than the result says. */
export interface Judged {
  readonly found: FoundPoint;
  readonly evidence: Evidence;
  readonly point: CollectingPoint;
}

/** What the faults are judged from. */
export interface Material {
  readonly analysis: Analysis;
  readonly judged: readonly Judged[];
  readonly ticks: Ticks;
  readonly prompts: readonly PromptFound[];
  readonly links: readonly AgreementLink[];
}
