import { drawReceipt } from './receipt.ts';
import type { SlowCost, Suite } from './suite.ts';
import { suites } from './suites.ts';

/** Purposes of the one secret that the public side holds; see `portal-secrets.ts`. */
export interface ReceiptSecrets {
  readonly lookup: Uint8Array;
  readonly draw: Uint8Array;
}

/**
 * The receipt of a form: the same for every repetition of one form, so that a doubled click shows the same page although the receipt is
 * stored nowhere. `form` is the random number inside the form's token; whoever has neither it nor the secret learns nothing.
 */
export const receiptOfForm = (suite: Suite, secrets: ReceiptSecrets, form: Uint8Array): string =>
  drawReceipt(suite.mac(secrets.draw, Buffer.concat([Buffer.from('receipt/1/'), form])));

const lookupWith = (suite: Suite, secrets: ReceiptSecrets, receipt: string): Buffer =>
  suite.mac(secrets.lookup, Buffer.from(`lookup/${suite.id}/${receipt}`));

/** Keyed hash under which a new receipt is filed. */
export const receiptLookup = lookupWith;

/** Hashes under which an old receipt may have been filed: one a suite, always all of them. */
export const receiptLookups = (secrets: ReceiptSecrets, receipt: string): readonly Buffer[] =>
  Object.values(suites).map((suite) => lookupWith(suite, secrets, receipt));

/**
 * Key that opens a reporter's tips, out of the receipt.
 *
 * A slow derivation protects secrets that people choose. A receipt is drawn by a machine: at 2^95 tries the price of one try is no
 * matter, so the cost is the smallest that argon2id still deserves its name for (256 KiB, one pass; about 0.1 ms), and a flood of wrong
 * receipts cannot tie up the machine. The cost is kept beside each receipt and may be raised for new ones.
 */
export const receiptKey = async (suite: Suite, receipt: string, salt: Uint8Array, cost: SlowCost): Promise<Buffer> =>
  suite.derive(await suite.slow(receipt, salt, cost), salt, 'liangjian/receipt/1');
