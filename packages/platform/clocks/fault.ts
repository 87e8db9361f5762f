import type { Text } from '@liangjian/law';

export type TriageFaultCode =
  | 'calendar-notice-invalid'
  | 'campaign-invalid'
  | 'clock-not-running'
  | 'clock-rule-forbids'
  | 'ground-needed'
  | 'invalid-input'
  | 'not-found'
  | 'version-conflict'
  | 'wrong-state';

/** Why an act on a tip, clock or campaign was not done: a code of the catalogue, and what is meant in this case. */
export class TriageFault extends Error {
  readonly code: TriageFaultCode;
  readonly detail: Text | null;
  constructor(code: TriageFaultCode, detail: Text | null = null) {
    super(detail === null ? code : `${code}: ${detail.en}`);
    this.name = 'TriageFault';
    this.code = code;
    this.detail = detail;
  }
}
