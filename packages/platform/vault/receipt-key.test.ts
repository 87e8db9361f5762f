import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { portalSecrets } from './portal-secrets.ts';
import { readReceipt } from './receipt.ts';
import { receiptKey, receiptLookup, receiptLookups, receiptOfForm } from './receipt-key.ts';
import { suites } from './suites.ts';

const secrets = portalSecrets(Buffer.alloc(32, 1));

describe.each(Object.values(suites))('$id', (suite) => {
  test('one form has one receipt, another form or another secret has another', () => {
    const form = randomBytes(16);
    const receipt = receiptOfForm(suite, secrets, form);
    expect(receiptOfForm(suite, secrets, form)).toBe(receipt);
    expect(readReceipt(receipt)).toEqual({ receipt });
    expect(receiptOfForm(suite, secrets, randomBytes(16))).not.toBe(receipt);
    expect(receiptOfForm(suite, portalSecrets(Buffer.alloc(32, 2)), form)).not.toBe(receipt);
  });

  test('a receipt is found whichever suite it was filed with, and only with the secret', () => {
    const receipt = receiptOfForm(suite, secrets, randomBytes(16));
    const filed = receiptLookup(suite, secrets, receipt);
    expect(receiptLookups(secrets, receipt).some((hash) => hash.equals(filed))).toBe(true);
    expect(receiptLookups(portalSecrets(Buffer.alloc(32, 2)), receipt).some((hash) => hash.equals(filed))).toBe(false);
  });

  test('its key needs the whole receipt, the salt and the cost', async () => {
    const salt = randomBytes(16);
    const cost = suite.receiptCost;
    const keys = await Promise.all([
      receiptKey(suite, 'A', salt, cost),
      receiptKey(suite, 'B', salt, cost),
      receiptKey(suite, 'A', randomBytes(16), cost),
      receiptKey(suite, 'A', salt, { ...cost, rounds: cost.rounds + 1 }),
    ]);
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(4);
    expect(await receiptKey(suite, 'A', salt, cost)).toEqual(keys[0]);
  });
});

test('the purposes of the public key have nothing in common', () => {
  expect(new Set(Object.values(secrets).map((key: Buffer) => key.toString('hex'))).size).toBe(5);
  expect(() => portalSecrets(Buffer.alloc(16))).toThrow(RangeError);
});
