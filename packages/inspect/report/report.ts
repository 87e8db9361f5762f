import type { Text, ViolationKind } from '@liangjian/law';
import type { Artefact, Capture } from '../capture/capture.ts';
import type { Fact } from '../facts/fact.ts';
import type { Repeatability } from '../facts/repeatability.ts';
import type { Outcome } from '../rules/rule.ts';

/** One requirement judged. */
export interface ReportedOutcome {
  readonly requirement: string;
  readonly outcome: Outcome;
  readonly kind: ViolationKind;
  readonly level: 'A' | 'B' | 'C';
  readonly title: Text;
  readonly message: Text;
  readonly facts: readonly string[];
  readonly officer: Text;
  readonly law: readonly { readonly hook: string; readonly label: Text; readonly status: 'verified' | 'unverified' }[];
  readonly status: 'verified' | 'unverified';
  /** Facts a developer set aside for this requirement, with the reason; only where such facts carried a fail. */
  readonly excused?: readonly {
    readonly by: 'comment' | 'baseline';
    readonly reason: string;
    readonly facts: readonly string[];
    readonly file: string | null;
    readonly line: number | null;
  }[];
  /** All facts that carried the fail were set aside: it is shown and does not fail the run. */
  readonly waived?: boolean;
}

/** `liangjian-inspection/1`: the contract others build on. Changed only with a new number. */
export interface Report {
  readonly format: 'liangjian-inspection/1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly touchpoint: {
    readonly kind: string;
    readonly locator: string;
    readonly scene: string | null;
    readonly sceneBasis: string;
    readonly sceneWhy: string;
    readonly channel: string | null;
    readonly operator: { readonly name: string | null; readonly basis: readonly string[] };
  };
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly environment: Capture['environment'];
  readonly coverage: Capture['coverage'];
  readonly arms: Capture['arms'];
  /** A/A control: how alike two equal visits were; null when it was not run. */
  readonly repeatability: Repeatability | null;
  readonly artefacts: readonly Artefact[];
  readonly facts: readonly Fact[];
  readonly outcomes: readonly ReportedOutcome[];
}
