import { describe, expect, test } from 'vitest';
import type { ProgramModel } from './program-model.ts';
import { modelProgram } from './model-program.ts';
import { type ProgramParts, programOf } from './testing/program-of.ts';

const model = (texts: Readonly<Record<string, string>>, parts?: ProgramParts): ProgramModel => modelProgram(programOf(texts, parts));
const page = (wxml: string, js = 'Page({})', more: Readonly<Record<string, string>> = {}, parts?: ProgramParts): ProgramModel =>
  model({ 'pages/a/a.wxml': wxml, 'pages/a/a.js': js, ...more }, parts);
const names = (of: ProgramModel): string[] => of.points.filter((one) => one.status === 'live').map((one) => one.name);
const kinds = (of: ProgramModel): string[] => of.faults.map((one) => one.kind);

describe('1: names that sound like collecting', () => {
  test('a handler called getPhoneNumber that opens a barrier', () => {
    expect(
      names(
        page(
          '<button bindtap="getPhoneNumber">抬杆</button><!-- <button open-type="getPhoneNumber">手机号</button> -->',
          'Page({ getPhoneNumber() { wx.request({ url: "/open" }) } })',
        ),
      ),
    ).toEqual([]);
  });
  test('the real button', () => {
    expect(names(page('<button open-type="getPhoneNumber" bindgetphonenumber="x">手机号登录</button>', 'Page({ x() {} })'))).toEqual([
      'open-type=getPhoneNumber',
    ]);
  });
});

describe('2: spellings of open-type', () => {
  test.each([
    ['<van-button open-type="getPhoneNumber" bind:getphonenumber="x">手机号登录</van-button>', 'open-type=getPhoneNumber'],
    ['<button openType="getPhoneNumber" onGetPhoneNumber="x">手机号登录</button>', 'open-type=getPhoneNumber'],
    ['<button open-type="getPhoneNumber|agreePrivacyAuthorization" bindgetphonenumber="x">手机号登录</button>', 'open-type=getPhoneNumber'],
    ['<button open-type="{{user ? \'\' : \'getPhoneNumber\'}}" bindgetphonenumber="x">手机号登录</button>', 'open-type=getPhoneNumber'],
    ['<button open-type="{{type}}" bindgetphonenumber="x">手机号登录</button>', 'open-type=getPhoneNumber'],
    ['<button open-type="getRealtimePhoneNumber" bindgetrealtimephonenumber="x">手机号登录</button>', 'open-type=getRealtimePhoneNumber'],
    ['<button open-type="chooseAvatar" bindchooseavatar="x">头像</button>', 'open-type=chooseAvatar'],
  ])('%s', (wxml, name) => {
    expect(names(page(wxml, 'Page({ data: { type: "getPhoneNumber" }, x() {} })'))).toEqual([name]);
  });
  test('share and contact collect nothing', () => {
    expect(
      names(
        page(
          '<button open-type="share">分享</button><button open-type="contact">客服</button><button open-type="{{\'share\'}}">x</button>',
        ),
      ),
    ).toEqual([]);
  });
  test('a component of our own that hands it on counts where it is used', () => {
    const found = page(
      '<my-button open-type="getPhoneNumber" bind:phone="x">手机号登录</my-button>',
      'Page({ x() {} })',
      {
        'components/b/b.wxml': '<button open-type="{{openType}}" bindgetphonenumber="got"><slot/></button>',
        'components/b/b.js':
          'Component({ properties: { openType: { type: String, value: "" } }, methods: { got(e) { this.triggerEvent("phone", e.detail) } } })',
      },
      { components: { 'pages/a/a': { 'my-button': 'components/b/b' } } },
    );
    expect(found.points.map((one) => `${one.place.file}:${one.name}`)).toEqual(['pages/a/a.wxml:open-type=getPhoneNumber']);
  });
});

