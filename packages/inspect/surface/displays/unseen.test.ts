import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { readDisplays } from './read-displays.ts';

let browser: HtmlSurfaces;
beforeAll(async () => {
  browser = await openHtmlSurfaces();
});
afterAll(() => browser.close());
const HEAD = '<!doctype html><meta name=viewport content="width=device-width">';

/** Cases written after the words were tuned; kept as regression. */
describe('unseen displays', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'order card',
      '<div class=card><h4>订单详情</h4><p>门店：浦江店</p><p>取餐人：李试汐</p><p>手机：15400004321</p></div>',
      ['name:no', 'phone:no'],
    ],
    ['table', '<table><tr><td>姓名</td><td>赵试澜</td></tr><tr><td>车牌</td><td>沪C00000</td></tr></table>', ['name:no', 'plate:no']],
    ['winners', '<h3>中奖名单</h3><p>154****0001 李* 一等奖</p>', ['phone:yes']],
    ['parcel', '<p>收件人 王**，154****4321</p>', ['name:yes', 'phone:yes']],
    ['titled', '<p>尊敬的会员张先生，您好</p>', []],
    [
      'latest bookings',
      '<div><h3>最近预约</h3><p>试墨先生 15400000001 已预约试驾</p><p>试墨女士 154****0002 已获取报价</p></div><p>© 2026 上海试墨汽车销售有限公司</p>',
      ['phone:no', 'phone:yes'],
    ],
    ['person at the shop', '<p>加盟热线：李女士 15400001234</p><p>经理 王先生 15400001234 营业时间 9:00</p>', []],
    ['code sent', '<p>验证码已发送至 154****1234</p>', ['phone:yes']],
    ['footer service', '<div class="site-footer"><p>业务咨询 15400001234</p></div>', []],
    ['store list', '<ul><li>人民路店 距您 1.2km 15400001234</li><li>解放路店 距您 2km 15400005678</li></ul>', []],
    ['teacher', '<p>课程顾问：李老师 15400001234</p>', []],
    ['listing owner', '<div><p>房源编号 88001122</p><p>房东：周试岚</p><p>房东电话：15400001234</p></div>', ['name:no', 'phone:no']],
    ['listing agent', '<div><p>经纪人 周试岚</p><p>电话 15400001234</p></div>', []],
    ['timestamps', '<p>1540000123412</p><p>20261124120000</p>', []],
    ['barcode', '<p>6200000000000000123</p>', []],
    ['landline', '<p>联系电话：021-00000000</p>', []],
    ['entry photo', '<p>车辆 沪A·D00001 入场时间 10:02</p>', ['plate:no']],
    ['plate keyboard', '<div>京 津 沪 渝</div><div>A B C 1 2 3 4 5</div>', []],
    ['delivery row', '<div><span>送至</span><p>上海市试墨区虚拟汐路7582弄0号2单元</p></div>', ['address:no']],
    ['company address', '<p>公司地址：上海市试墨区虚拟汐路7582号3楼</p>', []],
    ['tail of card', '<p>付款方式：银行卡(0005)</p>', ['bank-card:yes']],
    ['english order', '<p>Recipient: Wang  Phone: 15400001234</p>', ['phone:no']],
    ['names in an article', '<p>作者：鲁迅。联系人：市场部</p>', []],
    ['masked id', '<p>身份证 310101********001X</p>', ['id-number:yes']],
  ];
  it.each(cases)('%s', async (_, html, expected) => {
    const displays = readDisplays(await browser.surface(HEAD + html));
    expect(displays.map((display) => `${display.category}:${display.masked}`)).toEqual(expected);
  });
});
