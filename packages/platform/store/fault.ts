export type StoreFaultCode =
  | 'store-in-use'
  | 'store-unreachable'
  | 'store-folder-unusable'
  | 'migration-changed'
  | 'not-found'
  | 'invalid-input'
  | 'wrong-state'
  | 'version-conflict'
  | 'not-permitted'
  | 'step-up-needed'
  | 'repeated-differently';

/** What the store could not do: a code of the error catalogue; `detail` is for the operator's console, never for an answer. */
export class StoreFault extends Error {
  readonly code: StoreFaultCode;
  readonly detail: string;
  constructor(code: StoreFaultCode, detail = '') {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'StoreFault';
    this.code = code;
    this.detail = detail;
  }
}
