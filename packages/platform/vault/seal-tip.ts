import { randomBytes } from 'node:crypto';
import { type Place, seal, sealJson, unseal, unsealJson, unwrapKey, wrapKey } from './sealed.ts';
import type { Suite, SuiteId } from './suite.ts';

/** A public key of the directory: of an office, of the circle of custodians, or of the escrow. */
export interface DirectoryKey {
  readonly kind: 'office' | 'custodian' | 'escrow';
  readonly holder: string;
  readonly version: number;
  readonly suite: SuiteId;
  readonly publicKey: Buffer;
  /** Id in the keyring; null when the private half is elsewhere. */
  readonly ringId: string | null;
}

/** One way to the key of a tip. */
export interface WrappedKey {
  readonly kind: 'receipt' | 'office' | 'escrow';
  readonly holder: string;
  readonly version: number;
  readonly suite: SuiteId;
  readonly wrapped: Buffer;
}

/** The receipt belongs to its tips; there is one, so that it needs no name. */
export const RECEIPT_HOLDER = 'receipt';

const keyPlace = (tip: string, kind: WrappedKey['kind'], holder: string): Place => ['tip', tip, 'key', kind, holder];
const bodyPlace = (tip: string): Place => ['tip', tip, 'body'];
const identityPlace = (tip: string): Place => ['tip', tip, 'identity'];

export const newTipKey = (): Buffer => randomBytes(32);

/** Wraps a tip key for an office or the escrow, with the suite of that key. */
export const wrapForHolder = (
  suiteOf: (id: SuiteId) => Suite,
  tip: string,
  tipKey: Uint8Array,
  { kind, holder, version, suite, publicKey }: DirectoryKey,
): WrappedKey => {
  if (kind === 'custodian') throw new RangeError('custodians hold identities, not tips');
  return { kind, holder, version, suite, wrapped: wrapKey(suiteOf(suite), publicKey, tipKey, keyPlace(tip, kind, holder)) };
};

/** Wraps a tip key with the key that came out of a receipt. */
export const wrapForReceipt = (suite: Suite, tip: string, tipKey: Uint8Array, receiptKey: Uint8Array): WrappedKey => ({
  kind: 'receipt',
  holder: RECEIPT_HOLDER,
  version: 1,
  suite: suite.id,
  wrapped: seal(suite, receiptKey, tipKey, keyPlace(tip, 'receipt', RECEIPT_HOLDER)),
});

/** Tip key out of what was wrapped for a public key. Throws `vault-wrong-key`. */
export const tipKeyOfHolder = (
  tip: string,
  { kind, holder, wrapped }: Omit<WrappedKey, 'version' | 'suite'>,
  privateKey: Uint8Array,
): Buffer => unwrapKey(privateKey, wrapped, keyPlace(tip, kind, holder));

/** Tip key out of a receipt's key. Throws `vault-tampered`. */
export const tipKeyOfReceipt = (tip: string, wrapped: Uint8Array, receiptKey: Uint8Array): Buffer =>
  unseal(receiptKey, wrapped, keyPlace(tip, 'receipt', RECEIPT_HOLDER));

export const sealBody = (suite: Suite, tip: string, tipKey: Uint8Array, body: unknown): Buffer =>
  sealJson(suite, tipKey, body, bodyPlace(tip));
export const openBody = (tip: string, tipKey: Uint8Array, sealed: Uint8Array): unknown => unsealJson(tipKey, sealed, bodyPlace(tip));

/** Seals who reported, under a key of its own that only the circle of custodians can unwrap. */
export const sealIdentity = (suite: Suite, wrapSuite: Suite, tip: string, identity: unknown, custodians: DirectoryKey) => {
  const key = randomBytes(32);
  const sealed = sealJson(suite, key, identity, identityPlace(tip));
  const wrapped = wrapKey(wrapSuite, custodians.publicKey, key, [...identityPlace(tip), custodians.holder]);
  key.fill(0);
  return { holder: custodians.holder, version: custodians.version, wrapped, sealed };
};

/** Opens an identity with the custodians' private key. Throws `vault-wrong-key` or `vault-tampered`. */
export const openIdentity = (tip: string, holder: string, wrapped: Uint8Array, sealed: Uint8Array, privateKey: Uint8Array): unknown => {
  const key = unwrapKey(privateKey, wrapped, [...identityPlace(tip), holder]);
  return unsealJson(key, sealed, identityPlace(tip));
};
