import { describe, expect, test } from 'vitest';
import { returnedInJson, returnedInText } from './over-returned.ts';
import { idCheckCharacter } from './validate.ts';

// Maritime satellite range, serial all but zero: nobody on land holds these.
const a = `1749${'0'.repeat(7)}`;
const b = `1749${'0'.repeat(6)}1`;
const id = `31010119900307123${idCheckCharacter('31010119900307123')}`;
const values = (json: unknown, own: string[] = []) => returnedInJson(json, own).map(({ value }) => value);

describe('people in JSON', () => {
  test.each([
    [
      'order list',
      {
        orders: [
          { orderNo: 1, phone: a },
          { orderNo: 2, phone: b },
        ],
      },
      [a, b],
    ],
    ['queue', { data: { queue: [{ no: 'A1', mobile: a }] } }, [a]],
    ['member', { member: { nickname: 'x', phone: Number(a) } }, [a]],
    [
      'fields that say what they hold',
      { list: [{ ownerName: 'x', ownerMobile: '10100000001', ownerIdNo: '000000199001010001', title: '示例花园' }] },
      ['10100000001', '000000199001010001'],
    ],
    ['appointments', { appointments: [{ phone: a }] }, [a]],
    ['ID number anywhere', { x: { y: id } }, [id]],
    ['two numbers nobody is named with', [{ phone: a }, { phone: b }], [a, b]],
  ])('%s', (_, json, expected) => {
    expect(values(json)).toEqual(expected);
  });
  test.each([
    ['a shop', { shop: { name: '试墨面馆', phone: a } }],
    [
      'shops without a telling key',
      [
        { name: '浦东店', phone: a },
        { name: '徐汇店', phone: b },
      ],
    ],
    ['the shop inside an order', { orders: [{ orderNo: 1, shop: { phone: a } }] }],
    ['a hotline', { serviceHotline: a }],
    [
      'staff',
      {
        brokers: [
          { name: 'x', phone: a },
          { name: 'y', phone: b },
        ],
      },
    ],
    ['one number nobody is named with', { phone: a }],
    [
      'places by their position',
      [
        { lat: 31.2, lng: 121.4, tel: a },
        { lat: 31.3, lng: 121.5, tel: b },
      ],
    ],
    ['a template', { template: { tel: a } }],
    ['a number that is no phone', { order: { time: 10100000001 } }],
    ['an order number', { order: { id: '15437062918' } }],
  ])('not counted: %s', (_, json) => {
    expect(values(json)).toEqual([]);
  });
  test('our own values coming back are not somebody', () => {
    expect(values({ user: { phone: a } }, [a])).toEqual([]);
  });
  test('masked values are told apart', () => {
    expect(returnedInJson({ user: { phone: '174****0000', idCard: '310***********1234' } }, [])).toEqual([
      { category: 'phone', value: '174****0000', masked: true },
      { category: 'id-number', value: '310***********1234', masked: true },
    ]);
  });
});

describe('people in HTML', () => {
  test('a member beside a number', () => {
    expect(returnedInText(`<li>会员 <b>${a}</b></li>`, [])).toMatchObject([{ value: a, masked: false }]);
    expect(returnedInText('<li>会员 174****0000</li>', [])).toMatchObject([{ masked: true }]);
  });
  test.each([
    `<footer>客服热线 ${a}</footer>`,
    `<a href="tel:${a}">${a}</a>`,
    `<p>加盟咨询：${a}</p>`,
    `<img src="/i/${a}.png">`,
    `用户 x${a}`,
  ])('not counted: %s', (html) => {
    expect(returnedInText(html, [])).toEqual([]);
  });
});
