import { expect, test } from 'vitest';
import { fresh } from './fresh.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('asking never waits; what is old is read again behind it', async () => {
  let now = 0;
  let reads = 0;
  const value = fresh(
    'first',
    10,
    async () => `read ${++reads}`,
    () => now,
  );
  expect(value()).toBe('first');
  await settled();
  expect(value()).toBe('read 1');
  now = 11;
  expect(value()).toBe('read 1');
  await settled();
  expect(value()).toBe('read 2');
});

test('a failed reading leaves what is known', async () => {
  let now = 0;
  const value = fresh(
    'known',
    10,
    () => Promise.reject(new Error('down')),
    () => now,
  );
  await settled();
  now = 11;
  value();
  await settled();
  expect(value()).toBe('known');
});
