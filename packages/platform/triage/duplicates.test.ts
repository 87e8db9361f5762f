import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDuplicates, type TipTraits } from './duplicates.ts';
import { foldName } from './fold-name.ts';
import { bandsOf, likeness, likenessOfBands, piecesOf } from './likeness.ts';
import { codeHash, touchpointKey } from './touchpoint-key.ts';

describe('names of shops', () => {
  test.each([
    ['上海某某餐饮管理有限公司', '某某餐饮管理有限公司'],
    ['某某（上海）餐饮有限公司', '某某餐饮有限责任公司'],
    ['ＡＢＣ茶饮 （人民广场店）', 'abc茶饮(人民广场店)'],
    ['上海市徐汇区好味面馆', '好味面馆'],
  ])('%s and %s share a key', (one, other) => {
    expect(foldName(one).key).toBe(foldName(other).key);
  });

  test('shops of a chain share the brand, not the key', () => {
    const [one, other] = [foldName('某某茶饮（人民广场店）'), foldName('某某茶饮（徐家汇店）')];
    expect([one.brand, one.branch]).toEqual(['某某茶饮', '人民广场店']);
    expect(other.brand).toBe(one.brand);
    expect(other.key).not.toBe(one.key);
    expect(foldName('').key).toBe('');
  });
});

describe('touchpoints', () => {
  test.each([
    ['HTTP://WWW.Shop.example:80/order/?utm_source=a&b=2&a=1#top', 'web', 'shop.example/order?a=1&b=2'],
    ['shop.example/order/index.html?a=1&b=2&token=xyz', 'web', 'shop.example/order?a=1&b=2'],
    ['https://user:pw@shop.example/%E8%8F%9C%E5%8D%95//', 'web', 'shop.example/菜单'],
    ['//shop.example/#/menu?x=1', 'web', 'shop.example#/menu'],
    ['http://商店.中国/点餐', 'web', 'xn--czrs0t.xn--fiqs8s/点餐'],
    ['小程序 wx0123456789ABCDEF 的页面', 'miniprogram', 'wx0123456789abcdef'],
    ['alipays://platformapi/startapp?appId=2021000000000001&page=a', 'miniprogram', '2021000000000001'],
  ])('%s', (raw, kind, key) => {
    expect(touchpointKey(raw)).toMatchObject({ kind, key });
  });

  test('codes of two tables are one place', () => {
    const [one, other] = [touchpointKey('https://shop.example/o?shop=7&table=12'), touchpointKey('https://shop.example/o?table=3&shop=7')];
    expect(one?.key).not.toBe(other?.key);
    expect(one?.place).toBe(other?.place);
  });

  test('an opaque code is told by its hash, words are no touchpoint, nothing throws', () => {
    expect(touchpointKey('weixin://wxpay/bizpayurl?pr=abc')).toEqual({
      kind: 'qr',
      key: codeHash('weixin://wxpay/bizpayurl?pr=abc'),
      place: null,
    });
    expect(touchpointKey('扫了桌上的码')).toBeNull();
    expect(touchpointKey('  ')).toBeNull();
    fc.assert(
      // Built from numbers: the generator of any character costs seconds to set up.
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 200 }),
        (points) => touchpointKey(String.fromCodePoint(...points)) !== undefined,
      ),
    );
  });

  test('neither scheme nor host case nor tracking changes what a link is', () => {
    const part = fc.constantFrom('/menu', '/', '//', '/%E8%8F%9C', '?x=1', '&y=2', '&table=3', '#/r', '#top', '%', '.html');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const rest = parts.join('');
        const once = touchpointKey(`http://shop.example/a${rest}`);
        expect(once?.kind).toBe('web');
        expect(touchpointKey(`https://WWW.Shop.Example:443/a${rest}`)).toEqual(once);
        expect(touchpointKey(`https://shop.example/a?utm_source=q&${rest.replace('?', '&')}`)).toEqual(
          touchpointKey(`https://shop.example/a?${rest.replace('?', '&')}`),
        );
      }),
      { numRuns: 200 },
    );
  });
});

const long = '昨天在某某茶饮人民广场店扫码点餐，小程序必须授权手机号才能下单，点拒绝就退出，店员说没有纸质菜单，要求查处。';
const again = '市民来电：在某某茶饮人民广场店扫码点餐，小程序必须授权手机号才可以下单，点了拒绝就退出，店员称没有纸质菜单。';
const otherText = '商场停车场缴费要先关注公众号再注册会员，后面的车一直按喇叭，收费也没有公示，希望有关部门管一管。';

