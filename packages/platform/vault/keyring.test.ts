import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyFile } from './key-file.ts';
import { openKeyring } from './keyring.ts';
import { unwrapKey, wrapKey } from './sealed.ts';
import type { Suite } from './suite.ts';
import { suites } from './suites.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Cheap pass phrases: what the cost is worth is not tested here. */
const quick = (suite: Suite): Suite => ({ ...suite, passwordCost: suite.receiptCost });

describe.each(Object.values(suites).map(quick))('$id', (suite) => {
  const place = ['tip', 't1', 'key'];
  const master = randomBytes(32);

  test('a unit key opens what was wrapped for it, after the machine was started again', async () => {
    const made = await openKeyring(join(folder, suite.id), master, suite).create('office:o1');
    const wrapped = wrapKey(suite, made.publicKey, Buffer.alloc(32, 9), place);
    const again = openKeyring(join(folder, suite.id), master, suite);
    expect(unwrapKey(await again.privateKey(made.id), wrapped, place)).toEqual(Buffer.alloc(32, 9));
    expect(await again.list()).toContainEqual(made);
    await expect(openKeyring(join(folder, suite.id), randomBytes(32), suite).privateKey(made.id)).rejects.toThrow('vault-tampered');
  });

  test("a custodians' key opens for each of them with their own pass phrase, and for nobody else", async () => {
    const ring = openKeyring(join(folder, suite.id), master, suite);
    const [first, second] = [
      { person: 'c1', passphrase: 'four words of mine' },
      { person: 'c2', passphrase: 'other words of yours' },
    ];
    const made = await ring.create('custodian:city', first);
    const key = await ring.privateKey(made.id, { person: 'c1', passphrase: ' four words of mine ' });
    expect(key.length).toBe(32);
    const strangers = [undefined, { person: 'c1', passphrase: '' }, second, { person: 'c2', passphrase: first.passphrase }];
    for (const wrong of strangers) await expect(ring.privateKey(made.id, wrong)).rejects.toThrow('vault-wrong-key');
    await expect(ring.admit(made.id, second, second)).rejects.toThrow('vault-wrong-key');
    await ring.admit(made.id, first, second);
    expect(await ring.privateKey(made.id, second)).toEqual(key);
    await ring.dismiss(made.id, 'c1');
    await expect(ring.privateKey(made.id, first)).rejects.toThrow('vault-wrong-key');
  });

  test('a destroyed key and an invented one are missing; no private key lies in a file in plain', async () => {
    const ring = openKeyring(join(folder, suite.id), master, suite);
    const made = await ring.create('office:o2');
    const file = readFileSync(join(folder, suite.id, `${made.id}.key`), 'utf8');
    expect(file).not.toContain((await ring.privateKey(made.id)).toString('base64'));
    await ring.destroy(made.id);
    for (const id of [made.id, '../master', '']) await expect(ring.privateKey(id)).rejects.toThrow('vault-key-missing');
    expect(readdirSync(join(folder, suite.id)).every((name) => name.endsWith('.key'))).toBe(true);
  });
});

test('a key file is drawn once, for its owner only', async () => {
  const path = join(folder, 'secret', 'master.key');
  const keys = await Promise.all([1, 2, 3].map(() => keyFile(path)));
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
  expect(statSync(path).mode & 0o077).toBe(0);
  writeFileSync(path, 'short');
  await expect(keyFile(path)).rejects.toThrow('vault-bad-key');
});
