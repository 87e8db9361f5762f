export type OfficeFaultCode =
  | 'ground-needed'
  | 'invitation-used'
  | 'invalid-input'
  | 'log-in-failed'
  | 'not-found'
  | 'same-person'
  | 'session-needed'
  | 'step-up-needed'
  | 'too-many-requests'
  | 'version-conflict'
  | 'weak-password'
  | 'wrong-state';

/** What could not be done about officers and log-in: a code of the error catalogue. */
export class OfficeFault extends Error {
  readonly code: OfficeFaultCode;
  constructor(code: OfficeFaultCode) {
    super(code);
    this.name = 'OfficeFault';
    this.code = code;
  }
}
