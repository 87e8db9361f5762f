import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawReceipt, formatReceipt, RECEIPT_ALPHABET, readReceipt, requireReceipt } from './receipt.ts';

const receipts = fc.uint8Array({ minLength: 19, maxLength: 19 }).map((bytes) => drawReceipt(bytes));
const sign = fc.constantFrom(...RECEIPT_ALPHABET);
const place = fc.nat(19);
const problem = (typed: string) => {
  const read = readReceipt(typed);
  return 'problem' in read ? read.problem : undefined;
};

test('20 signs in five groups, none of which is I, L, O or U', () => {
  expect(drawReceipt()).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
  expect(formatReceipt(drawReceipt())).toMatch(/^(\w{4}-){4}\w{4}$/);
  expect(19 * Math.log2(RECEIPT_ALPHABET.length)).toBe(95);
  expect(() => drawReceipt(Buffer.alloc(18))).toThrow(RangeError);
});

test('every way of typing one receipt is read as the same', () => {
  fc.assert(
    fc.property(receipts, (receipt) => {
      const shown = formatReceipt(receipt);
      const fullWidth = [...shown].map((char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0)).join('');
      const alike = shown.replaceAll('0', 'o').replaceAll('1', 'l');
      const ways = [receipt, shown, shown.toLowerCase(), ` ${shown.replaceAll('-', ' ')}\n`, shown.replaceAll('-', '—'), fullWidth, alike];
      for (const typed of ways) expect(readReceipt(typed)).toEqual({ receipt });
    }),
  );
});

test('any one wrong sign is noticed', () => {
  fc.assert(
    fc.property(receipts, place, sign, (receipt, at, wrong) => {
      fc.pre(receipt[at] !== wrong);
      expect(problem(receipt.slice(0, at) + wrong + receipt.slice(at + 1))).toEqual({ kind: 'check' });
    }),
    { numRuns: 500 },
  );
});

test('any two exchanged signs are noticed, neighbours or not', () => {
  fc.assert(
    fc.property(receipts, place, place, (receipt, one, other) => {
      fc.pre(receipt[one] !== receipt[other]);
      const signs = [...receipt];
      [signs[one], signs[other]] = [receipt.charAt(other), receipt.charAt(one)];
      expect(problem(signs.join(''))).toEqual({ kind: 'check' });
    }),
    { numRuns: 500 },
  );
});

test('a missing sign and a sign that never occurs are named with their place', () => {
  const receipt = drawReceipt();
  expect(problem(receipt.slice(1))).toEqual({ kind: 'length', expected: 20, found: 19 });
  expect(problem(`${receipt}2`)).toEqual({ kind: 'length', expected: 20, found: 21 });
  expect(problem('')).toEqual({ kind: 'length', expected: 20, found: 0 });
  expect(problem(`${receipt.slice(0, 4)}u${receipt.slice(5)}`)).toEqual({ kind: 'sign', sign: 'U', at: 5 });
  expect(problem(`${receipt.slice(0, 2)}字${receipt.slice(3)}`)).toEqual({ kind: 'sign', sign: '字', at: 3 });
  expect(() => requireReceipt('一整页文字'.repeat(10_000))).toThrow('receipt-mistyped');
});

test('every sign is equally likely', () => {
  const count = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const first = drawReceipt(Buffer.alloc(19, byte)).charAt(0);
    count.set(first, (count.get(first) ?? 0) + 1);
  }
  expect([...count.values()]).toEqual(Array.from({ length: 32 }, () => 8));
});
