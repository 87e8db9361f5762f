export type VaultFaultCode =
  | 'opening-expired'
  | 'same-person'
  | 'vault-tampered'
  | 'vault-wrong-key'
  | 'vault-bad-key'
  | 'vault-key-missing'
  | 'vault-quorum'
  | 'receipt-mistyped';

/** What the vault could not do. Carries a code of the error catalogue and never any of the bytes it failed on. */
export class VaultFault extends Error {
  readonly code: VaultFaultCode;
  constructor(code: VaultFaultCode) {
    super(code);
    this.name = 'VaultFault';
    this.code = code;
  }
}
