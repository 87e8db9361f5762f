import { describe, expect, test } from 'vitest';
import { modelProgram } from '../model/model-program.ts';
import type { ProgramModel } from '../model/program-model.ts';
import { type ProgramParts, programOf } from '../model/testing/program-of.ts';

const page = (wxml: string, js: string, more: Readonly<Record<string, string>> = {}, parts?: ProgramParts): ProgramModel =>
  modelProgram(programOf({ 'pages/a/a.wxml': wxml, 'pages/a/a.js': js, ...more }, parts));
const vue = (text: string, more: Readonly<Record<string, string>> = {}, parts?: ProgramParts): ProgramModel =>
  modelProgram(programOf({ 'pages/a/a.vue': text, ...more }, { framework: 'uni-app', ...parts }));
const kinds = (of: ProgramModel): string[] => of.faults.map((one) => one.kind);
const consent = (of: ProgramModel, name: string) => of.points.find((one) => one.name === name)?.consent;

describe('what stands before a call', () => {
  test.each([
    ['at load', 'Page({ onLoad() { wx.getLocation({}) } })', 'load', 'no', ['location-at-load']],
    [
      'two calls deep',
      'Page({ onShow() { this.init() }, init() { this.locate() }, locate() { wx.getLocation({}) } })',
      'show',
      'no',
      ['location-at-load'],
    ],
    [
      'in a callback',
      'Page({ onLoad() { wx.login({ success: () => { this.locate() } }) }, locate() { wx.getLocation({}) } })',
      'load',
      'no',
      ['location-at-load'],
    ],
    [
      'by a timer',
      'Page({ onLoad() { setTimeout(this.locate, 500) }, locate() { wx.getLocation({}) } })',
      'load',
      'no',
      ['location-at-load'],
    ],
    [
      'by a promise',
      'Page({ onLoad() { this.login().then(() => this.locate()) }, async login() {}, locate() { wx.getLocation({}) } })',
      'load',
      'no',
      ['location-at-load'],
    ],
    [
      'with that',
      'Page({ onLoad() { var that = this; that.locate() }, locate: function () { wx.getLocation({}) } })',
      'load',
      'no',
      ['location-at-load'],
    ],
    [
      'after agreement in storage',
      'Page({ onLoad() { if (wx.getStorageSync("agreePrivacy")) this.locate() }, locate() { wx.getLocation({}) } })',
      'load',
      'yes',
      [],
    ],
    [
      'after agreement in data',
      'Page({ data: { agreed: false }, onShow() { if (!this.data.agreed) return; wx.getLocation({}) } })',
      'show',
      'yes',
      [],
    ],
    [
      'after a dialog',
      'Page({ onLoad() { wx.showModal({ content: "需要获取您的位置推荐门店", success: (r) => { if (r.confirm) { wx.getLocation({}) } } }) } })',
      'dialog-confirm',
      'yes',
      [],
    ],
    [
      'after a dialog awaited by then',
      'Page({ onLoad() { wx.showModal({ content: "需要获取您的位置推荐门店" }).then((res) => { if (res.confirm) wx.getLocation({}) }) } })',
      'dialog-confirm',
      'yes',
      [],
    ],
    [
      'after the platform asked',
      'Page({ onLoad() { wx.requirePrivacyAuthorize({ success: () => { wx.getLocation({}) } }) } })',
      'load',
      'yes',
      [],
    ],
    [
      'after the platform asked, awaited',
      'Page({ async onLoad() { await wx.requirePrivacyAuthorize(); wx.getLocation({}) } })',
      'load',
      'yes',
      [],
    ],
    [
      'only when granted before',
      'Page({ onLoad() { wx.getSetting({ success(res) { if (res.authSetting["scope.userLocation"]) { wx.getLocation({}) } } }) } })',
      'load',
      'unknown',
      ['location-at-load'],
    ],
    [
      'in a state machine',
      'Page({ onLoad: function () { var _this = this; return _asyncToGenerator(regeneratorRuntime.mark(function _callee() { return regeneratorRuntime.wrap(function _callee$(_context) { while (1) { switch (_context.prev = _context.next) { case 0: if (_this.data.agreed) { _context.next = 2; break; } return _context.abrupt("return"); case 2: _context.next = 4; return wx.getLocation({}); case 4: case "end": return _context.stop(); } } }, _callee); }))(); } })',
      'load',
      'yes',
      [],
    ],
    [
      'in an open state machine',
      'Page({ onLoad: function () { return _asyncToGenerator(regeneratorRuntime.mark(function _callee() { return regeneratorRuntime.wrap(function _callee$(_context) { while (1) { switch (_context.prev = _context.next) { case 0: _context.next = 2; return wx.login(); case 2: _context.next = 4; return wx.getLocation({}); case 4: case "end": return _context.stop(); } } }, _callee); }))(); } })',
      'load',
      'no',
      ['location-at-load'],
    ],
  ])('%s', (_name, js, trigger, gate, faults) => {
    const found = page('<view/>', js);
    expect(consent(found, 'wx.getLocation')).toMatchObject({ trigger, gate });
    expect(kinds(found)).toEqual(faults);
  });

  test('the launch of the program', () => {
    const found = page('<view/>', 'Page({})', { 'app.js': 'App({ onLaunch() { this.locate() }, locate() { wx.getLocation({}) } })' });
    expect(consent(found, 'wx.getLocation')).toMatchObject({ trigger: 'launch', gate: 'no' });
  });
  test('a wrapper in another file, with the chain to it', () => {
    const found = page('<view/>', 'import { locate } from "../../utils/where"\nPage({ onLoad() {\n locate() } })', {
      'utils/where.js': 'export function locate() {\n return new Promise((ok) => {\n wx.getLocation({ success: ok }) }) }',
    });
    expect(found.points).toMatchObject([{ place: { file: 'utils/where.js', line: 3 }, page: 'pages/a/a', reachable: 'yes' }]);
    expect(found.points[0]?.consent.chain.map((one) => `${one.role} ${one.place.file}:${one.place.line}`)).toEqual([
      'handler pages/a/a.js:2',
      'call pages/a/a.js:3',
      'call utils/where.js:2',
      'collect utils/where.js:3',
    ]);
  });
  test('an interceptor', () => {
    const found = page('<view/>', 'const http = require("../../http"); Page({ onLoad() { http.get("/a") } })', {
      'http.js': 'const http = new Http(); http.interceptors.request.use((c) => { wx.getLocation({}); return c }); module.exports = http',
    });
    expect(consent(found, 'wx.getLocation')).toMatchObject({ trigger: 'interceptor', gate: 'no' });
  });
  test('a tap is no collection at load', () => {
    const found = page('<view bindtap="go">附近门店</view>', 'Page({ go() { wx.getLocation({}) } })');
    expect(consent(found, 'wx.getLocation')).toMatchObject({ trigger: 'tap' });
    expect(kinds(found)).toEqual([]);
  });
  test('a check kept in a method of its own', () => {
    const found = page(
      '<view><checkbox-group bindchange="on"><checkbox checked="{{ok}}"/>同意<text bindtap="open">《隐私政策》</text></checkbox-group><button bindtap="go">登录</button></view>',
      'Page({ data: { ok: false }, on() { this.setData({ ok: !this.data.ok }) }, open() { wx.openPrivacyContract() }, ready_() { if (!this.data.ok) { wx.showToast({ title: "请先同意" }); return false } return true }, go() { if (!this.ready_()) return; wx.getUserProfile({ desc: "完善资料" }) } })',
    );
    expect(consent(found, 'wx.getUserProfile')).toMatchObject({ gate: 'yes', gateKind: 'handler', initial: 'clear' });
    expect(kinds(found)).toEqual([]);
  });
  test('a callback run only after the check', () => {
    const found = page(
      '<button bindtap="go">登录</button>',
      'Page({ data: { agreed: false }, ask(cb) { if (this.data.agreed) { cb() } else { wx.showToast({ title: "x" }) } }, go() { this.ask(() => { wx.chooseAddress({}) }) } })',
    );
    expect(consent(found, 'wx.chooseAddress')).toMatchObject({ gate: 'yes' });
  });
});

