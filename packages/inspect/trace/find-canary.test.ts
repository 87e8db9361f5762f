import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canaryFor } from './canary.ts';
import { findInBytes, findInText } from './find-canary.ts';
import { needlesFor } from './needles.ts';
import { splitOver } from './split.ts';

const canary = canaryFor('refuse');
const needles = needlesFor(canary);
const phone = canary.phone ?? '';
const name = canary.name ?? '';
const id = canary['id-number'] ?? '';

const b64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest();
const escaped = (text: string) => [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const gbkTable = (() => {
  const table = new Map<string, string>();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const sign = decoder.decode(Uint8Array.of(high, low));
      if (sign.length === 1) table.set(sign, `%${high.toString(16)}%${low.toString(16)}`);
    }
  }
  return table;
})();
const gbkPercent = (text: string) => [...text].map((sign) => gbkTable.get(sign) ?? sign).join('');
const categories = (text: string) => findInText(text, needles).map(({ category }) => category);

describe('each way of wrapping a phone number', () => {
  const ways: [string, string, string][] = [
    ['plain', phone, 'plain'],
    ['country code', `+86${phone}`, 'plain'],
    ['spaced', phone.replace(/^(...)(....)/, '$1 $2 '), 'formatted'],
    ['dashed', phone.replace(/^(...)(....)/, '$1-$2-'), 'formatted'],
    ['percent', [...phone].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join(''), 'url>plain'],
    ['percent twice', [...phone].map((sign) => `%25${sign.charCodeAt(0).toString(16)}`).join(''), 'url>url>plain'],
    ['escapes', escaped(phone), 'escape>plain'],
    ['entities', [...phone].map((sign) => `&#${sign.charCodeAt(0)};`).join(''), 'html>plain'],
    ['hex entities', [...phone].map((sign) => `&#x${sign.charCodeAt(0).toString(16)};`).join(''), 'html>plain'],
    ['base64', b64(phone), 'base64>plain'],
    ['base64 twice', b64(b64(phone)), 'base64>base64>plain'],
    ['hex', Buffer.from(phone).toString('hex'), 'hex>plain'],
    ['reversed', [...phone].reverse().join(''), 'reversed'],
    ['full width', [...phone].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join(''), 'full-width>plain'],
    ['character codes', [...phone].map((sign) => sign.charCodeAt(0)).join(','), 'char-codes>plain'],
    ['single signs', [...phone].join('-'), 'separated>plain'],
    ['gzip in base64', b64(gzipSync(phone)), 'base64>gzip>plain'],
    ['zlib in base64', b64(deflateSync(phone)), 'base64>deflate>plain'],
    ...['md5', 'sha1', 'sha256', 'sha512', 'sm3'].flatMap((algorithm): [string, string, string][] => [
      [`${algorithm} hex`, hash(algorithm, phone).toString('hex'), algorithm],
      [`${algorithm} HEX`, hash(algorithm, phone).toString('hex').toUpperCase(), algorithm],
      [`${algorithm} base64`, hash(algorithm, phone).toString('base64'), algorithm],
      [`${algorithm} base64url`, hash(algorithm, phone).toString('base64url'), algorithm],
      [`${algorithm} +86`, hash(algorithm, `+86${phone}`).toString('hex'), `${algorithm}+86`],
    ]),
    ['half md5', hash('md5', phone).toString('hex').slice(8, 24), 'md5-16'],
  ];
  test.each(ways)('%s', (_, wrapped, encoding) => {
    for (const [text, key] of [
      [JSON.stringify({ a: 'x', p: wrapped }), 'p'],
      [`a=x&p=${encodeURIComponent(wrapped)}`, 'p'],
      [JSON.stringify({ data: JSON.stringify({ inner: wrapped }) }), 'data.inner'],
      [`--b1\r\nContent-Disposition: form-data; name="p"\r\n\r\n${wrapped}\r\n--b1--\r\n`, 'p'],
    ] as const) {
      expect(findInText(text, needles), text).toContainEqual({ category: 'phone', key, encoding });
    }
  });
});

test('bodies packed by name or by mark', () => {
  const body = JSON.stringify({ user: { phone }, padding: 'x'.repeat(50) });
  for (const [bytes, named] of [
    [gzipSync(body), ''],
    [deflateSync(body), ''],
    [zstdCompressSync(Buffer.from(body)), ''],
    [brotliCompressSync(body), 'br'],
    [brotliCompressSync(body), ''],
    [deflateRawSync(body), 'deflate'],
    [deflateRawSync(body), ''],
  ] as const) {
    expect(findInBytes(bytes, needles, named)).toContainEqual(expect.objectContaining({ category: 'phone', key: 'user.phone' }));
  }
});

test('bytes that are no text: zeros around it, UTF-16', () => {
  expect(findInBytes(Buffer.from(`\0\0\0\u0001\0\0\0\u000b${phone}\0\0\0\0\0\0`), needles)).toMatchObject([{ category: 'phone' }]);
  expect(findInBytes(Buffer.from(`{"p":"${phone}"}`, 'utf16le'), needles)).toMatchObject([{ category: 'phone' }]);
});

test('names in UTF-8, GBK, escapes, codes', () => {
  for (const text of [
    name,
    encodeURIComponent(name),
    encodeURIComponent(encodeURIComponent(name)),
    gbkPercent(name),
    escape(name),
    escaped(name),
    b64(name),
    [...name].map((s) => s.charCodeAt(0)).join(','),
  ]) {
    expect(categories(`q=1&n=${text}`), text).toContain('name');
  }
});

