import { expect, test } from 'vitest';
import type { SurfaceReading } from '../../../surface/model.ts';
import { offersAccount } from './read-account.ts';

const reading = (...controls: readonly (readonly [text: string, dangerous: boolean])[]): SurfaceReading =>
  ({
    controls: controls.map(([text, dangerous], node) => ({
      node,
      text,
      dangerous,
      role: 'other',
      box: { x: 0, y: 0, width: 1, height: 1 },
    })),
  }) as unknown as SurfaceReading;

test('a way to the account page is its own word, alone and harmless', () => {
  expect(offersAccount(reading(['点餐', false], [' 我的 ', false]))).toBe(true);
  expect(offersAccount(reading(['会员中心', false]))).toBe(true);
  expect(offersAccount(reading(['我的订单提交', false]))).toBe(false);
  expect(offersAccount(reading(['我的', true]))).toBe(false);
  expect(offersAccount(reading())).toBe(false);
});