describe('single-file components', () => {
  const options = (button: string, data: string) =>
    vue(
      `<template>
  <view>
    <view @click="agree = !agree"><image :src="agree ? on : off" /><text>我已阅读并同意</text><text @click.stop="open">《用户协议》</text></view>
    ${button}
  </view>
</template>
<script>
export default {
  data() { return { ${data} } },
  computed: { canLogin() { return this.agree && this.ready } },
  methods: { open() { uni.navigateTo({ url: '/pages/b/b' }) }, tip() { uni.showToast({ title: '请先同意' }) }, got(e) { uni.request({ url: '/x' }) } }
}
</script>`,
      { 'pages/b/b.vue': '<template><view/></template>' },
    );
  test('a gated and an open button', () => {
    const closed = options(
      '<button v-if="agree" open-type="getPhoneNumber" @getphonenumber="got">手机号登录</button><button v-else @click="tip">手机号登录</button>',
      'agree: false',
    );
    expect(consent(closed, 'open-type=getPhoneNumber')).toMatchObject({ gate: 'yes', initial: 'clear' });
    expect(kinds(closed)).toEqual([]);
    const computed = options(
      '<button :disabled="!canLogin" open-type="getPhoneNumber" @getphonenumber="got">手机号登录</button>',
      'agree: false',
    );
    expect(consent(computed, 'open-type=getPhoneNumber')).toMatchObject({ gate: 'yes', gateKind: 'control-enabled' });
    const open = options('<button open-type="getPhoneNumber" @getphonenumber="got">手机号登录</button>', 'agree: true');
    expect(kinds(open).toSorted()).toEqual(['decorative-tick-box', 'pre-ticked']);
  });
  test('script setup', () => {
    const found = vue(`<template>
  <view><checkbox-group @change="onChange"><checkbox :checked="agree" /></checkbox-group><text>同意</text><text @click="open">《隐私政策》</text>
  <button :open-type="agree ? 'getPhoneNumber' : ''" @getphonenumber="got">手机号登录</button></view>
</template>
<script setup>
import { ref } from 'vue'
import { onLoad } from '@dcloudio/uni-app'
const agree = ref(true)
const onChange = (e) => { agree.value = !agree.value }
const open = () => uni.openPrivacyContract()
const got = () => {}
onLoad(() => { locate() })
function locate() { uni.getLocation({}) }
</script>`);
    expect(consent(found, 'open-type=getPhoneNumber')).toMatchObject({ gate: 'yes', gateKind: 'control-type', initial: 'ticked' });
    expect(found.faults.map((one) => `${one.kind} ${one.place.line}`)).toEqual(['pre-ticked 8', 'location-at-load 13']);
  });
  test('an action of a store', () => {
    const found = vue(
      '<template><view/></template>\n<script>\nexport default { onLoad() { this.$store.dispatch("user/locate") } }\n</script>',
      { 'store/user.js': 'export default { actions: {\n locate({ commit }) { uni.getLocation({}) } } }' },
    );
    expect(consent(found, 'wx.getLocation')).toMatchObject({ trigger: 'load', gate: 'no' });
  });
  test('an action of pinia', () => {
    const found = vue(
      '<template><view/></template>\n<script setup>\nimport { useUser } from "../../store/user"\nconst user = useUser()\nonShow(() => { user.locate() })\n</script>',
      { 'store/user.js': 'export const useUser = defineStore("user", { actions: {\n locate() { uni.getLocation({}) } } })' },
    );
    expect(consent(found, 'wx.getLocation')).toMatchObject({ trigger: 'show', gate: 'no' });
  });
});

