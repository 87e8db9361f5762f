import { expect, test } from 'vitest';
import { sourceOf } from './source.ts';

test('one address is one source for an hour, and nobody can tell which', () => {
  const now = Date.now();
  expect(sourceOf('203.0.113.7', now)).toBe(sourceOf('203.0.113.7', now + 60_000));
  expect(sourceOf('203.0.113.7', now)).not.toBe(sourceOf('203.0.113.8', now));
  expect(sourceOf('203.0.113.7', now)).not.toContain('203');
  const before = sourceOf('203.0.113.7', now);
  expect(sourceOf('203.0.113.7', now + 2 * 3_600_000)).not.toBe(before);
});

test('a household of IPv6 is one source', () => {
  expect(sourceOf('2001:db8:1:2:3:4:5:6')).toBe(sourceOf('2001:db8:1:2:ffff::1'));
  expect(sourceOf('2001:db8:1:2:3:4:5:6')).not.toBe(sourceOf('2001:db8:1:3:3:4:5:6'));
});