describe('3, 4: start values', () => {
  const tick = (checked: string, data: string, more = ''): ProgramModel =>
    page(
      `<view><checkbox-group bindchange="on"><label><checkbox ${checked}/>我已阅读并同意<text bindtap="open">《隐私政策》</text></label></checkbox-group><button disabled="{{!agree}}" bindtap="login">登录</button></view>`,
      `Page({ data: { ${data} }, on(e) { this.setData({ agree: e.detail.value.length > 0 }) }, open() { wx.openPrivacyContract() }, login() {}, ${more} })`,
    );
  test.each([
    ['checked', 'agree: false', 'ticked'],
    ['checked="true"', 'agree: false', 'ticked'],
    ['checked="{{true}}"', 'agree: false', 'ticked'],
    ['checked="{{agree}}"', 'agree: true', 'ticked'],
    ['checked="{{agree}}"', 'agree: !0', 'ticked'],
    ['checked="{{agree}}"', 'agree: !1', 'clear'],
    ['checked="{{agree}}"', 'agree: false', 'clear'],
    ['checked=""', 'agree: false', 'clear'],
    ['checked="{{agree}}"', 'agree: wx.getStorageSync("agreed")', 'unknown'],
  ])('%s with %s is %s', (checked, data, initial) => {
    expect(tick(checked, data).consentControls.map((one) => one.initial)).toEqual([initial]);
  });
  test('an empty attribute without data decides nothing', () => {
    expect(tick('checked=""', 'other: 1').consentControls.map((one) => one.initial)).toEqual(['unknown']);
  });
  test('a flag set when the consumer agrees, or restored, is no tick in advance', () => {
    expect(
      kinds(
        tick(
          'checked="{{agree}}"',
          'agree: false',
          'onAgree() { this.setData({ agree: true }) }, onShow() { const agree = wx.getStorageSync("agree"); if (agree) this.setData({ agree: true }) }',
        ),
      ),
    ).toEqual([]);
  });
  test('set by the page itself as it opens, it is', () => {
    expect(kinds(tick('checked="{{agree}}"', 'agree: false', 'onLoad() { this.setData({ agree: true }) }'))).toEqual(['pre-ticked']);
  });
  test('a switch that is on for messages is no consent', () => {
    expect(page('<view><switch checked="{{true}}"/>接收订单通知</view>').faults).toEqual([]);
  });
  test('a drawn tick', () => {
    const drawn = (start: string): string[] =>
      kinds(
        page(
          '<view class="row"><image src="{{agree ? \'on.png\' : \'off.png\'}}" bindtap="turn"/><text>我已阅读并同意</text><text bindtap="open">《隐私政策》</text></view><button bindtap="login">登录</button>',
          `Page({ data: { agree: ${start} }, turn() { this.setData({ agree: !this.data.agree }) }, open() { wx.openPrivacyContract() }, login() { if (!this.data.agree) return wx.showToast({ title: "请先同意" }); wx.login() } })`,
        ),
      );
    expect(drawn('true')).toEqual(['pre-ticked']);
    expect(drawn('false')).toEqual([]);
  });
});