test('JSX of Taro', () => {
  const found = modelProgram(
    programOf(
      {
        'pages/a/a.tsx': `import Taro, { useLoad } from '@tarojs/taro'
import { Button, Checkbox, View, Text } from '@tarojs/components'
export default function Login() {
  const [agree, setAgree] = useState(false)
  useLoad(() => { Taro.getLocation({}) })
  return <View>
    <View onClick={() => setAgree(!agree)}><Checkbox checked={agree} value='1' /><Text>我已阅读并同意</Text><Text onClick={open}>《隐私政策》</Text></View>
    {agree ? <Button openType='getPhoneNumber' onGetPhoneNumber={got}>手机号登录</Button> : <Button onClick={tip}>手机号登录</Button>}
  </View>
}
function open() { Taro.navigateTo({ url: '/pages/b/b' }) }
function got() {}
function tip() {}`,
      },
      { framework: 'taro', pages: ['pages/a/a', 'pages/b/b'] },
    ),
  );
  expect(consent(found, 'open-type=getPhoneNumber')).toMatchObject({ gate: 'yes', gateKind: 'control-shown', initial: 'clear' });
  expect(found.faults.map((one) => `${one.kind} ${one.place.line}`)).toEqual(['location-at-load 5']);
});

describe('faults and their clean twins', () => {
  test('implied consent', () => {
    expect(
      kinds(
        page(
          '<view><button open-type="getPhoneNumber" bindgetphonenumber="x">手机号登录</button><view>登录即代表同意《用户协议》</view></view>',
          'Page({ x() {} })',
        ),
      ),
    ).toEqual(['implied-consent', 'dead-agreement-link']);
    expect(
      kinds(
        page(
          '<view><view>登录即代表同意<text bindtap="open">《用户协议》</text></view></view>',
          'Page({ open() { wx.navigateTo({ url: "/pages/a/a" }) } })',
        ),
      ),
    ).toEqual(['implied-consent']);
    expect(
      kinds(
        page(
          '<view><checkbox-group bindchange="on"><checkbox/></checkbox-group>勾选即代表同意<text bindtap="open">《用户协议》</text></view>',
          'Page({ on() {}, open() { wx.navigateTo({ url: "/pages/a/a" }) } })',
        ),
      ),
    ).toEqual([]);
  });
  test.each([
    ['<text>《隐私政策》</text>', ['dead-agreement-link']],
    ['<text bindtap="nothing">《隐私政策》</text>', ['dead-agreement-link']],
    ['<text bindtap="empty">《隐私政策》</text>', ['dead-agreement-link']],
    ['<text bindtap="gone">《隐私政策》</text>', ['dead-agreement-link']],
    ['<navigator url="/pages/gone/gone">《隐私政策》</navigator>', ['dead-agreement-link']],
    ['<text bindtap="open">《隐私政策》</text>', []],
    ['<text bindtap="web">《隐私政策》</text>', []],
    ['<text bindtap="show">《隐私政策》</text>', []],
    ['<navigator url="/pages/a/a">《隐私政策》</navigator>', []],
  ])('dead link: %s', (title, faults) => {
    expect(
      kinds(
        page(
          `<view><checkbox-group bindchange="on"><checkbox checked="{{agree}}"/></checkbox-group><text>我已阅读并同意</text>${title}<button disabled="{{!agree}}" bindtap="go">登录</button></view>`,
          'Page({ data: { agree: false }, on() { this.setData({ agree: !this.data.agree }) }, go() {}, empty() {}, gone() { wx.navigateTo({ url: "/pages/gone/gone" }) }, open() { wx.navigateTo({ url: "/pages/a/a?type=1" }) }, web() { wx.navigateTo({ url: `/pages/a/a?url=${this.data.url}` }) }, show() { this.setData({ policy: true }) } })',
        ),
      ),
    ).toEqual(faults);
  });
  test.each([
    ['立即咨询', ['label-against-effect']],
    ['微信登录', ['label-against-effect']],
    ['领取优惠券', ['label-against-effect']],
    ['微信一键登录', ['label-against-effect']],
    ['手机号一键登录', []],
    ['授权手机号', []],
    ['微信手机号快捷登录', []],
    ['登录', []],
  ])('label: %s', (label, faults) => {
    expect(kinds(page(`<button open-type="getPhoneNumber" bindgetphonenumber="x">${label}</button>`, 'Page({ x() {} })'))).toEqual(faults);
  });
  test('a tick box that nothing looks at', () => {
    const form = (js: string) =>
      kinds(
        page(
          '<view><checkbox-group bindchange="on"><checkbox checked="{{agree}}"/></checkbox-group>我已阅读并同意<text bindtap="open">《用户协议》</text><input placeholder="请输入手机号" bindinput="typed"/><button bindtap="submit">提交</button></view>',
          `Page({ data: { agree: false }, on() { this.setData({ agree: !this.data.agree }) }, open() { wx.openPrivacyContract() }, typed() {}, ${js} })`,
        ),
      );
    expect(form('submit() { wx.request({ url: "/x" }) }')).toEqual(['decorative-tick-box']);
    expect(form('submit() { if (!this.data.agree) { wx.showToast({ title: "请同意" }); return } wx.request({ url: "/x" }) }')).toEqual([]);
    expect(form('submit() { if (this.data.agree) { wx.request({ url: "/x" }) } }')).toEqual([]);
  });
  test('several permissions at once', () => {
    expect(
      kinds(
        page(
          '<view/>',
          'Page({ onLoad() { wx.authorize({ scope: "scope.userLocation" }); wx.authorize({ scope: "scope.camera" }); wx.authorize({ scope: "scope.record" }) } })',
        ),
      ),
    ).toContain('bundled-permissions');
    expect(
      kinds(
        page(
          '<view bindtap="a">录音</view><view bindtap="b">拍照</view>',
          'Page({ a() { wx.authorize({ scope: "scope.record" }) }, b() { wx.authorize({ scope: "scope.camera" }) } })',
        ),
      ),
    ).toEqual([]);
  });
  test('forced following', () => {
    expect(
      kinds(
        page(
          '<view bindtap="order">点餐</view>',
          'Page({ data: { followed: false }, onLoad() { if (!this.data.followed) wx.showModal({ title: "提示", content: "请先关注公众号才能点餐", showCancel: false }) }, order() {} })',
        ),
      ),
    ).toEqual(['forced-follow']);
    expect(
      kinds(
        page(
          '<view wx:if="{{show}}" class="mask"><view>请先关注公众号后继续点餐</view><official-account/></view>',
          'Page({ data: { show: true } })',
        ),
      ),
    ).toEqual(['forced-follow']);
    expect(
      kinds(
        page(
          '<view wx:if="{{show}}" class="mask"><view>请先关注公众号后继续点餐</view><view bindtap="close">关闭</view></view>',
          'Page({ data: { show: true }, close() { this.setData({ show: false }) } })',
        ),
      ),
    ).toEqual([]);
    expect(kinds(page('<view bindtap="x">关注公众号领优惠</view>', 'Page({ x() {} })'))).toEqual([]);
  });
  test('the clipboard read as the program opens', () => {
    expect(kinds(page('<view/>', 'Page({ onShow() { wx.getClipboardData({ success() {} }) } })'))).toEqual(['collected-unasked']);
    expect(kinds(page('<button bindtap="paste">粘贴</button>', 'Page({ paste() { wx.getClipboardData({ success() {} }) } })'))).toEqual([]);
  });
});