test('base64 with something glued in front, at any place of the group', () => {
  for (const glue of ['a', 'ab', 'abc', 'abcd', 'v1']) expect(categories(glue + b64(`{"phone":"${phone}"}`)), glue).toContain('phone');
});

test('values sent in pieces', () => {
  expect(findInText(`p1=${phone.slice(0, 3)}&p2=${phone.slice(3, 7)}&p3=${phone.slice(7)}`, needles)).toContainEqual({
    category: 'phone',
    key: 'p1+p2+p3',
    encoding: 'split',
  });
  expect(
    findInText(JSON.stringify({ a: phone.slice(0, 3), t: 1, b: phone.slice(3, 7), u: 'abc', c: phone.slice(7) }), needles),
  ).toContainEqual({ category: 'phone', key: 'a+b+c', encoding: 'split' });
  expect(findInText(JSON.stringify({ chars: [...phone] }), needles)).toContainEqual({
    category: 'phone',
    key: 'chars[]',
    encoding: 'split',
  });
  expect(categories(JSON.stringify({ codes: [...phone].map((sign) => sign.charCodeAt(0)) }))).toContain('phone');
  expect(categories(JSON.stringify({ a: name.slice(0, 1), b: name.slice(1) }))).toContain('name');
  expect(
    splitOver(
      [
        { key: 'a', value: phone.slice(0, 4) },
        { key: 'x', value: '17' },
        { key: 'b', value: phone.slice(4) },
      ],
      needles.splittable,
    ),
  ).toEqual([{ category: 'phone', key: 'a+b' }]);
  expect(
    splitOver(
      [
        { key: 'b', value: phone.slice(4) },
        { key: 'a', value: phone.slice(0, 4) },
      ],
      needles.splittable,
    ),
  ).toEqual([]);
});

test('location: pair in either order, rounded, shifted; a shop in town is not ours', () => {
  expect(categories('lat=31.218463&lng=123.529184')).toContain('location-precise');
  expect(findInText('x=123.5291&y=31.2184', needles)).toContainEqual({ category: 'location-precise', key: '', encoding: 'plain' });
  expect(findInText('{"p":"123.533921,31.216011"}', needles)).toContainEqual({
    category: 'location-precise',
    key: 'p',
    encoding: 'shifted',
  });
  expect(categories('lat=31.2304&lng=121.4737')).toEqual([]);
});

test('ID number, plate, birthday, e-mail, long JSON number', () => {
  expect(categories(`{"c":"${id.toLowerCase()}"}`)).toContain('id-number');
  expect(categories(`{"card":${canary['bank-card']}}`)).toContain('bank-card');
  expect(categories('{"p":"沪B·00000"}')).toContain('plate');
  expect(categories('{"b":"1988/07/23"}')).toContain('birth-date');
  expect(categories('{"b":19880723}')).toContain('birth-date');
  expect(categories('{"b":"5198807231"}')).toEqual([]);
  expect(categories(`{"e":"${(canary['e-mail'] ?? '').toUpperCase()}"}`)).toContain('e-mail');
});

const wrap: Record<string, (text: string) => string> = {
  url: (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  base64: b64,
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
  gzip: (text) => b64(gzipSync(text)),
  deflate: (text) => b64(deflateSync(text)),
  json: (text) => JSON.stringify({ v: text }),
  jsonInJson: (text) => JSON.stringify({ v: JSON.stringify({ w: text, t: 1 }) }),
  form: (text) => `k=1&v=${encodeURIComponent(text)}`,
  escape: escaped,
};

test('property: any canary under up to four wrappings is found', () => {
  const values = Object.entries(canary).filter(([category]) => category !== 'location-precise');
  fc.assert(
    fc.property(
      fc.constantFrom(...values),
      fc.array(fc.constantFrom(...Object.keys(wrap)), { maxLength: 4 }),
      fc.string({ maxLength: 12 }),
      ([category, value], ways, noise) => {
        const inner = JSON.stringify({ noise, value });
        const text = ways.reduce((all, way) => wrap[way]?.(all) ?? all, inner);
        return findInText(text, needles).some((hit) => hit.category === category);
      },
    ),
    { numRuns: 250 },
  );
});

test('property: random text, forms, JSON and bytes hold nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 400 }),
        fc.json(),
        fc.webQueryParameters(),
        fc.base64String({ maxLength: 400 }),
        fc.array(fc.nat()).map(String),
      ),
      (text) => findInText(text, needles).length === 0,
    ),
    { numRuns: 400 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => findInBytes(Buffer.from(bytes), needles).length === 0),
    { numRuns: 200 },
  );
});

test('the values of another arm are not ours', () => {
  const other = canaryFor('accept');
  expect(findInText(JSON.stringify({ ...other, 'location-precise': other['location-precise'] }), needles)).toEqual([]);
});

test('work grows with the length, not with its square or its nesting', () => {
  const took = (text: string) => {
    const start = process.cpuUsage().user;
    findInText(text, needles);
    return process.cpuUsage().user - start;
  };
  took('a'.repeat(100_000));
  // One long run of each kind of sign: where a careless pattern starts over at every place.
  for (const run of ['a', '1', '%', '1,', '12,', 'ab ', '&#1', '=', '\\u', '[', '"', '--', '1-', '0.0'])
    expect(took(run.repeat(60_000)), run).toBeLessThan(1_500_000);
  const hostile = (size: number) => Array.from({ length: size / 40 }, (_, at) => b64(`x${at}%41&a=${at},12,34,56`)).join('-');
  const [small, large] = [took(hostile(40_000)), took(hostile(320_000))];
  expect(large).toBeLessThan(Math.max(small, 10_000) * 40);
});
