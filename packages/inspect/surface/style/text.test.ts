import { describe, expect, it } from 'vitest';
import { compact, normalise } from './text.ts';

describe('normalise and compact', () => {
  it('drops what the eye does not see and folds width and case', () => {
    expect(normalise(' 隐\u200b私\ufeff\u00a0ＰＯＬＩＣＹ\ue600 ')).toBe('隐私 policy');
  });

  it('joins letter-spaced Chinese and leaves Latin words apart', () => {
    expect(compact('同 意 并 继 续')).toBe('同意并继续');
    expect(compact('Accept  all 同 意')).toBe('accept all 同意');
  });
});
