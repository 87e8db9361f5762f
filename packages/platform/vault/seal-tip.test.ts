import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  type DirectoryKey,
  newTipKey,
  openBody,
  openIdentity,
  sealBody,
  sealIdentity,
  tipKeyOfHolder,
  tipKeyOfReceipt,
  wrapForHolder,
  wrapForReceipt,
} from './seal-tip.ts';
import type { SuiteId } from './suite.ts';
import { suites } from './suites.ts';
import { uuidv7 } from './uuid.ts';

const suiteOf = (id: SuiteId) => suites[id];
const tip = uuidv7();

describe.each(Object.values(suites))('$id', (suite) => {
  const holder = (kind: DirectoryKey['kind'], name: string) => {
    const pair = suite.newKeyPair();
    const key: DirectoryKey = { kind, holder: name, version: 1, suite: suite.id, publicKey: pair.publicKey, ringId: null };
    return { key, privateKey: pair.privateKey };
  };
  const office = holder('office', 'pudong-samr');
  const other = holder('office', 'huangpu-samr');
  const custodians = holder('custodian', 'city');
  const tipKey = newTipKey();

  test('receipt and responsible office come to the same key, another office does not', () => {
    const receiptKey = randomBytes(32);
    const forReceipt = wrapForReceipt(suite, tip, tipKey, receiptKey);
    const forOffice = wrapForHolder(suiteOf, tip, tipKey, office.key);
    expect(tipKeyOfReceipt(tip, forReceipt.wrapped, receiptKey)).toEqual(tipKey);
    expect(tipKeyOfHolder(tip, forOffice, office.privateKey)).toEqual(tipKey);
    expect(() => tipKeyOfReceipt(tip, forReceipt.wrapped, randomBytes(32))).toThrow('vault-tampered');
    expect(() => tipKeyOfHolder(tip, forOffice, other.privateKey)).toThrow('vault-wrong-key');
    expect(() => tipKeyOfHolder(uuidv7(), forOffice, office.privateKey)).toThrow('vault-wrong-key');
    expect(() => wrapForHolder(suiteOf, tip, tipKey, custodians.key)).toThrow(RangeError);
  });

  test('the body opens with the tip key and the identity does not', () => {
    const body = sealBody(suite, tip, tipKey, { story: '要手机号' });
    const identity = sealIdentity(suite, suite, tip, { name: '金丝雀' }, custodians.key);
    expect(openBody(tip, tipKey, body)).toEqual({ story: '要手机号' });
    expect(openIdentity(tip, 'city', identity.wrapped, identity.sealed, custodians.privateKey)).toEqual({ name: '金丝雀' });
    expect(() => openIdentity(tip, 'city', identity.wrapped, identity.sealed, office.privateKey)).toThrow('vault-wrong-key');
    expect(() => openBody(tip, tipKey, identity.sealed)).toThrow('vault-tampered');
  });
});

test('ids begin with the time', () => {
  const ids = [1_000_000, 2_000_000, Date.UTC(2026, 10, 24)].map((now) => uuidv7(now));
  expect(ids).toEqual(ids.toSorted());
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
