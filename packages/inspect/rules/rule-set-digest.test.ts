import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf, ruleSetDigest } from './rule-set-digest.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digest-'));
  mkdirSync(join(folder, 'shared'));
  writeFileSync(join(folder, 'g13.ts'), 'one');
  writeFileSync(join(folder, 'shared', 'a.ts'), 'two');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const digest = () => digestOf([['rules', folder]]);

test('the digest of the house is a SHA-256 and steady', () => {
  expect(ruleSetDigest()).toMatch(/^[0-9a-f]{64}$/);
  expect(ruleSetDigest()).toBe(ruleSetDigest());
});

test('a changed byte, a moved byte and a renamed rule change it', () => {
  const before = digest();
  writeFileSync(join(folder, 'g13.ts'), 'One');
  const changed = digest();
  expect(changed).not.toBe(before);
  writeFileSync(join(folder, 'g13.ts'), 'onet');
  writeFileSync(join(folder, 'shared', 'a.ts'), 'wo');
  expect(new Set([before, changed, digest()]).size).toBe(3);
  rmSync(join(folder, 'shared', 'a.ts'));
  writeFileSync(join(folder, 'shared', 'b.ts'), 'wo');
  expect(digest()).not.toBe(before);
});

test('tests and their helpers do not', () => {
  const before = digest();
  writeFileSync(join(folder, 'g13.test.ts'), 'x');
  mkdirSync(join(folder, 'testing'));
  writeFileSync(join(folder, 'testing', 'build.ts'), 'x');
  expect(digest()).toBe(before);
});
