import { randomBytes } from 'node:crypto';
import { VaultFault } from './fault.ts';

/**
 * The receipt is all a reporter has: no account, no address. 20 signs in groups of four: 19 drawn at random (95 bits), the last one
 * checks the others. Lost means lost: a way round it would be a way to the reporter.
 *
 * The alphabet leaves out I, L, O and U, so that a typed O can only mean 0, and I or L only 1.
 */
export const RECEIPT_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const RECEIPT_LENGTH = 20;
const GROUP = 4;
const DRAWN = RECEIPT_LENGTH - 1;

const values: ReadonlyMap<string, number> = new Map([
  ...[...RECEIPT_ALPHABET].map((sign, value) => [sign, value] as const),
  ['O', 0],
  ['I', 1],
  ['L', 1],
]);

/** Product in GF(32) with x⁵ + x² + 1. */
const times = (left: number, right: number): number => {
  let product = 0;
  for (let bit = 4; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product & 16 ? 0x25 : 0);
    if ((right >> bit) & 1) product ^= left;
  }
  return product;
};

/**
 * Every place has its own weight, a power of the generator; the check sign has weight 1. The weighted sum of a receipt is zero, which
 * no single wrong sign and no exchange of two signs leaves so.
 */
const weightedSum = (digits: readonly number[]): number => digits.reduceRight((sum, digit) => times(sum ^ digit, 2), 0);

const written = (digits: readonly number[]): string =>
  [...digits, weightedSum(digits)].map((value) => RECEIPT_ALPHABET.charAt(value)).join('');

/** Makes a receipt out of 19 or more bytes that nobody can foresee. Throws a RangeError for fewer. */
export const drawReceipt = (bytes: Uint8Array = randomBytes(DRAWN)): string => {
  if (bytes.length < DRAWN) throw new RangeError(`a receipt needs ${DRAWN} bytes`);
  // 256 is a multiple of 32: every sign is equally likely.
  return written([...bytes.subarray(0, DRAWN)].map((byte) => byte & 31));
};

/** Receipt as it is shown: five groups of four. */
export const formatReceipt = (receipt: string): string =>
  Array.from({ length: RECEIPT_LENGTH / GROUP }, (_, at) => receipt.slice(at * GROUP, (at + 1) * GROUP)).join('-');

/** What is wrong with a typed receipt: its length, a sign that never occurs, or the check. `at` counts signs from 1. */
export type ReceiptProblem =
  | { readonly kind: 'length'; readonly expected: number; readonly found: number }
  | { readonly kind: 'sign'; readonly sign: string; readonly at: number }
  | { readonly kind: 'check' };

/** Signs that people type between the groups, or that a phone puts there. */
const BETWEEN = /[\s\p{Dash}_.·•,，。]/gu;

/** Reads a receipt as people type it: small letters, spaces, hyphens of any kind, full-width signs, O for 0, I and L for 1. */
export const readReceipt = (typed: string): { readonly receipt: string } | { readonly problem: ReceiptProblem } => {
  // A page of text pasted by mistake must not cost more than a receipt.
  const signs = [...typed.slice(0, 200).normalize('NFKC').replaceAll(BETWEEN, '').toUpperCase()];
  const digits = signs.map((sign) => values.get(sign));
  const stranger = digits.indexOf(undefined);
  if (stranger !== -1) return { problem: { kind: 'sign', sign: signs[stranger] ?? '', at: stranger + 1 } };
  if (digits.length !== RECEIPT_LENGTH) return { problem: { kind: 'length', expected: RECEIPT_LENGTH, found: digits.length } };
  const known = digits.filter((digit) => digit !== undefined);
  if (weightedSum(known.slice(0, DRAWN)) !== known[DRAWN]) return { problem: { kind: 'check' } };
  return { receipt: written(known.slice(0, DRAWN)) };
};

/** Same, for callers that have shown the problem already. Throws `receipt-mistyped`. */
export const requireReceipt = (typed: string): string => {
  const read = readReceipt(typed);
  if ('problem' in read) throw new VaultFault('receipt-mistyped');
  return read.receipt;
};
