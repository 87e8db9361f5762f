import { PI_CATEGORY_IDS } from '@liangjian/law';
import { expect, test } from 'vitest';
import { serviceOf } from './services.ts';
import { SERVICES } from './services.data.ts';
import { siteOf } from './site.ts';

test('the list is large, Chinese first, and each entry is whole', () => {
  expect(SERVICES.length).toBeGreaterThanOrEqual(200);
  expect(SERVICES.filter(({ company }) => /\p{Script=Han}/u.test(company)).length).toBeGreaterThanOrEqual(120);
  expect(new Set(SERVICES.map(({ id }) => id)).size).toBe(SERVICES.length);
  for (const service of SERVICES) {
    expect(service.id).toMatch(/^[a-z0-9-]+$/);
    expect(service.source.length, service.id).toBeGreaterThan(20);
    expect(service.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(service.carries.length, service.id).toBeGreaterThan(0);
    for (const category of service.carries) expect(PI_CATEGORY_IDS).toContain(category);
    for (const path of service.paths ?? []) expect(path).toMatch(/^\//);
  }
});

test('every host is a well-formed name below a public suffix, listed once per path', () => {
  const seen = new Set<string>();
  for (const service of SERVICES) {
    for (const host of service.hosts) {
      expect(host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
      expect(siteOf(host)?.registrable, host).toBeTruthy();
      const key = `${host} ${service.paths?.join() ?? ''}`;
      expect(seen.has(key), key).toBe(false);
      seen.add(key);
    }
  }
});

test.each([
  ['hm.baidu.com', '/hm.js', 'baidu-tongji'],
  ['s11.cnzz.com', '/z.js', 'umeng'],
  ['restapi.amap.com', '/v3/ip', 'amap'],
  ['api.map.baidu.com', '/', 'baidu-map'],
  ['fp-it.fengkongcloud.com', '/', 'shumei'],
  ['static.geetest.com', '/', 'geetest'],
  ['onelogin.geetest.com', '/', 'onelogin'],
  ['pay.weixin.qq.com', '/', 'wechat-pay'],
  ['open.weixin.qq.com', '/', 'wechat'],
  ['cn-shanghai.log.aliyuncs.com', '/', 'sls'],
  ['o123.ingest.sentry.io', '/', 'sentry'],
  ['www.facebook.com', '/tr?id=1', 'facebook-tr'],
  ['www.facebook.com', '/plugins', 'facebook'],
  ['g.alicdn.com', '/AWSC/AWSC/awsc.js', 'ali-awsc'],
  ['g.alicdn.com', '/x.js', 'alicdn'],
  ['HM.BAIDU.COM.', '/', 'baidu-tongji'],
  ['open.weixin.qq.com.localhost', '/', 'wechat'],
])('%s%s is %s', (host, path, id) => {
  expect(serviceOf(host, path)?.id).toBe(id);
});

test.each(['www.baidu.com', 'hm.baidu.com.evil.cn', 'notcnzz.com', 'www.google.com', 'shop.test', 'com'])('%s is not listed', (host) => {
  expect(serviceOf(host)).toBeNull();
});