describe('7: names in what never runs', () => {
  test.each([
    ['console.log("wx.getLocation")'],
    ['// wx.getLocation()'],
    ['/* wx.getLocation() */ var a = 1'],
    ['return; wx.getLocation()'],
    ['if (false) { wx.getLocation() }'],
    ['if (!1) wx.getLocation()'],
    ['false && wx.getLocation()'],
    ['if (wx.getLocation) { console.log(1) }'],
    ['if (wx.canIUse("getLocation")) { console.log(1) }'],
    ['if (process.env.TARO_ENV === "h5") { wx.getLocation() }'],
    ['throw new Error("x"); wx.getLocation()'],
  ])('%s', (code) => {
    expect(page('<view/>', `Page({ onLoad() { ${code} } })`).points).toEqual([]);
  });
  test('in test and mock files', () => {
    const found = page(
      '<view/>',
      'Page({})',
      { 'utils/a.test.js': 'wx.getLocation()', 'mock/wx.js': 'wx.getLocation()' },
      { origins: { 'utils/a.test.js': 'test', 'mock/wx.js': 'mock' } },
    );
    expect(found.points).toEqual([]);
  });
  test('a method that nothing calls is found and not reachable', () => {
    expect(page('<view/>', 'Page({ locateMe() { wx.getLocation() } })').points).toMatchObject([{ reachable: 'no' }]);
  });
  test('a page that is not configured', () => {
    expect(
      model(
        {
          'pages/a/a.wxml': '<view/>',
          'pages/a/a.js': 'Page({})',
          'pages/old/old.wxml': '<view/>',
          'pages/old/old.js': 'Page({ onLoad() { wx.getLocation() } })',
        },
        { pages: ['pages/a/a'] },
      ),
    ).toMatchObject({ points: [{ reachable: 'no' }], faults: [] });
  });
});

describe('8: map kits', () => {
  test('location inside the kit is the kit; own code that makes it ask counts', () => {
    const kit = { 'libs/qqmap-wx-jssdk.js': 'module.exports = class QQMapWX { reverseGeocoder(o) { wx.getLocation({}) } }' };
    const parts: ProgramParts = { origins: { 'libs/qqmap-wx-jssdk.js': 'vendored' } };
    expect(page('<view/>', 'const QQMapWX = require("../../libs/qqmap-wx-jssdk.js"); Page({})', kit, parts).points).toEqual([]);
    const used = page(
      '<view bindtap="x">定位</view>',
      'const QQMapWX = require("../../libs/qqmap-wx-jssdk.js"); const map = new QQMapWX({ key: "k" });\nPage({ x() { map.reverseGeocoder({ success() {} }) } })',
      kit,
      parts,
    );
    expect(used.points).toMatchObject([{ by: 'sdk', pi: ['location-precise'], place: { line: 2 }, consent: { trigger: 'tap' } }]);
  });
});

describe('9: ways to reach the platform object', () => {
  test.each([
    ['var _dependent = require("./dep"); Page({ onLoad() { _dependent.wx.getLocation({}) } })'],
    ['var _core = _interopRequireDefault(require("@wepy/core")); Page({ onLoad() { _core.default.getLocation({}) } })'],
    ['import Taro, { getLocation } from "@tarojs/taro"; Page({ onLoad() { getLocation({}) } })'],
    ['const { getLocation } = wx; Page({ onLoad() { getLocation({}) } })'],
    ['const { getLocation: where } = wx; Page({ onLoad() { where({}) } })'],
    ['const wxp = promisifyAll(wx); Page({ onLoad() { wxp.getLocation({}) } })'],
    ['const getLoc = promisify(wx.getLocation); Page({ onLoad() { getLoc({}).then(() => {}) } })'],
    ['const name = "getLocation"; Page({ onLoad() { wx[name]({}) } })'],
    ['Page({ onLoad() { wx["getLocation"]({}) } })'],
    [
      'function run(api, o) { return new Promise((ok, no) => wx[api]({ ...o, success: ok, fail: no })) }\nPage({ onLoad() { run("getLocation", {}) } })',
    ],
    ['const p = uni; Page({ onLoad() { p.getLocation() } })'],
    ['Page({ onLoad() { (0, wx.getLocation)({}) } })'],
    ['Page({ async onLoad() { const [err, res] = await uni.getLocation() } })'],
    ['Page({ onLoad() { wx.getLocation.call(wx, {}) } })'],
  ])('%s', (js) => {
    const found = page('<view/>', js, { 'pages/a/dep.js': 'export const wx = globalThis.wx' });
    expect(found.points.filter((one) => one.pi.includes('location-precise'))).toMatchObject([
      { name: 'wx.getLocation', reachable: 'yes', consent: { trigger: 'load' } },
    ]);
    expect(kinds(found)).toEqual(['location-at-load']);
  });
  test('an own method of the same name is none', () => {
    expect(
      page(
        '<view/>',
        'const api = require("../../api"); Page({ onLoad() { api.getLocation(); this.getLocation(); getLocation() }, getLocation() {} }); function getLocation() {}',
        { 'api.js': 'module.exports = { getLocation() { return request("/city") } }' },
      ).points,
    ).toEqual([]);
  });
});

