import { expect, test } from 'vitest';
import { errorEntry } from './errors.ts';

test('an entry carries both languages, a next step and an exit status', () => {
  expect(errorEntry('target-refused-private-address')).toMatchObject({ httpStatus: 403, exitStatus: 2 });
  expect(errorEntry('partly-inspected').exitStatus).toBe(3);
});

test.each(['', 'no-such-code', 'constructor', '__proto__'])('unknown code %j throws', (code) => {
  expect(() => errorEntry(code)).toThrow(RangeError);
});
