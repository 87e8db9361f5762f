import { describe, expect, test } from 'vitest';
import { detectPi, detectPlace } from './detect-pi.ts';
import { isIdentifier, looksRandom } from './identifiers.ts';
import { findInOutgoing, leavesOfOutgoing } from './outgoing.ts';
import { canaryFor } from './canary.ts';
import { needlesFor } from './needles.ts';
import { idCheckCharacter } from './validate.ts';

const id = `31010119900307123${idCheckCharacter('31010119900307123')}`;
// Form of a subscriber's number, in the range of maritime satellite terminals, serial all zeros: nobody on land holds it.
const mobile = `1749${'0'.repeat(7)}`;

describe('PI that is not a canary', () => {
  test.each([
    ['openid', 'oX1a2b3c4d5e6f7g8h9i0j1k2l3m', 'platform-id', 'strong'],
    ['user.unionId', 'oX1a2b3c4d5e6f7g8h9i0j1k2l3m', 'platform-id', 'strong'],
    ['device.oaid', '8f3a9c1d2e4b5a60', 'device-id', 'strong'],
    ['imei', '860000000000017', 'device-id', 'strong'],
    ['mac', '3c:22:fb:10:20:30', 'device-id', 'weak'],
    ['mobile', mobile, 'phone', 'strong'],
    ['user.phone', `+86 ${mobile}`, 'phone', 'strong'],
    ['shopPhone', mobile, 'phone', 'weak'],
    ['n', mobile, 'phone', 'weak'],
    ['x', id, 'id-number', 'strong'],
  ])('%s=%s', (key, value, category, certainty) => {
    expect(detectPi({ key, value })).toEqual({ category, certainty });
  });
  test.each([
    ['phone', '1700000000000'],
    ['mobile', 'true'],
    ['openid', 'undefined'],
    ['oaid', '00000000-0000-0000-0000-000000000000'],
    ['x', `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}`],
    ['version', '1.38.0'],
  ])('nothing in %s=%s', (key, value) => {
    expect(detectPi({ key, value })).toBeNull();
  });
  test('coordinates are weak: the shop has a place too', () => {
    expect(
      detectPlace([
        { key: 'lat', value: '31.2304' },
        { key: 'lng', value: '121.4737' },
      ]),
    ).toEqual({ category: 'location-precise', certainty: 'weak' });
    expect(detectPlace([{ key: 'lat', value: '31.2304' }])).toBeNull();
  });
});

describe('identifiers', () => {
  test.each([
    ['_ga', 'GA1.2.1234567890.1700000000'],
    ['UM_distinctid', '18c0f7d1a2b3c4-0d5e6f7a8b9c0d-26031e51-4a574-18c0f7d1a2c4d5'],
    ['device_id', '6f9619ff-8b86-d011-b42d-00c04fc964ff'],
    ['visitorId', 'a81bc81bdead4e5dabff90865d1e13b1'],
    ['props.distinct_id', '18c0f7d1a2b3c40d5e6f7a8b9c0d'],
  ])('%s', (key, value) => {
    expect(isIdentifier({ key, value })).toBe(true);
  });
  test.each([
    ['csrf_token', 'a81bc81bdead4e5dabff90865d1e13b1'],
    ['JSESSIONID', 'A81BC81BDEAD4E5DABFF90865D1E13B1'],
    ['sessionid', 'a81bc81bdead4e5dabff90865d1e13b1'],
    ['shop_id', '100000000000000123'],
    ['uid', '0'],
    ['uid', 'guest'],
    ['v', 'a81bc81bdead4e5dabff90865d1e13b1'],
    ['request_id', '6f9619ff-8b86-d011-b42d-00c04fc964ff'],
    ['_', '1700000000000'],
  ])('%s=%s is none', (key, value) => {
    expect(isIdentifier({ key, value })).toBe(false);
  });
  test('randomness by form', () => {
    expect(looksRandom('aaaaaaaaaaaaaaaaaaaa')).toBe(false);
    expect(looksRandom('hello-world-of-menus')).toBe(false);
    expect(looksRandom('3f9a1c7')).toBe(false);
    expect(looksRandom('1700000000123')).toBe(false);
    expect(looksRandom('2026-11-24T04:00:00Z')).toBe(false);
    expect(looksRandom('3f9a1c7be24d5a6087')).toBe(true);
  });
});

describe('one message', () => {
  const canary = canaryFor('accept');
  const needles = needlesFor(canary);
  const phone = canary.phone ?? '';
  const find = (over: object) =>
    findInOutgoing({ url: 'https://t.cn/p', headers: {}, body: null, bodyIs: 'body', ...over }, needles).map(({ where, key, encoding }) => [
      where,
      key,
      encoding,
    ]);
  test('address, path, host, header, cookie, body', () => {
    expect(find({ url: `https://t.cn/p?m=${phone}` })).toEqual([['query', 'm', 'plain']]);
    expect(find({ url: `https://t.cn/u/${phone}/x` })).toEqual([['path', 'path', 'plain']]);
    expect(find({ url: `https://t.cn/${phone.slice(0, 3)}/${phone.slice(3, 7)}/${phone.slice(7)}` })).toEqual([['path', 'path', 'split']]);
    expect(find({ url: `https://${phone}.t.cn/` })).toEqual([['path', 'host', 'plain']]);
    expect(find({ headers: { Referer: `https://shop.cn/?phone=${phone}` } })).toEqual([['header', 'referer.phone', 'plain']]);
    expect(find({ headers: { Cookie: `a=1; m=${phone}` } })).toEqual([['cookie', 'm', 'plain']]);
    expect(find({ body: Buffer.from(`{"m":"${phone}"}`) })).toEqual([['body', 'm', 'plain']]);
    expect(find({ headers: { 'User-Agent': phone } })).toEqual([]);
  });
  test('values inside values are named', () => {
    const leaves = leavesOfOutgoing({ url: 'https://t.cn/?d=%7B%22device_id%22%3A%22x%22%7D', headers: {}, body: null, bodyIs: 'body' });
    expect(leaves).toEqual([{ key: 'd.device_id', value: 'x', where: 'query' }]);
  });
});
