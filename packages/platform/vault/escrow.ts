import { VaultFault } from './fault.ts';
import { type Place, unwrapKey, wrapKey } from './sealed.ts';
import { joinShares, type Share, splitSecret } from './shamir.ts';
import type { Suite } from './suite.ts';
import { suites } from './suites.ts';
import type { SuiteId } from './suite.ts';

/**
 * The last way to a tip when its unit and its receipt are gone. One key pair for the whole city: every tip key is wrapped for its public
 * half, and its private half exists only in shares, each wrapped for one custodian. Public as a whole; it holds no secret in plain.
 */
export interface Escrow {
  readonly id: string;
  readonly suite: SuiteId;
  readonly threshold: number;
  readonly publicKey: Buffer;
  readonly shares: readonly { readonly custodian: string; readonly number: number; readonly wrapped: Buffer }[];
}

const sharePlace = (escrow: string, custodian: string, number: number): Place => ['escrow', escrow, custodian, String(number)];

/** Makes the escrow of these custodians, e.g. three of five. The private half is forgotten before this returns. */
export const newEscrow = (
  suite: Suite,
  id: string,
  threshold: number,
  custodians: readonly { readonly id: string; readonly publicKey: Uint8Array }[],
): Escrow => {
  if (new Set(custodians.map((custodian) => custodian.id)).size !== custodians.length) throw new RangeError('a custodian is named twice');
  const pair = suite.newKeyPair();
  const shares = splitSecret(pair.privateKey, threshold, custodians.length).map((share, at) => {
    const custodian = custodians[at];
    if (custodian === undefined) throw new RangeError('more shares than custodians');
    const wrapped = wrapKey(suite, custodian.publicKey, share.bytes, sharePlace(id, custodian.id, share.number));
    share.bytes.fill(0);
    return { custodian: custodian.id, number: share.number, wrapped };
  });
  pair.privateKey.fill(0);
  return { id, suite: suite.id, threshold, publicKey: pair.publicKey, shares };
};

/** A custodian takes out the share that is his. Throws `vault-wrong-key`, or `vault-quorum` when he has none. */
export const takeShare = (escrow: Escrow, custodian: string, privateKey: Uint8Array): Share => {
  const own = escrow.shares.find((share) => share.custodian === custodian);
  if (own === undefined) throw new VaultFault('vault-quorum');
  return { number: own.number, bytes: unwrapKey(privateKey, own.wrapped, sharePlace(escrow.id, custodian, own.number)) };
};

/** Private key of the escrow out of the shares of a quorum. Throws `vault-quorum` when they are too few or one is false. */
export const joinQuorum = (escrow: Escrow, shares: readonly Share[]): Buffer => {
  if (shares.length < escrow.threshold) throw new VaultFault('vault-quorum');
  const privateKey = joinShares(shares);
  const suite = suites[escrow.suite];
  const probe = suite.derive(escrow.publicKey, Buffer.alloc(0), 'liangjian/escrow-probe/1');
  try {
    // A false share gives another number, which fits no lock made for the public half.
    suite.unwrap(privateKey, suite.wrap(escrow.publicKey, probe, Buffer.alloc(0)), Buffer.alloc(0));
  } catch {
    privateKey.fill(0);
    throw new VaultFault('vault-quorum');
  }
  return privateKey;
};
