import { expect, test } from 'vitest';
import { draftKey, formHash, newForm, readForm } from './form-token.ts';

const secret = Buffer.alloc(32, 3);
const now = Date.UTC(2026, 10, 24, 8);
const hour = 3_600_000;

test('a form is read back by the server that made it, for half a day', () => {
  const token = newForm(secret, now);
  expect(token).toMatch(/^[\w-]{48}$/);
  expect(readForm(secret, token, now + 11 * hour)).toHaveLength(16);
  expect(() => readForm(secret, token, now + 13 * hour)).toThrow('form-expired');
  expect(() => readForm(secret, token, now - hour)).toThrow('form-expired');
});

test('a token that somebody made up or changed is no form', () => {
  const token = newForm(secret, now);
  for (const wrong of [
    '',
    'abc',
    'A'.repeat(48),
    'x'.repeat(100_000),
    token.slice(1),
    `B${token.slice(1)}`,
    `${token.slice(0, 22)}AAAA${token.slice(26)}`,
  ]) {
    if (wrong !== token) expect(() => readForm(secret, wrong, now)).toThrow('form-expired');
  }
  expect(() => readForm(Buffer.alloc(32, 4), token, now)).toThrow('form-expired');
});

test('hash and key of a form are its own and need the secret', () => {
  const form = readForm(secret, newForm(secret, now), now);
  const other = readForm(secret, newForm(secret, now), now);
  const seen = [
    formHash(secret, form),
    formHash(secret, other),
    draftKey(secret, form),
    draftKey(secret, other),
    formHash(Buffer.alloc(32), form),
  ];
  expect(new Set(seen.map((bytes) => bytes.toString('hex'))).size).toBe(5);
  expect(formHash(secret, form)).toEqual(seen[0]);
});
