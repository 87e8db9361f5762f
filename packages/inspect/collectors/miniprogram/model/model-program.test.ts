import { describe, expect, test } from 'vitest';
import { modelProgram } from './model-program.ts';
import { programOf } from './testing/program-of.ts';

const named = (model: ReturnType<typeof modelProgram>, name: string) => model.points.filter((one) => one.name === name);

describe('a phone button beside a tick box', () => {
  const page = (button: string, script: string) =>
    modelProgram(
      programOf({
        'pages/login/login.wxml': `<view>
  <checkbox-group bindchange="onAgree"><checkbox value="1" checked="{{agree}}"/><text>我已阅读并同意</text><text bindtap="openPrivacy">《隐私政策》</text></checkbox-group>
  ${button}
</view>`,
        'pages/login/login.js': script,
        'pages/privacy/privacy.wxml': '<view>隐私政策</view>',
      }),
    );
  const script = `Page({
  data: { agree: false },
  onAgree(e) { this.setData({ agree: e.detail.value.length > 0 }) },
  openPrivacy() { wx.navigateTo({ url: '/pages/privacy/privacy' }) },
  onPhone(e) { wx.request({ url: '/phone', data: { code: e.detail.code } }) },
  tip() { wx.showToast({ title: '请先同意' }) },
})`;

  test('that it ignores is decorative', () => {
    const model = page('<button open-type="getPhoneNumber" bindgetphonenumber="onPhone">手机号登录</button>', script);
    expect(named(model, 'open-type=getPhoneNumber')).toMatchObject([
      { place: { file: 'pages/login/login.wxml', line: 3, column: 11 }, consent: { gate: 'no', initial: 'clear' } },
    ]);
    expect(model.faults.map((one) => one.kind)).toEqual(['decorative-tick-box']);
    expect(model.consentControls.map((one) => one.used)).toEqual(['no']);
  });

  test.each([
    [
      'shown only when agreed',
      '<button wx:if="{{agree}}" open-type="getPhoneNumber" bindgetphonenumber="onPhone">手机号登录</button><button wx:else bindtap="tip">手机号登录</button>',
      'control-shown',
    ],
    [
      'disabled',
      '<button disabled="{{!agree}}" open-type="getPhoneNumber" bindgetphonenumber="onPhone">手机号登录</button>',
      'control-enabled',
    ],
    [
      'of another type',
      `<button open-type="{{agree ? 'getPhoneNumber' : ''}}" bindgetphonenumber="onPhone" bindtap="tip">手机号登录</button>`,
      'control-type',
    ],
  ])('that closes it: %s', (_name, button, kind) => {
    const model = page(button, script);
    expect(named(model, 'open-type=getPhoneNumber')).toMatchObject([{ consent: { gate: 'yes', gateKind: kind, initial: 'clear' } }]);
    expect(model.faults).toEqual([]);
    expect(model.consentControls.map((one) => one.used)).toEqual(['yes']);
  });

  test('looked at only after the phone came back', () => {
    const model = page(
      '<button open-type="getPhoneNumber" bindgetphonenumber="onPhone">手机号登录</button>',
      script.replace('onPhone(e) {', 'onPhone(e) { if (!this.data.agree) { wx.showToast({ title: "请先同意" }); return }'),
    );
    expect(model.faults.map((one) => one.kind)).toEqual(['checked-after-collection']);
  });

  test('that starts as ticked', () => {
    const model = page(
      '<button wx:if="{{agree}}" open-type="getPhoneNumber" bindgetphonenumber="onPhone">手机号登录</button>',
      script.replace('agree: false', 'agree: true'),
    );
    expect(model.faults).toMatchObject([{ kind: 'pre-ticked', place: { file: 'pages/login/login.js', line: 2 } }]);
  });
});
