import { expect, test } from 'vitest';
import { dialog } from '../testing/build.ts';
import type { Fact } from '../../facts/fact.ts';
import { leavingAgrees, refusingEnds } from './prompts.ts';

const says = (text: string): Fact<'prompt'> => dialog({ role: 'membership', text }, { role: 'agree' })[0] as Fact<'prompt'>;

test.each(['关闭（即视为同意）', '您关闭本弹窗即表示接受', '暂不开通（默认同意协议）', '关闭弹窗后将视为授权'])(
  '%s: no way out is one',
  (text) => expect(leavingAgrees(says(text))).toBe(true),
);

test.each(['不同意也可以继续使用', '点击同意即表示接受', '关闭后不再提示'])('%s: a way out stays one', (text) =>
  expect(leavingAgrees(says(text))).toBe(false),
);

test.each(['拒绝授权将不能点餐', '未授权将暂停服务', '如您拒绝，将退出本页面'])('%s: refusing ends the use', (text) =>
  expect(refusingEnds(text)).toBe(true),
);

test.each(['不同意不影响点餐', '拒绝后仍可浏览'])('%s: refusing ends nothing', (text) => expect(refusingEnds(text)).toBe(false));
