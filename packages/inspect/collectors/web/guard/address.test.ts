import { expect, test } from 'vitest';
import { isPublicAddress, parseAllowance } from './address.ts';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::a00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  '::127.0.0.1',
  'localhost',
  '',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['1.1.1.1', '114.114.114.114', '2400:3200::1', '::ffff:1.1.1.1', '64:ff9b::101:101', '172.32.0.1', '11.0.0.1'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test('exceptions name hosts, suffixes, addresses, ranges and ports', () => {
  expect(parseAllowance(['shop.test'])('shop.test', 80, '127.0.0.1')).toBe(true);
  expect(parseAllowance(['shop.test'])('evilshop.test', 80, '127.0.0.1')).toBe(false);
  expect(parseAllowance(['*.test'])('a.b.test', 80, '127.0.0.1')).toBe(true);
  expect(parseAllowance(['*.test'])('a.test.evil.cn', 80, '127.0.0.1')).toBe(false);
  expect(parseAllowance(['127.0.0.1:8080'])('localhost', 8080, '127.0.0.1')).toBe(true);
  expect(parseAllowance(['127.0.0.1:8080'])('localhost', 22, '127.0.0.1')).toBe(false);
  expect(parseAllowance(['10.0.0.0/8'])('x', 1, '10.9.9.9')).toBe(true);
  expect(parseAllowance(['localhost'])('shop.localhost', 80, '127.0.0.1')).toBe(true);
  expect(parseAllowance(['localhost'])('x', 80, '10.0.0.1')).toBe(false);
  expect(parseAllowance(['::1'])('x', 1, '::1')).toBe(true);
  expect(parseAllowance(['all'])('x', 1, '10.9.9.9')).toBe(true);
  expect(parseAllowance([])('x', 1, '10.9.9.9')).toBe(false);
  expect(() => parseAllowance(['http://x'])).toThrow('not a host');
});
