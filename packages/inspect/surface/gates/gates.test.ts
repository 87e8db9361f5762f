import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { gatesOf, readGates } from './gates.ts';

describe('a sentence that keeps the door shut', () => {
  it.each([
    ['请先登录', 'login'],
    ['登录后查看价格', 'login'],
    ['您还未登录，请登录后下单', 'login'],
    ['請先登錄', 'login'],
    ['Please sign in to continue', 'login'],
    ['请授权手机号后继续', 'phone'],
    ['请先绑定手机号', 'phone'],
    ['需要授权手机号才能点餐', 'phone'],
    ['请先关注公众号', 'follow'],
    ['长按识别二维码，关注公众号后继续点餐', 'follow'],
    ['添加店长微信后才能领取充电宝', 'follow'],
    ['需开启定位才能选择门店', 'location'],
    ['未获取到您的位置，无法为您推荐门店', 'location'],
    ['请在微信客户端打开链接', 'wechat'],
    ['请下载APP继续', 'app-download'],
    ['该商品仅支持APP内购买', 'app-download'],
    ['完善资料后即可下单', 'profile'],
    ['成为会员后可下单', 'membership'],
    ['仅限会员使用', 'membership'],
    ['人脸识别后方可使用', 'face'],
    ['本店仅支持刷脸支付', 'face'],
    ['只能刷脸开门', 'face'],
    ['须通过人脸识别完成核验', 'face'],
    ['提交订单即自动注册成为本店会员', 'membership'],
    ['提交订单后系统将自动为您开通“鲜享会员”，并登记会员资料', 'membership'],
    ['未开启定位，无法查看网点', 'location'],
    ['定位找附近房源（城区选择须先定位）', 'location'],
    ['请允许使用精确位置后选择区域', 'location'],
    ['为评估信用，须授权读取您的通讯录、通话记录和短信', 'other'],
    ['请先完成实名认证', 'identity'],
    ['拖动滑块完成验证', 'robot-check'],
    ['如您不同意，我们将无法为您提供服务', 'agreement'],
    ['请先缴纳押金', 'payment'],
  ])('%s → %s', (sentence, needs) => expect(gatesOf(sentence)).toEqual(needs === null ? [] : [needs]));

  it.each([
    '无需登录，直接点餐',
    '仅支持刷脸、扫码支付',
    '可能刷脸较慢，请耐心等待',
    '登录享会员价',
    '登录后可享积分',
    '关注公众号领优惠券',
    '下载APP享更多优惠',
    '成为会员享九折',
    '开启定位，发现附近门店',
    '会员中心',
    '登录',
    '微信扫码支付',
    '请在收银台取餐',
    '不关注公众号也可点餐',
    'Sign in for rewards',
    '手机号登录',
    '请输入手机号',
    '免登录查询',
    '欢迎关注我们的公众号',
    '实名认证说明',
    '营业时间 10:00-22:00',
    '定位服务',
  ])('%s shuts nothing', (sentence) => expect(gatesOf(sentence)).toEqual([]));
  it('hears two demands made in one breath', () => {
    expect(gatesOf('注册会员并关注公众号后即可缴纳停车费')).toEqual(expect.arrayContaining(['membership', 'follow']));
  });
});

describe('gates of a page', () => {
  let browser: HtmlSurfaces;
  beforeAll(async () => {
    browser = await openHtmlSurfaces();
  });
  afterAll(() => browser.close());

  it('names the place, joins a sentence over inline tags, and leaves prompts alone', async () => {
    const surface = await browser.surface('<h1>点餐</h1><p>请先<b>登录</b></p><div id=p><p>请先关注公众号</p></div>');
    const prompt = surface.nodes.findIndex((node) => node.attributes['id'] === 'p');
    const found = readGates(surface, [{ node: prompt, role: 'follow' }]);
    expect(found.map((gate) => [gate.needs, gate.text])).toEqual([['login', '请先登录']]);
    expect(surface.nodes[found[0]?.node ?? 0]?.text).toBe('请先');
    expect(readGates(surface, [{ node: prompt, role: 'unknown' }])).toHaveLength(2);
  });
  it('does not take rules to read for a door', async () => {
    const surface = await browser.surface(`<h1>常见问题</h1>${'<p>问：如何退款？答：请先登录，再到我的订单申请。</p>'.repeat(200)}`);
    expect(readGates(surface)).toEqual([]);
  });
  it('does not read what is hidden', async () => {
    expect(readGates(await browser.surface('<p hidden>请先登录</p><p>招牌奶茶</p>'))).toEqual([]);
  });
});
