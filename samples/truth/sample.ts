import type { FactDetails, PromptRole } from '../../packages/inspect/facts/fact.ts';

/** What the dialog of a single-dialog sample is, for tests of the dialog model. Words follow the fact vocabulary. */
export interface ExpectedPrompt {
  /** Every `PromptRole` a careful reader would accept; one of them must come out (or, when `unreadable`, `unknown`). */
  readonly roles: readonly PromptRole[];
  /** A way to say no is in the dialog's first layer (a cross that only hides it is none); null where the question makes no sense. */
  readonly refuse: boolean | null;
  /** Tick box that expresses consent: its start value, or none there. */
  readonly ticked: 'ticked' | 'clear' | 'none';
  /** The dialog's words are in a picture that no text tells. */
  readonly unreadable?: boolean;
}

/** The truth about one sample page. What is not named in `faults` or `mayFail` must not come out as `fail`. */
export interface Sample {
  readonly id: string;
  readonly host: string;
  readonly path: string;
  /** Scene code; null for pages that test the dialog model alone. */
  readonly scene: string | null;
  readonly channel: string | null;
  /** Id of the twin; null when there is none. */
  readonly twin: string | null;
  /** Rows for which this table claims the truth: every row, or these alone (single-dialog pages are no whole shops). */
  readonly judged: 'all' | readonly string[];
  /** Requirement rows that must come out `fail`. */
  readonly faults: readonly string[];
  /** Rows on which careful people may differ, or that follow from a fault above: `fail` is no false accusation, `pass` no miss. */
  readonly mayFail: readonly string[];
  /** Rows that a visit cannot settle, with the true reason. */
  readonly expectedCannotTell: readonly { readonly id: string; readonly why: string }[];
  /** The limit that must be reported, whichever profile the visit has (silent authorisation: WeChat profile); null when none is claimed. */
  readonly expectedLimit: FactDetails['limit']['what'] | null;
  readonly prompt: ExpectedPrompt | null;
  /** Techniques used, for whoever hunts a miss. */
  readonly notes: string;
}
