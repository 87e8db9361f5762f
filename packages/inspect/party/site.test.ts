import { describe, expect, test } from 'vitest';
import { isPrivateAddress, siteOf } from './site.ts';

const id = (locator: string) => siteOf(locator)?.id;

describe('identity of a host', () => {
  test.each([
    ['https://shop.test/x', 'shop.test'],
    ['https://api.shop.test', 'shop.test'],
    ['https://shop.test.evil.cn', 'evil.cn'],
    ['https://shop.test-track.cn', 'test-track.cn'],
    ['https://www.shop.com.cn', 'shop.com.cn'],
    ['https://a.b.shop.sh.cn', 'shop.sh.cn'],
    ['https://www.点餐.中国', 'xn--3pxo47f.xn--fiqs8s'],
    ['http://shop.localhost:8000', 'shop.localhost'],
    ['http://api.shop.localhost:9000', 'shop.localhost'],
    ['http://www.shop.cn.localhost:8000', 'shop.cn.localhost'],
    ['http://localhost:8000', 'localhost:8000'],
    ['http://intranet/', 'intranet:80'],
    ['https://203.0.113.7/', '203.0.113.7:443'],
    ['http://203.0.113.7:8080/', '203.0.113.7:8080'],
    ['http://0x7f.1/', '127.0.0.1:80'],
    ['http://[2001:db8::1]:81/', '[2001:db8::1]:81'],
    ['https://SHOP.CN./', 'shop.cn'],
  ])('%s is %s', (locator, expected) => {
    expect(id(locator)).toBe(expected);
  });
});

describe('one customer, one identity', () => {
  test.each([
    ['https://my-shop.oss-cn-shanghai.aliyuncs.com/a.png', 'my-shop.oss-cn-shanghai.aliyuncs.com', 'bucket'],
    ['https://img-1250000000.cos.ap-shanghai.myqcloud.com/a', 'img-1250000000.cos.ap-shanghai.myqcloud.com', 'bucket'],
    ['https://q1w2.bkt.clouddn.com', 'q1w2.bkt.clouddn.com', 'bucket'],
    ['https://pics.b0.upaiyun.com', 'pics.b0.upaiyun.com', 'bucket'],
    ['https://menu.bj.bcebos.com', 'menu.bj.bcebos.com', 'bucket'],
    ['https://shop.obs.cn-east-3.myhuaweicloud.com', 'shop.obs.cn-east-3.myhuaweicloud.com', 'bucket'],
    ['https://shop123456.youzan.com', 'shop123456.youzan.com', 'shop'],
    ['https://shop123456.m.youzan.com/w', 'shop123456.m.youzan.com', 'shop'],
    ['https://acme.feishu.cn/share/base/form/x', 'acme.feishu.cn', 'form'],
    ['https://someone.github.io', 'someone.github.io', 'compute'],
    ['https://x.y.vercel.app', 'y.vercel.app', 'compute'],
  ])('%s is %s', (locator, expected, kind) => {
    expect(siteOf(locator)).toMatchObject({ kind: 'tenant', id: expected, rented: { kind } });
  });

  test.each([
    ['https://h5.youzan.com', 'youzan.com'],
    ['https://www.feishu.cn', 'feishu.cn'],
    ['https://arms-retcode.aliyuncs.com', 'aliyuncs.com'],
    ['https://github.io', 'github.io'],
  ])('the vendor itself is no customer: %s', (locator, expected) => {
    expect(siteOf(locator)).toMatchObject({ kind: 'domain', id: expected });
  });
});

test('addresses without a host have no site', () => {
  expect(siteOf('data:text/plain,x')).toBeNull();
  expect(siteOf('blob:https://shop.test/1')).toBeNull();
  expect(siteOf('')).toBeNull();
});

test('private addresses are told from public ones', () => {
  for (const host of ['127.0.0.1', '10.1.1.1', '192.168.0.1', '172.16.0.1', '100.64.0.1', '[::1]', '[fe80::1]', '[fd00::1]']) {
    expect(isPrivateAddress(host), host).toBe(true);
  }
  for (const host of ['203.0.113.7', '172.32.0.1', '100.128.0.1', '[2001:db8::1]', 'shop.cn'])
    expect(isPrivateAddress(host), host).toBe(false);
});
