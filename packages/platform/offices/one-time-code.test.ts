import { expect, test } from 'vitest';
import { TOTP, Secret } from 'otpauth';
import { codeAddress, codeStep, newCodeSecret } from './one-time-code.ts';

/** Test vectors of RFC 6238 appendix B, SHA-1, last six digits. */
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('RFC 6238: at %i the code is %s', (seconds, code) => {
  expect(codeStep(Buffer.from('12345678901234567890'), code, -1, seconds * 1000)).toBe(Math.floor(seconds / 30));
});

test('a code counts once, and one step early or late', () => {
  const secret = newCodeSecret();
  const now = 1_700_000_000_000;
  const code = new TOTP({ secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) }).generate({ timestamp: now });
  const step = codeStep(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, -1, now + 29_000);
  expect(step).not.toBeNull();
  expect(codeStep(secret, code, step as number, now)).toBeNull();
  expect(codeStep(secret, code, -1, now + 90_000)).toBeNull();
});

test.each(['', '12345', '1234567', 'abcdef', '１２３４５'])('%j is no code', (typed) => {
  expect(codeStep(newCodeSecret(), typed, -1)).toBeNull();
});

test('the address names the officer and the issuer', () => {
  expect(codeAddress(newCodeSecret(), 'li.fawu')).toMatch(/^otpauth:\/\/totp\/.*li\.fawu\?/);
});
