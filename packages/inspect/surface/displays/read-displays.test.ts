import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { idCheckCharacter } from '../../trace/validate.ts';
import { readDisplays } from './read-displays.ts';

let browser: HtmlSurfaces;
beforeAll(async () => {
  browser = await openHtmlSurfaces();
});
afterAll(() => browser.close());
const HEAD = '<!doctype html><meta name=viewport content="width=device-width">';
const brief = async (html: string, typed: readonly string[] = []) =>
  readDisplays(await browser.surface(HEAD + html), typed).map((display) => `${display.category}:${display.masked}`);
// 154 is in no carrier's hands; 310199 is no district.
const PHONE = '15400001234';
const ID = `31019919000101001${idCheckCharacter('31019919000101001')}`;

describe('PI on view', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['labelled phone', `<p>手机号：${PHONE}</p>`, ['phone:no']],
    [
      'label in a cell of its own',
      `<div style="display:flex"><span style="display:block">联系人</span><span style="display:block;margin-left:9px">${PHONE}</span></div>`,
      ['phone:no'],
    ],
    ['spaced with country code', '<p>收货电话 +86 154-0000-1234</p>', ['phone:no']],
    ['masked phone', '<p>取餐人 154****1234</p>', ['phone:yes']],
    ['masked number of any series', '<p>业主电话：100****5678</p>', ['phone:yes']],
    ['masked number of any series, crosses', '<p>联系人 101xxxx1234</p>', ['phone:yes']],
    ['id number', `<p>证件：${ID}</p>`, ['id-number:no']],
    ['masked id number', '<p>证件：310***********0012</p>', ['id-number:yes']],
    ['name and phone', `<p>收货人：王试岚 ${PHONE}</p>`, ['name:no', 'phone:no']],
    ['masked name', '<p>姓名：王**</p>', ['name:yes']],
    ['queue screen', `<h2>取餐叫号</h2><ul><li>A12 王试岚 ${PHONE}</li></ul>`, ['name:no', 'phone:no']],
    ['plate', '<p>沪A·00000 已入场 2 小时</p>', ['plate:no']],
    ['masked plate', '<p>沪A***12 已入场</p>', ['plate:yes']],
    ['bank card', '<p>银行卡号：6200 0000 0000 0005</p>', ['bank-card:no']],
    ['card tail', '<p>储蓄卡（尾号1234）</p>', ['bank-card:yes']],
    ['delivery address', '<p>收货地址：上海市试墨区虚拟岚路7431弄0号301室</p>', ['address:no']],
    ["an owner's number on a listing", `<div><p>业主电话：${PHONE}</p></div>`, ['phone:no']],
  ];
  it.each(cases)('%s', async (_, html, expected) => expect(await brief(html)).toEqual(expected));
});

describe('nobody’s data', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['hotline', '<p>客服热线：400-820-0000</p><p>投诉电话 12315</p>'],
    ['mobile of the shop', `<p>门店电话：${PHONE}</p>`],
    ['card of a shop', `<div><h3>浦江店</h3><p>营业时间 10:00-22:00</p><p>电话：${PHONE}</p></div>`],
    ['footer', `<footer>联系电话：${PHONE}</footer>`],
    ['agent', `<p>经纪人电话：${PHONE}</p>`],
    ['order number', '<p>订单号：202611240015400001234</p><p>流水 15400001234567</p>'],
    ['placeholder and value', `<input placeholder="手机号 ${PHONE}"><input value="${PHONE}">`],
    ['example', '<p>示例：沪A00000</p>'],
    ['wrong check digit', `<p>编号 ${ID.slice(0, 17)}${ID.endsWith('1') ? '2' : '1'}</p>`],
    ['unlabelled number', '<p>招牌奶茶 15400001234</p>'],
    ['name label without name', '<p>联系人：请选择</p><p>姓名：必填</p><p>客户：高级经理</p>'],
    ['shop address', '<p>地址：上海市试墨区虚拟路7431号1楼</p>'],
    ['price and dates', '<p>2026-11-24 12:00 ¥154.00 满300减50</p>'],
    ['card number without a word', '<p>6200000000000005</p>'],
  ];
  it.each(cases)('%s', async (_, html) => expect(await brief(html)).toEqual([]));

  it('leaves out what we typed, in whatever grouping', async () => {
    expect(await brief('<p>手机号：154 0000 1234</p>', [PHONE])).toEqual([]);
    expect(await brief(`<input value="${PHONE}"><p>手机号：${PHONE}</p>`)).toEqual([]);
  });
  it('does not spread the value', async () => {
    const [display] = readDisplays(await browser.surface(`${HEAD}<p>手机号：${PHONE}</p>`));
    expect(display?.sample).toBe('154…34');
  });
});
