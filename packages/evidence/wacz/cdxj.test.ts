import { expect, test } from 'vitest';
import { indexText, requestBodyKey, searchableUrl } from './cdxj.ts';

test('addresses become the keys that WACZ players compute', () => {
  expect(searchableUrl('https://www.example.org/index.html')).toBe('org,example)/index.html');
  expect(searchableUrl('http://m.Example.com:8080/A/b?z=1&a=2')).toBe('com,example,m:8080)/a/b?a=2&z=1');
  expect(searchableUrl('https://x.com/?q=a+b&c=d/e:f&k=%E4%B8%AD')).toBe('com,x)/?c=d/e:f&k=%e4%b8%ad&q=a+b');
  expect(searchableUrl('https://点餐.cn/菜单?桌=8')).toBe('cn,xn--3pxo47f)/%E8%8F%9C%E5%8D%95?%E6%A1%8C=8');
  expect(searchableUrl('urn:liangjian:artefact:ab')).toBe('urn:liangjian:artefact:ab');
});

test('bodies of posts take part in the key', () => {
  const bytes = (text: string) => Buffer.from(text);
  expect(requestBodyKey('application/x-www-form-urlencoded', bytes('phone=1+0'))).toBe('phone=1+0');
  expect(requestBodyKey('application/json', bytes('{"a":{"b":1,"c":[1,2]},"b":"x y","n":null}'))).toBe('b=1&c=1&c.2_=2&b.2_=x+y&n=null');
  expect(requestBodyKey('text/plain', bytes('hello'))).toBe('');
  expect(requestBodyKey('application/octet-stream', Buffer.from([1, 2, 255]))).toBe('__wb_post_data=AQL/');
  expect(requestBodyKey('application/json', Buffer.alloc(20_000, 'a'))).toBe('');
  const entry = {
    url: 'http://x.com/a?q=1',
    date: '2026-11-24T00:00:00Z',
    mime: 'text/html',
    status: 200,
    digest: 'd',
    offset: 0,
    length: 1,
    recordDigest: 'r',
  };
  expect(
    indexText([{ ...entry, method: 'POST', requestBody: 'b=%E4%B8%AD' }], 'f')
      .split(' ')
      .slice(0, 2),
  ).toEqual(['com,x)/a?__wb_method=post&b=%E4%B8%AD&q=1', '20261124000000000']);
});
