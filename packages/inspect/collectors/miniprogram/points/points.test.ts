import { describe, expect, test } from 'vitest';
import { modelProgram } from '../model/model-program.ts';
import type { ProgramModel } from '../model/program-model.ts';
import { type ProgramParts, programOf } from '../model/testing/program-of.ts';

const page = (wxml: string, js = 'Page({})', parts?: ProgramParts): ProgramModel =>
  modelProgram(programOf({ 'pages/a/a.wxml': wxml, 'pages/a/a.js': js }, parts));
const pi = (of: ProgramModel): string[] => of.points.flatMap((one) => one.pi);

describe('fields', () => {
  test.each([
    ['<input placeholder="请输入手机号"/>', ['phone']],
    ['<input type="number" maxlength="11" placeholder="请输入"/>', ['phone']],
    ['<input type="idcard" placeholder="请输入"/>', ['id-number']],
    ['<view><text>姓名</text><input placeholder="请输入"/></view>', ['name']],
    ['<view class="row"><view>收货人</view><input value="{{form.consignee}}"/></view>', ['name']],
    ['<input placeholder="请填写收货人姓名"/>', ['name']],
    ['<input placeholder="详细地址"/>', ['address']],
    ['<picker mode="region"><view>请选择省市区</view></picker>', ['address']],
    ['<picker mode="date"><view>请选择生日</view></picker>', ['birth-date']],
    ['<picker range="{{genders}}"><view>性别</view></picker>', ['sex']],
    ['<input placeholder="请输入车牌号"/>', ['plate']],
    ['<input placeholder="请输入银行卡号"/>', ['bank-card']],
    ['<van-field label="身份证号" placeholder="请输入"/>', ['id-number']],
    ['<u-form-item label="手机号"><u-input v-model="form.mobile"/></u-form-item>', ['phone']],
    ['<input placeholder="身高(cm)"/>', ['health']],
    ['<input placeholder="邮箱"/>', ['e-mail']],
    ['<input name="mobile" bindinput="typed"/>', ['phone']],
    ['<input placeholder="紧急联系人电话"/>', ['phone', 'third-person']],
    ['<input placeholder="推荐人手机号"/>', ['phone', 'third-person']],
    ['<input placeholder="孩子姓名"/>', ['name', 'minor']],
    ['<view><text>宝宝生日</text><picker mode="date"/></view>', ['birth-date', 'minor']],
    ['<input type="nickname" placeholder="昵称"/>', ['nickname-avatar']],
  ])('%s', (wxml, expected) => expect(pi(page(wxml))).toEqual(expected));
  test.each([
    ['<input placeholder="搜索商品名称"/>'],
    ['<input placeholder="请输入数量" type="number"/>'],
    ['<textarea placeholder="备注口味"/>'],
    ['<input placeholder="商品名称" value="{{form.name}}"/>'],
    ['<input placeholder="搜索地址"/>'],
    ['<picker mode="time"><view>取餐时间</view></picker>'],
    ['<text>联系电话：021-00000000</text>'],
    ['<input placeholder="请输入金额" type="digit"/>'],
  ])('nothing personal: %s', (wxml) => expect(pi(page(wxml))).toEqual([]));
  test('what is checked like a phone number is one', () => {
    const js = (shape: string) => `Page({ data: { val: '' }, submit() { if (!${shape}.test(this.data.val)) return; wx.login() } })`;
    expect(
      page('<input placeholder="请输入" value="{{val}}"/><button bindtap="submit">提交</button>', js('/^1[3-9]\\d{9}$/'))
        .points.filter((one) => one.by === 'field')
        .map((one) => one.pi),
    ).toEqual([['phone']]);
    expect(
      page('<input placeholder="请输入" value="{{val}}"/><button bindtap="submit">提交</button>', js('/^\\d+$/')).points.filter(
        (one) => one.by === 'field',
      ),
    ).toEqual([]);
  });
  test('required or not', () => {
    expect(page('<input placeholder="手机号（必填）"/><input placeholder="姓名（选填）"/>').points.map((one) => one.required)).toEqual([
      'yes',
      'no',
    ]);
  });
});

test('components that collect by being there', () => {
  expect(page('<camera/><live-pusher url="x"/>').points.map((one) => one.pi)).toEqual([['camera'], ['camera', 'microphone']]);
});

test('a recorder', () => {
  const found = page(
    '<view bindtap="go">按住说话</view>',
    'const recorder = wx.getRecorderManager();\nPage({ go() {\n recorder.start({}) } })',
  );
  expect(found.points).toMatchObject([{ pi: ['microphone'], place: { line: 3 }, consent: { trigger: 'tap' } }]);
});

test('a call in a chain over several lines stands where its name does', () => {
  expect(page('<view/>', 'Page({ onLoad() {\n wx\n  .getLocation({}) } })').points[0]?.place.line).toBe(3);
});

describe('other platforms', () => {
  test('Alipay', () => {
    const found = modelProgram(
      programOf(
        {
          'pages/a/a.axml':
            '<button open-type="getAuthorize" scope="phoneNumber" onGetAuthorize="got">手机号登录</button><view a:if="{{agree}}"><button onTap="where">定位</button></view>',
          'pages/a/a.js':
            'Page({ data: { agree: false }, onLoad() { my.getAuthCode({ scopes: "auth_base" }) }, got() { my.getPhoneNumber({}) }, where() { my.getLocation({}) } })',
        },
        { platform: 'alipay' },
      ),
    );
    expect(found.points.map((one) => `${one.name} ${one.pi.join()} ${one.consent.gate}`)).toEqual([
      'open-type=getAuthorize phone no',
      'my.getPhoneNumber phone no',
      'my.getLocation location-precise yes',
    ]);
  });
  test.each([
    ['douyin', 'ttml', 'tt'],
    ['baidu', 'swan', 'swan'],
  ] as const)('%s', (platform, ext, name) => {
    const found = modelProgram(
      programOf(
        { [`pages/a/a.${ext}`]: '<view/>', 'pages/a/a.js': `Page({ onLoad() { ${name}.getLocation({}); my.getLocation({}) } })` },
        { platform },
      ),
    );
    expect(found.points.map((one) => one.name)).toEqual([`${name}.getLocation`]);
  });
});

test('what uni-app compiles: one function for every event', () => {
  const found = page(
    `<button open-type="getPhoneNumber" data-event-opts="{{[['getphonenumber',[['got',['$event']]]]]}}" bindgetphonenumber="__e">手机号登录</button><view data-event-opts="{{[['tap',[['where',['$event']]]]]}}" bindtap="__e">附近</view>`,
    'Page({ methods: { got() {}, where() { uni.getLocation({}) } } })',
  );
  expect(found.points.map((one) => `${one.name} ${one.consent.trigger}`)).toEqual(['wx.getLocation tap', 'open-type=getPhoneNumber tap']);
});

test('third parties', () => {
  const found = page(
    '<web-view src="https://h5.shop.cn/a"/>',
    'import sensors from "../../libs/sensorsdata.min.js"\nPage({ x() { wx.navigateToMiniProgram({ appId: "wx0000000000000000" }); wx.request({ url: "https://uma.umeng.com/x" }) } })',
  );
  expect(found.thirdParties.map((one) => `${one.kind} ${one.name}`)).toEqual([
    'sdk 神策分析',
    'host uma.umeng.com',
    'web-view https://h5.shop.cn/a',
  ]);
});
