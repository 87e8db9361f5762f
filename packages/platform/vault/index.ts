export { type Escrow, joinQuorum, newEscrow, takeShare } from './escrow.ts';
export { VaultFault, type VaultFaultCode } from './fault.ts';
export { keyFile } from './key-file.ts';
export { type Guard, type HolderKey, type Keyring, openKeyring } from './keyring.ts';
export { type PortalSecrets, portalSecrets } from './portal-secrets.ts';
export {
  drawReceipt,
  formatReceipt,
  readReceipt,
  type ReceiptProblem,
  RECEIPT_ALPHABET,
  RECEIPT_LENGTH,
  requireReceipt,
} from './receipt.ts';
export { receiptKey, receiptLookup, receiptLookups, receiptOfForm } from './receipt-key.ts';
export { type Place, seal, sealJson, unseal, unsealJson, unwrapKey, wrapKey } from './sealed.ts';
export { CHUNK, openChunk, openFile, resumeStream, sealChunk, sealedSize, sealFile, type StreamKey } from './sealed-stream.ts';
export { joinShares, type Share, splitSecret } from './shamir.ts';
export type { KeyPair, SlowCost, Suite, SuiteId } from './suite.ts';
export { suites } from './suites.ts';
export { CUSTODIANS, ESCROW, foundCustodians, foundEscrow, giveOfficeKey } from './found-keys.ts';
export { type Caller, tipKeyOfOffice, type VaultAccess } from './access.ts';
export {
  askOpening,
  closeOpenings,
  decideOpening,
  LONGEST_OPENING,
  type OpeningDecision,
  openingHistory,
  type OpeningLine,
  viewIdentity,
} from './opening.ts';
export { recoverTip, rewrapForOffice, rotateOfficeKey } from './rewrap.ts';
