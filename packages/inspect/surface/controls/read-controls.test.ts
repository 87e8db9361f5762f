import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { roleOfWords } from './control-role.ts';
import { readControls } from './read-controls.ts';

let browser: HtmlSurfaces;
beforeAll(async () => {
  browser = await openHtmlSurfaces();
});
afterAll(() => browser.close());
const HEAD = '<!doctype html><meta name=viewport content="width=device-width">';
const read = async (html: string) => readControls(await browser.surface(HEAD + html));
const roles = async (html: string) => Object.fromEntries((await read(html)).map((control) => [control.text, control.role]));

describe('role by words', () => {
  it.each([
    '开始点餐',
    '去点餐',
    '选好了',
    '加入购物车',
    '+',
    '堂食',
    '立即停车缴费',
    '停车缴费',
    '查询',
    '查费',
    '缴费',
    '我要咨询',
    '预约试听',
    '预约试驾',
    '预约看房',
    '租借',
    '扫码租借',
    '立即租用',
    '借款申请',
    '查看额度',
    '自助结账',
    '购票',
    '去结算',
    '去下单',
    '结算(2)',
    '去结算 ¥38',
    '下一步',
    '选规格',
    '进入小程序',
    '查询停车费',
    '立即购买',
    '外卖',
    'Order now',
    'Add to cart',
    'Checkout',
    'View details',
    'Next',
  ])('%s leads on', (words) => expect(roleOfWords(words)).toBe('forward'));
  it.each([
    '提交订单',
    '去支付',
    '立即支付',
    '确认支付',
    '支付 ¥12.00',
    '微信支付',
    '获取验证码',
    '发送验证码',
    '重新发送',
    '注册',
    '立即注册',
    '注册会员',
    '登录并提交',
    '立即申请提交',
    '提交申请',
    '一键拨打',
    '呼叫服务员',
    '拨打电话',
    '退出登录',
    '删除订单',
    '注销账号',
    '确认注销',
    '授权',
    '授权登录',
    '一键登录',
    '本机号码一键登录',
    '微信一键登录',
    '允许',
    '始终允许',
    '确认下单',
    '立即下单',
    '同意并授权',
    '一键入会',
    '立即开通',
    '刷脸支付',
    '确认租借',
    '免押租借',
    '清空数据',
    '立即缴费 ¥10',
    'Pay now',
    'Place order',
    'Send code',
    'Sign up',
    'Delete account',
    'Submit',
    '獲取驗證碼',
    '提交訂單',
  ])('%s is never pressed', (words) => expect(roleOfWords(words)).toBe('dangerous'));
  it.each([
    ['登录', 'login'],
    ['登录/注册', 'login'],
    ['Log in', 'login'],
    ['加入会员', 'member'],
    ['会员中心', 'member'],
    ['我的', 'account'],
    ['个人中心', 'account'],
    ['设置', 'account'],
    ['《隐私政策》', 'document'],
    ['用户协议', 'document'],
    ['Privacy Policy', 'document'],
    ['返回', 'back'],
    ['同意', 'choice'],
    ['不同意', 'choice'],
    ['暂不使用', 'choice'],
    ['先逛逛', 'choice'],
    ['不允许', 'choice'],
    ['暂不授权', 'choice'],
    ['同意并继续', 'choice'],
    ['知道了', 'choice'],
    ['支付方式', 'other'],
    ['招牌奶茶', 'other'],
  ])('%s is %s', (words, role) => expect(roleOfWords(words)).toBe(role));
});

describe('controls of a page', () => {
  it('sees danger in a harmless word that sends a filled form', async () => {
    expect(await roles('<div><input placeholder="手机号"><button>预约试驾</button></div>')).toEqual({ 预约试驾: 'dangerous' });
    expect(await roles('<div><input placeholder="车牌号"><button>查询</button></div>')).toEqual({ 查询: 'forward' });
    expect(
      await roles('<div><input placeholder="手机号"><input placeholder="验证码"><button>获取验证码</button></div><button>登录</button>'),
    ).toEqual({ 获取验证码: 'dangerous', 登录: 'dangerous' });
    expect(await roles('<a href="/login">登录</a>')).toEqual({ 登录: 'login' });
  });
  it('takes a plain link to the till for the way there', async () => {
    expect(await roles('<a href="/pay">选好了，去买单</a>')).toEqual({ '选好了，去买单': 'forward' });
    expect(await roles('<a href="/pay" onclick="send()">去买单</a>')).toEqual({ 去买单: 'dangerous' });
    expect(await roles('<a href="#">去买单</a><a href="/order/submit">去支付</a>')).toEqual({ 去买单: 'dangerous', 去支付: 'dangerous' });
    expect(await roles('<p>合计 ¥38</p><a href="/cashier">去支付</a>')).toEqual({ 去支付: 'dangerous' });
  });
  it('reads 缴费 by what stands beside it', async () => {
    expect(await roles('<button>立即缴费</button>')).toEqual({ 立即缴费: 'forward' });
    expect(await roles('<p>应付金额：¥10.00</p><button>立即缴费</button>')).toEqual({ 立即缴费: 'dangerous' });
  });
  it('keeps cards and the buttons in them apart', async () => {
    expect(await roles('<div onclick="1" style="padding:9px"><p>招牌奶茶</p><p>¥18</p><button>+</button></div>')).toEqual({
      '招牌奶茶 ¥18': 'other',
      '+': 'forward',
    });
  });
  it('names icons by class and file', async () => {
    const found = await read(
      '<i class="icon icon-close" onclick="1" style="display:block;width:20px;height:20px"></i><a href="tel:10086"><img width=20 height=20 src="/x.png"></a><span class="btn-add" onclick="1" style="display:block;width:20px;height:20px"></span>',
    );
    expect(found.map((control) => control.role).sort()).toEqual(['choice', 'dangerous', 'forward']);
  });
  it('finds buttons whose listener is elsewhere', async () => {
    expect(await roles('<div class="btn primary" style="background:#07c160;padding:10px;text-align:center">开始点餐</div>')).toEqual({
      开始点餐: 'forward',
    });
  });
  it('puts the strongest first and leaves out what is not seen', async () => {
    const found = await read(
      '<a href=/a>设置</a><button style="width:300px;height:60px;background:#e00;color:#fff;font-size:20px">开始点餐</button><button style="display:none">提交订单</button>',
    );
    expect(found.map((control) => control.text)).toEqual(['开始点餐', '设置']);
  });
});
