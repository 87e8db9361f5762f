import { describe, expect, it } from 'vitest';
import { promptKey } from './key.ts';

describe('promptKey', () => {
  it('stays over countdowns, prices and white space, and changes with role and words', () => {
    const key = promptKey('consent', '隐私政策\n同意 (5s)', 'body');
    expect(promptKey('consent', '隐私政策 同意（4s）', 'body')).toBe(key);
    expect(promptKey('notice', '隐私政策 同意（4s）', 'body')).not.toBe(key);
    expect(promptKey('consent', '隐私政策更新 同意', 'body')).not.toBe(key);
    expect(key).toMatch(/^consent-[0-9a-f]{12}$/);
  });

  it('knows wordless layers by their place', () => {
    expect(promptKey('unknown', '', '#a')).not.toBe(promptKey('unknown', '', '#b'));
  });
});