describe('likeness of texts', () => {
  test('is high for two tellings, low for two matters, and none for scraps', () => {
    const pieces = [long, again, otherText].map(piecesOf);
    expect(likeness(pieces[0] ?? new Set(), pieces[1] ?? new Set())).toBeGreaterThan(0.5);
    expect(likeness(pieces[0] ?? new Set(), pieces[2] ?? new Set())).toBeLessThan(0.1);
    expect(likeness(piecesOf('要求查处'), piecesOf('要求查处'))).toBe(0);
    expect(likeness(piecesOf(`${long}工单31010000000001`), piecesOf(long))).toBeGreaterThan(0.9);
  });

  test('sketches find what is alike for nearly every salt, and estimate how much', () => {
    const [one, two, three] = [long, again, otherText].map(piecesOf);
    const shared = (other: typeof one, salt: number): number => {
      const mine = bandsOf(one ?? new Set(), salt);
      return bandsOf(other ?? new Set(), salt).filter((band) => mine.includes(band)).length;
    };
    const salts = Array.from({ length: 200 }, (_, salt) => salt * 7919);
    expect(salts.filter((salt) => shared(two, salt) > 0).length).toBeGreaterThan(180);
    expect(salts.filter((salt) => shared(three, salt) > 0).length).toBeLessThan(10);
    const mean = salts.reduce((sum, salt) => sum + shared(two, salt), 0) / salts.length;
    expect(likenessOfBands(mean)).toBeCloseTo(likeness(one ?? new Set(), two ?? new Set()), 1);
  });

  test('sketches of like texts share a band, others do not, and another salt changes all', () => {
    const [one, two, three] = [long, again, otherText].map((text) => bandsOf(piecesOf(text), 7));
    expect(one?.some((band) => two?.includes(band))).toBe(true);
    expect(one?.some((band) => three?.includes(band))).toBe(false);
    expect(bandsOf(piecesOf(long), 8).some((band) => one?.includes(band))).toBe(false);
    expect(bandsOf(piecesOf('短'), 7)).toEqual([]);
  });
});

const tip = (id: string, change: Partial<TipTraits> = {}): TipTraits => ({
  id,
  receivedOn: '2026-11-03',
  operatorId: null,
  uscc: null,
  operatorName: null,
  touchpoints: [],
  pieces: piecesOf(long),
  ...change,
});
const at = (url: string) => [touchpointKey(url)].filter((key) => key !== null);

describe('duplicates', () => {
  test('are found by shop, touchpoint, text and time, each with its reason', () => {
    const mine = tip('a', { operatorName: '某某茶饮（人民广场店）', touchpoints: at('https://shop.example/o?table=1') });
    const [best, next, ...rest] = findDuplicates(mine, [
      mine,
      tip('b', {
        operatorName: '上海某某茶饮(人民广场店)',
        touchpoints: at('https://shop.example/o?table=9'),
        pieces: piecesOf(again),
        receivedOn: '2026-11-05',
      }),
      tip('c', { operatorName: '某某茶饮', pieces: piecesOf(otherText) }),
      tip('d', { operatorName: '另一家', pieces: piecesOf(otherText) }),
    ]);
    expect(best).toMatchObject({ tip: 'b', kind: 'same-matter' });
    expect(best?.reasons.map(({ on }) => on)).toEqual(['name', 'place', 'text', 'time']);
    expect(best?.reasons.map(({ text }) => text.zh).join('')).toContain('相隔2天收到');
    expect(next).toMatchObject({ tip: 'c', kind: 'same-shop' });
    expect(rest).toEqual([]);
  });

  test('one operator with two different matters is the same shop only', () => {
    const [offer] = findDuplicates(tip('a', { operatorId: 'o1' }), [tip('b', { operatorId: 'o1', pieces: piecesOf(otherText) })]);
    expect(offer).toMatchObject({ kind: 'same-shop', reasons: [{ on: 'operator' }, { on: 'time' }] });
  });

  test('a form letter about two shops is shown, but never as the same matter', () => {
    const [offer] = findDuplicates(tip('a', { operatorName: '甲面馆' }), [tip('b', { operatorName: '乙茶饮' })]);
    expect(offer?.kind).toBe('same-shop');
    expect(offer?.reasons.map(({ on }) => on)).toEqual(['text', 'time']);
  });

  test('do not depend on which of two is asked first', () => {
    const pair = [tip('a', { uscc: 'X' }), tip('b', { uscc: 'X', pieces: piecesOf(again) })] as const;
    expect(findDuplicates(pair[0], pair)[0]?.score).toBe(findDuplicates(pair[1], pair)[0]?.score);
  });
});
