import type { Box } from '../../facts/fact.ts';

/** A place to give PI before its meaning is read: what it is and the words around it. */
export interface FieldCandidate {
  readonly node: number;
  /** `text`, `tel`, `select`, `radio`, `upload`, `picker`, `plate-keys`, `otp-boxes`, `one-tap`, `contenteditable`, … */
  readonly control: string;
  /** First id after everything that belongs to the control (boxes of one code, radios of one question). */
  readonly end: number;
  /** Words inside a control that the page drew itself. */
  readonly ownWords: string;
  /** Texts of the answers to choose from. */
  readonly options: readonly string[];
  readonly box: Box | null;
}

/** Words by which a consumer knows what to give. */
export interface FieldWords {
  /** Label on the same row, tied by markup, or named for screen readers. */
  readonly label: string;
  /** Text right above, not tied to the field: a label or a heading. */
  readonly above: string;
  readonly placeholder: string;
  /** From the label to the end of the row, hints below included. */
  readonly row: string;
}
