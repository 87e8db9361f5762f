export type IntakeFaultCode =
  | 'already-sent'
  | 'form-expired'
  | 'invalid-input'
  | 'not-found'
  | 'payload-too-large'
  | 'proof-needed'
  | 'quota-exceeded'
  | 'receipt-mistyped'
  | 'receipt-unknown'
  | 'same-person'
  | 'session-needed'
  | 'storage-full'
  | 'too-many-requests'
  | 'upload-moved'
  | 'upload-unfinished'
  | 'wrong-state';

/** What could not be done at the intake: a code of the error catalogue, and never a word of what somebody wrote. */
export class IntakeFault extends Error {
  readonly code: IntakeFaultCode;
  constructor(code: IntakeFaultCode) {
    super(code);
    this.name = 'IntakeFault';
    this.code = code;
  }
}
