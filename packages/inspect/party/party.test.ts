import { describe, expect, test } from 'vitest';
import { partyOf } from './party.ts';

const home = { host: 'order.shop.cn', port: 443 };
const role = (url: string, at = home, cnames = {}) => partyOf(url, at, cnames).role;

describe('first, third, platform', () => {
  test.each([
    ['https://order.shop.cn/api', 'first'],
    ['https://api.shop.cn/api', 'first'],
    ['https://order.shop.cn.evil.cn/', 'third'],
    ['https://shop.cn-track.com/', 'third'],
    ['https://hm.baidu.com/hm.gif', 'third'],
    ['https://res.wx.qq.com/open/js/jweixin-1.6.0.js', 'platform'],
    ['https://wap.cmpassport.com/x', 'platform'],
    ['https://203.0.113.9/collect', 'third'],
    ['http://192.168.1.4/collect', 'unknown'],
    ['https://shop-img.oss-cn-shanghai.aliyuncs.com/a.png', 'unknown'],
    ['https://shop123456.youzan.com/x', 'third'],
    ['https://acme.feishu.cn/share/base/form/x', 'third'],
    ['data:text/plain,1', 'unknown'],
  ])('%s is %s', (url, expected) => {
    const party = partyOf(url, home);
    expect(party.role).toBe(expected);
    expect(party.why.length).toBeGreaterThan(10);
  });

  test('the company and category come from the dated list', () => {
    expect(partyOf('https://hm.baidu.com/hm.gif', home)).toMatchObject({
      company: '北京百度网讯科技有限公司',
      service: 'baidu-tongji',
      category: 'analytics',
      domain: 'baidu.com',
    });
  });
});

describe('addresses are never equal by having no domain', () => {
  const ip = { host: '203.0.113.7', port: 8080 };
  test.each([
    ['http://203.0.113.7:8080/x', 'first'],
    ['http://203.0.113.7:9090/x', 'unknown'],
    ['http://203.0.113.8:8080/x', 'third'],
    ['https://tracker.cn/x', 'third'],
  ])('%s is %s', (url, expected) => {
    expect(role(url, ip)).toBe(expected);
  });
  test('another port of localhost is another, unknown, speaker', () => {
    expect(role('http://localhost:9000/', { host: 'localhost', port: 8000 })).toBe('unknown');
    expect(role('http://api.shop.localhost:9000/', { host: 'shop.localhost', port: 8000 })).toBe('first');
  });
});

describe('tenants of one vendor', () => {
  const shop = { host: 'shop123456.youzan.com', port: 443 };
  test.each([
    ['https://shop123456.youzan.com/x', 'first'],
    ['https://shop999999.youzan.com/x', 'third'],
    ['https://h5.youzan.com/x', 'unknown'],
    ['https://hm.baidu.com/x', 'third'],
  ])('%s is %s', (url, expected) => {
    expect(role(url, shop)).toBe(expected);
  });
  test('on a host shared by paths only the very host is the page', () => {
    const form = { host: 'www.wjx.cn', port: 443 };
    expect(partyOf('https://www.wjx.cn/vm/a', form)).toMatchObject({ role: 'first', why: expect.stringContaining('many merchants') });
    expect(role('https://image.wjx.cn/a', form)).toBe('unknown');
  });
});

describe('records', () => {
  test('a record that names the listed company or the domain makes it first', () => {
    const hints = { ...home, operatorHints: { companies: ['北京三快在线科技有限公司'], domains: ['shopcdn.com'] } };
    expect(role('https://report.meituan.com/x', hints)).toBe('first');
    expect(role('https://img.shopcdn.com/x', hints)).toBe('first');
    expect(role('https://report.meituan.com/x')).toBe('third');
  });
  test('a page of a listed company meets its own services', () => {
    expect(role('https://p0.meituan.net/x', { host: 'i.meituan.com', port: 443 })).toBe('first');
  });
});

describe('aliases', () => {
  const cnames = {
    'metrics.shop.cn': ['shop.datasink.sensorsdata.cn'],
    'img.shop.cn': ['img.shop.cn.w.kunlungr.com'],
    'stat.shop.cn': ['edge.unheard-of.net'],
    'api.shop.cn': ['lb.shop.cn'],
    'bucket.shop.cn': ['b-1.oss-cn-shanghai.aliyuncs.com'],
  };
  test.each([
    ['https://metrics.shop.cn/sa', 'third'],
    ['https://img.shop.cn/a.png', 'first'],
    ['https://stat.shop.cn/x', 'unknown'],
    ['https://api.shop.cn/x', 'first'],
    ['https://bucket.shop.cn/x', 'first'],
    ['https://other.shop.cn/x', 'first'],
  ])('%s is %s', (url, expected) => {
    expect(role(url, home, cnames)).toBe(expected);
  });
  test('the alias is named in the reason', () => {
    expect(partyOf('https://metrics.shop.cn/sa', home, cnames)).toMatchObject({
      service: 'sensors',
      why: expect.stringContaining('sensorsdata.cn'),
    });
  });
  test('a page and its sub-domain behind one hosting alias stay together', () => {
    const same = { 'order.shop.cn': ['s1.host-x.net'], 'api.shop.cn': ['s2.host-x.net'] };
    expect(role('https://api.shop.cn/x', home, same)).toBe('first');
  });
});
