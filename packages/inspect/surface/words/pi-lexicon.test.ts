import { PI_CATEGORY_IDS } from '@liangjian/law';
import { describe, expect, it } from 'vitest';
import { matchPi, matchToken, PI_WORDS } from './pi-lexicon.ts';

const strong = (text: string) => matchPi(text).strong;

describe('PI lexicon', () => {
  it('names each category once and only known ones', () => {
    const categories = PI_WORDS.map((words) => words.category);
    expect(new Set(categories).size).toBe(categories.length);
    for (const category of categories) expect(PI_CATEGORY_IDS).toContain(category);
  });

  it('gives no identifier to two categories', () => {
    const tokens = PI_WORDS.flatMap((words) => words.tokens);
    expect(tokens.filter((token, at) => tokens.indexOf(token) !== at)).toEqual([]);
  });

  it.each([
    ['请输入手机号', ['phone']],
    ['請輸入手機號碼', ['phone']],
    ['手 机 号', ['phone']],
    ['姓名/联系电话', ['name', 'phone']],
    ['真实姓名（与身份证一致）', ['name']],
    ['身份证号码', ['id-number']],
    ['上传身份证人像面', ['id-photo']],
    ['会员卡号', ['account']],
    ['银行卡号', ['bank-card']],
    ['车牌号码', ['plate']],
    ['车架号（VIN码）', ['vin']],
    ['Your full name', ['name']],
    ['License plate', ['plate']],
    ['收货人手机号', ['phone']],
    ['出生年月', ['birth-date']],
    ['微信号', ['social-account']],
  ])('%s', (text, expected) => expect(strong(text)).toEqual(expected));

  it.each([
    '取餐号',
    '桌号',
    '优惠码',
    '手机壳型号',
    '门店电话',
    '意向车型',
    '生日蛋糕',
    'username of shop'.replace('username', 'user-generated'),
    'Product name',
    '房龄',
    '微信支付',
    'Upgrade now',
    '商品名称',
    'Message',
  ])('nothing certain in %s', (text) => expect(strong(text)).toEqual([]));

  it.each([
    ['userMobile', 'phone'],
    ['id_card_no', 'id-number'],
    ['form.linkPhone', 'phone'],
    ['car-no', 'plate'],
    ['stuName', null],
    ['shopAddress', null],
    ['message', null],
    ['language', null],
  ])('identifier %s', (identifier, expected) => expect(matchToken(identifier)).toBe(expected));

  it('takes what a home may cost for no income, and a shop that one tells about for nobody’s trade or home', () => {
    expect(matchPi('租金预算').weak).toEqual([]);
    expect(['店名或者公司名', 'Name of the shop or company', 'Address, or mall and floor'].flatMap(strong)).toEqual([]);
    expect(matchPi('家庭月收入').strong).toEqual(['income']);
  });
});
