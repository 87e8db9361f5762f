import { expect, test } from 'vitest';
import { type CodeKind, readKind } from './code-kind.ts';

const CASES: readonly (readonly [text: string, kind: CodeKind, opens: boolean])[] = [
  ['https://shop.test/menu?table=8', 'web', true],
  ['HTTP://SHOP.TEST/A', 'web', true],
  ['wxp://f2f0abcdef', 'payment', false],
  ['weixin://wxpay/bizpayurl?pr=abc', 'payment', false],
  ['https://qr.alipay.com/fkx0abc', 'payment', false],
  ['https://payapp.weixin.qq.com/qr/x', 'payment', false],
  ['https://qr.95516.com/00010000/62', 'payment', false],
  ['00020101021126', 'payment', false],
  ['https://mp.weixin.qq.com/a/~abc', 'mini-program', false],
  ['https://mp.weixin.qq.com/s/article', 'web', true],
  ['weixin://dl/business/?t=abc', 'mini-program', false],
  ['alipays://platformapi/startapp?appId=2021000000000000', 'mini-program', false],
  ['http://weixin.qq.com/r/abc', 'follow', false],
  ['https://u.wechat.com/abc', 'follow', false],
  ['https://work.weixin.qq.com/ca/abc', 'follow', false],
  ['https://cdn.shop.test/shop.apk', 'app', false],
  ['taobao://item/1', 'app', false],
  ['WIFI:S:shop;T:WPA;P:x;;', 'wifi', false],
  ['javascript:alert(1)', 'text', false],
  ['桌号 A08', 'text', false],
  // A look-alike host is a web page like any other, and a real one inside a path does not make it something else.
  ['https://qr.alipay.com.evil.test/', 'web', true],
  ['https://evil.test/?u=https://qr.alipay.com/a', 'web', true],
];

test.each(CASES)('%s is %s', (text, kind, opens) => {
  expect(readKind(text)).toMatchObject({ kind, opens });
});

test('short links are named as such and may be opened', () => {
  expect(readKind('https://t.cn/A6abc')).toMatchObject({ kind: 'web', short: true, opens: true });
  expect(readKind('https://t.cn/A6abc').label.zh).toContain('短链接');
  expect(readKind('https://shop.test/t.cn')).toMatchObject({ short: false });
});
