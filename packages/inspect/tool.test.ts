import { expect, test } from 'vitest';
import { ruleSetDigest, TOOL } from './tool.ts';

test('names the instrument and one digest for one rule set', () => {
  expect(TOOL).toMatchObject({ name: 'liangjian', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  expect(ruleSetDigest()).toMatch(/^[0-9a-f]{64}$/);
  expect(ruleSetDigest()).toBe(ruleSetDigest());
});