describe('10: addresses', () => {
  test('what is no endpoint', () => {
    const js =
      'const a = "http://tmp/x.png", b = "http://www.w3.org/2000/svg"; // http://old.shop.cn/api\nif (url.indexOf("http://") === 0) {}\nconst dev = "http://localhost:3000", lan = "http://192.168.1.2/api"; Page({})';
    expect(page('<view/>', js).endpoints).toEqual([]);
  });
  test('what is', () => {
    expect(page('<view/>', 'Page({ onLoad() { wx.request({ url: "http://shop.cn/api/user" }) } })').endpoints).toMatchObject([
      { host: 'shop.cn', insecure: 'yes', use: 'request', place: { line: 1 } },
    ]);
    expect(page('<view/>', 'const baseUrl = "https://shop.cn/api"; Page({})').endpoints).toMatchObject([{ insecure: 'no', use: 'base' }]);
  });
});

describe('11: secrets', () => {
  const hex = '0123456789abcdef0123456789abcdef';
  test.each([
    [`const appSecret = "${hex}"`, ['app-secret']],
    [`const url = "https://api.weixin.qq.com/sns/jscode2session?appid=x&secret=${hex}"`, ['app-secret']],
    [`const mapKey = "${hex}"`, ['map-key']],
    [`const md5 = "${hex}"`, []],
    ['wx.setStorageSync("sessionKey", id)', []],
    ['wx.request({ url: "/s", success(res) { that.key = res.data.session_key } })', ['session-key-on-client']],
    ['wx.setStorageSync("token", t)', ['token-stored']],
  ])('%s', (code, expected) => {
    expect(page('<view/>', `Page({ onLoad() { ${code} } })`).secrets.map((one) => one.kind)).toEqual(expected);
  });
});

describe('12: dialogs of privacy', () => {
  const popup = (refuse: string): ProgramModel =>
    page(
      '<view class="mask" wx:if="{{show}}"><view>我们需要收集您的个人信息，请阅读<text bindtap="open">《隐私保护指引》</text></view><button open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="agree">同意</button><button bindtap="refuse">拒绝</button></view>',
      `Page({ data: { show: true }, open() { wx.openPrivacyContract() }, agree() { this.setData({ show: false }) }, ${refuse} })`,
    );
  test('no code of the framework is no fault', () => {
    expect(page('<view/>').faults).toEqual([]);
  });
  test('a copied pop-up with two buttons and one outcome', () => {
    expect(kinds(popup('refuse() {}'))).toEqual(['refuse-without-effect']);
    expect(kinds(popup('refuse() { wx.showToast({ title: "请同意" }) }'))).toEqual(['refuse-without-effect']);
  });
  test('its clean twin', () => {
    expect(kinds(popup('refuse() { this.setData({ show: false, guest: true }) }'))).toEqual([]);
    expect(kinds(popup('refuse() { wx.exitMiniProgram() }'))).toEqual([]);
  });
});

describe('13: abolished', () => {
  test('is no live collection and no fault', () => {
    const found = page(
      '<open-data type="userAvatarUrl"/><button open-type="getUserInfo" bindgetuserinfo="x">微信登录</button>',
      'Page({ onLoad() { wx.authorize({ scope: "scope.address" }); wx.getUserInfo({}) }, x() {} })',
    );
    expect(found.points.map((one) => one.status)).toEqual(['abolished', 'abolished', 'abolished', 'abolished']);
    expect(found.faults).toEqual([]);
  });
});

