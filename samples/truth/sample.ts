/** What the dialog of a single-dialog sample is, for tests of the dialog model. Words follow the fact vocabulary. */
export interface ExpectedPrompt {
  /** `PromptRole` of the fact vocabulary. */
  readonly role: string;
  /** A real way to say no is in the dialog (a cross that only hides it counts as no answer: `false`). */
  readonly refuse?: boolean;
  readonly ticked?: 'ticked' | 'clear' | 'none';
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
  /** Requirement rows that must come out `fail`. */
  readonly faults: readonly string[];
  /** Rows on which careful people may differ, or that follow from a fault above: `fail` is no false accusation, `pass` no miss. */
  readonly mayFail: readonly string[];
  /** Rows that a visit cannot settle, with the true reason. */
  readonly expectedCannotTell: readonly { readonly id: string; readonly why: string }[];
  readonly prompt: ExpectedPrompt | null;
  /** Techniques used, for whoever hunts a miss. */
  readonly notes: string;
}
