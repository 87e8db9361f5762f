import { expect, test } from 'vitest';
import { hashPassword, isPassword, requireGoodPassword } from './password.ts';

test('a password is known by its hash, in whatever form its signs were typed', async () => {
  const stored = await hashPassword('正确的马-电池 钉书针');
  expect(stored.toString()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword(stored, '正确的马-电池 钉书针'.normalize('NFD'))).toBe(true);
  expect(await isPassword(stored, '正确的马-电池 钉书')).toBe(false);
});

test('nobody has the password that nobody has', async () => {
  expect(await isPassword(null, 'nobody has this password')).toBe(false);
  expect(await isPassword(Buffer.from('not a hash'), 'x')).toBe(false);
});

test.each(['short', 'aaaaaaaaaaaaaaaa', 'li.fawu-li.fawu-1', 'x'.repeat(300)])('%j is too weak', (password) => {
  expect(() => requireGoodPassword(password, 'li.fawu')).toThrow('weak-password');
});