describe('14: texts of policies', () => {
  test('are not forms', () => {
    const text = '我们会收集您的身份证号、手机号和位置信息。'.repeat(40);
    const found = page(
      `<view><view>隐私政策</view><text>${text}</text><text>登录即代表您同意《用户协议》</text></view>`,
      'Page({})',
      {},
      { titles: { 'pages/a/a': '隐私政策' } },
    );
    expect(found.points).toEqual([]);
    expect(found.agreementTexts).toHaveLength(1);
  });
});

describe('16: files that do not parse', () => {
  test('are named and do not stop the rest', () => {
    const found = page('<view/>', 'Page({ onLoad() { wx.getLocation() } })', {
      'pages/b/b.wxml': '<view/>',
      'pages/b/b.js': 'Page({ onLoad( { wx.getLocation( ',
    });
    expect(found.points.map((one) => one.place.file)).toContain('pages/a/a.js');
    expect(found.unread.map((one) => one.what)).toEqual(['pages/b/b.js']);
  });
  test('give what their text says, and nothing else is said about it', () => {
    const found = page('<view/>', '// wx.chooseAddress()\nconst a = "wx.getLocation()"\n@@@ ((( wx.getLocation({}) }}}');
    expect(found.points).toMatchObject([
      { name: 'wx.getLocation', place: { line: 3, column: 9 }, reachable: 'unknown', consent: { gate: 'unknown' } },
    ]);
    expect(found.faults).toEqual([]);
  });
  test('a comment end left over from another target is stepped over', () => {
    const found = page('<view/>', '/* a */ Page({ onLoad() {\n   */\n wx.getLocation({}) } })');
    expect(found.points).toMatchObject([{ place: { line: 3 }, reachable: 'yes' }]);
    expect(found.unread).toEqual([]);
  });
});

describe('17: photo pickers', () => {
  test.each([
    ['<view bindtap="pick" data-type="front">上传身份证人像面</view>', 'id-photo'],
    ['<view><text>芝麻信用分截图</text><image bindtap="pick" src="{{img}}"/></view>', 'credit'],
    ['<view bindtap="pick">上传头像</view>', 'nickname-avatar'],
    ['<view bindtap="pick">发布动态图片</view>', 'photos'],
  ])('%s', (wxml, pi) => {
    expect(page(wxml, 'Page({ pick() { wx.chooseImage({ success(r) {} }) } })').points[0]?.pi[0]).toBe(pi);
  });
});

describe('18: one button', () => {
  test('a notice is no loop', () => {
    expect(
      kinds(
        page(
          '<view bindtap="buy">购买</view>',
          'Page({ buy() { wx.showModal({ title: "提示", content: "请先登录", showCancel: false }) } })',
        ),
      ),
    ).toEqual([]);
  });
  test('one that comes back until location is granted is', () => {
    expect(
      kinds(
        page(
          '<view bindtap="ask">附近门店</view>',
          'Page({ ask() { const that = this; wx.getLocation({ fail() { wx.showModal({ content: "需要获取您的位置才能继续", showCancel: false, success() { that.ask() } }) } }) } })',
        ),
      ),
    ).toEqual(['forced-loop']);
  });
  test('refusing that asks again is', () => {
    expect(
      kinds(
        page(
          '<view bindtap="ask">开始</view>',
          'Page({ ask() { wx.showModal({ content: "请同意隐私政策", success: (r) => { if (r.confirm) { this.go() } else { this.ask() } } }) }, go() {} })',
        ),
      ),
    ).toEqual(['forced-loop']);
    expect(
      kinds(
        page(
          '<view bindtap="ask">开始</view>',
          'Page({ ask() { wx.showModal({ content: "请同意隐私政策", success: (r) => { if (r.confirm) { this.go() } else { wx.navigateBack() } } }) }, go() {} })',
        ),
      ),
    ).toEqual([]);
  });
});
