import { expect, test } from 'vitest';
import { modelProgram } from '../model/model-program.ts';
import { type ProgramParts, programOf } from '../model/testing/program-of.ts';

const T = '我已阅读并同意<text bindtap="open">《隐私政策》</text>';
const B = '<button open-type="getPhoneNumber" bindgetphonenumber="got">手机号登录</button>';

/** Name, faults in any order, template and members of one page, further files. */
type Case = readonly [
  name: string,
  faults: string,
  wxml: string,
  members: string,
  more?: Readonly<Record<string, string>>,
  parts?: ProgramParts,
];

const cases: readonly Case[] = [
  [
    'tabs above an agreement are no tick',
    'implied-consent',
    `<view><view class="{{type == 1 ? 'on' : ''}}" bindtap="pick" data-type="1">手机登录</view><view class="{{type == 2 ? 'on' : ''}}" bindtap="pick" data-type="2">密码登录</view><view>登录即代表同意<text bindtap="open">《用户协议》</text></view></view>`,
    'data:{type:1}, pick(e){ this.setData({type:e.currentTarget.dataset.type}) }',
  ],
  [
    'van-checkbox gated',
    '',
    `<view><van-checkbox value="{{agree}}" bind:change="on">${T}</van-checkbox><button wx:if="{{agree}}" open-type="getPhoneNumber" bindgetphonenumber="got">手机号登录</button><button wx:else bind:tap="tip">手机号登录</button></view>`,
    'data:{agree:false}, on(e){this.setData({agree:e.detail})}, got(){}, tip(){}',
  ],
  [
    'van-checkbox open',
    'decorative-tick-box',
    `<view><van-checkbox value="{{agree}}" bind:change="on">${T}</van-checkbox>${B}</view>`,
    'data:{agree:false}, on(e){this.setData({agree:e.detail})}, got(){}',
  ],
  [
    'van-checkbox preticked',
    'pre-ticked',
    `<view><van-checkbox value="{{agree}}" bind:change="on">${T}</van-checkbox><button disabled="{{!agree}}" open-type="getPhoneNumber" bindgetphonenumber="got">手机号登录</button></view>`,
    'data:{agree:true}, on(e){this.setData({agree:e.detail})}, got(){}',
  ],
  [
    'radio tap',
    '',
    `<view><radio checked="{{isCheck}}" bindtap="on"/>${T}<button bindtap="login">登录</button></view>`,
    'data:{isCheck:false}, on(){this.setData({isCheck:!this.data.isCheck})}, login(){ const {isCheck}=this.data; if(!isCheck){wx.showToast({title:"请先勾选"});return;} wx.getUserProfile({desc:"x"}) }',
  ],
  [
    'radio toast without return',
    'decorative-tick-box',
    `<view><radio checked="{{isCheck}}" bindtap="on"/>${T}<button bindtap="login">登录</button></view>`,
    'data:{isCheck:false}, on(){this.setData({isCheck:!this.data.isCheck})}, login(){ if(!this.data.isCheck){wx.showToast({title:"请先勾选"})} wx.login({}); wx.request({url:"/login"}) }',
  ],
  [
    'class tick + tip overlay',
    '',
    `<view class="row" bindtap="turn"><view class="box {{ok?'on':''}}"></view><text>${T}</text></view><button bindtap="tip" wx:if="{{!ok}}">登录</button><button wx:if="{{ok}}" open-type="getPhoneNumber" bindgetphonenumber="got">手机号登录</button>`,
    'data:{ok:false}, turn(){this.setData({ok:!this.data.ok})}, tip(){}, got(){}',
  ],
  [
    'icon type tick preticked',
    'pre-ticked',
    `<view class="row"><icon type="{{ok?'success':'circle'}}" bindtap="turn"/><text>${T}</text></view><button bindtap="go">登录</button>`,
    'data:{ok:true}, turn(){this.setData({ok:!this.data.ok})}, go(){ if(!this.data.ok) return; wx.login() }',
  ],
  [
    'two images tick',
    '',
    `<view class="row" bindtap="turn"><image wx:if="{{ok}}" src="a.png"/><image wx:else src="b.png"/><text>${T}</text></view><button bindtap="go">登录</button>`,
    'data:{ok:false}, turn(){this.setData({ok:!this.data.ok})}, go(){ if(!this.data.ok) return; wx.login() }',
  ],
  [
    'child agreement component',
    '',
    `<agree-bar bind:change="onAgree"/><button wx:if="{{agree}}" open-type="getPhoneNumber" bindgetphonenumber="got">手机号登录</button>`,
    'data:{agree:false}, onAgree(e){this.setData({agree:e.detail.value})}, got(){}',
    {
      'c/agree.wxml': `<view><checkbox-group bindchange="on"><checkbox checked="{{v}}"/></checkbox-group>${T}</view>`,
      'c/agree.js':
        'Component({data:{v:false},methods:{open(){wx.openPrivacyContract()},on(e){this.setData({v:!this.data.v});this.triggerEvent("change",{value:this.data.v})}}})',
    },
    { components: { 'pages/a/a': { 'agree-bar': 'c/agree' } } },
  ],
  [
    'child agreement component ignored',
    'decorative-tick-box',
    `<agree-bar bind:change="onAgree"/>${B}`,
    'data:{agree:false}, onAgree(e){this.setData({agree:e.detail.value})}, got(){}',
    {
      'c/agree.wxml': `<view><checkbox-group bindchange="on"><checkbox checked="{{v}}"/></checkbox-group>${T}</view>`,
      'c/agree.js':
        'Component({data:{v:false},methods:{open(){wx.openPrivacyContract()},on(e){this.setData({v:!this.data.v});this.triggerEvent("change",{value:this.data.v})}}})',
    },
    { components: { 'pages/a/a': { 'agree-bar': 'c/agree' } } },
  ],
  [
    'popup opened after check',
    '',
    `<view><checkbox-group bindchange="on"><checkbox checked="{{agree}}"/></checkbox-group>${T}<button bindtap="login">登录</button></view><view class="popup" wx:if="{{showPhone}}">${B}</view>`,
    'data:{agree:false,showPhone:false}, on(e){this.setData({agree:e.detail.value.length>0})}, login(){ if(!this.data.agree) return wx.showToast({title:"请同意"}); this.setData({showPhone:true}) }, got(){}',
  ],
  [
    'popup opened unchecked',
    'decorative-tick-box',
    `<view><checkbox-group bindchange="on"><checkbox checked="{{agree}}"/></checkbox-group>${T}<button bindtap="login">登录</button></view><view class="popup" wx:if="{{showPhone}}">${B}</view>`,
    'data:{agree:false,showPhone:false}, on(e){this.setData({agree:e.detail.value.length>0})}, login(){ this.setData({showPhone:true}) }, got(){}',
  ],
  [
    'location in fail loop openSetting',
    '',
    `<view bindtap="go">门店</view>`,
    'go(){ wx.getLocation({ fail: () => { wx.showModal({content:"请授权位置", success: (r)=>{ if(r.confirm) wx.openSetting() } }) } }) }',
  ],
  [
    'refuse closes',
    '',
    `<view class="mask" wx:if="{{s}}">请阅读并同意<text bindtap="open">《隐私政策》</text>我们将收集您的个人信息<view bindtap="no">不同意</view><view bindtap="yes">同意</view></view>`,
    'data:{s:true},no(){this.setData({s:false})},yes(){this.setData({s:false});wx.setStorageSync("agreed",1)}',
  ],
  [
    'refuse same as agree',
    'refuse-without-effect',
    `<view class="mask" wx:if="{{s}}">请阅读并同意<text bindtap="open">《隐私政策》</text>我们将收集您的个人信息<view bindtap="yes">不同意</view><view bindtap="yes">同意</view></view>`,
    'data:{s:true},yes(){this.setData({s:false});wx.setStorageSync("agreed",1)}',
  ],
  [
    'refuse missing handler',
    'refuse-without-effect',
    `<view class="mask" wx:if="{{s}}">请阅读并同意<text bindtap="open">《隐私政策》</text>我们将收集您的个人信息<view bindtap="no">不同意</view><view bindtap="yes">同意</view></view>`,
    'data:{s:true},yes(){this.setData({s:false})}',
  ],
  [
    'refuse modal same',
    'refuse-without-effect',
    `<view bindtap="go">x</view>`,
    'go(){ wx.showModal({title:"隐私提示",content:"我们将获取您的位置信息，是否同意",success:()=>{ this.next() }}) }, next(){ wx.setStorageSync("x",1) }',
  ],
  ['onLoad chooseAddress', 'collected-unasked', `<view/>`, 'onLoad(){ wx.chooseAddress({}) }'],
  [
    'watch location change',
    'location-at-load,location-at-load',
    `<view/>`,
    'onShow(){ wx.startLocationUpdate({success(){ wx.onLocationChange(()=>{}) }}) }',
  ],
  [
    'phone label 立即领取',
    'label-against-effect',
    `<button open-type="getPhoneNumber" bindgetphonenumber="got">立即领取</button>`,
    'got(){}',
  ],
  [
    'phone label with text near',
    '',
    `<view><view>授权手机号后即可领取优惠券</view><button open-type="getPhoneNumber" bindgetphonenumber="got">立即领取</button></view>`,
    'got(){}',
  ],
  [
    'implied small',
    'implied-consent',
    `<view>授权登录即表示您已阅读并同意<text bindtap="open">《用户协议》</text>和<text bindtap="open">《隐私政策》</text></view>`,
    '',
  ],
  ['implied use service', 'implied-consent', `<view>点击登录，即代表您同意<text bindtap="open">《用户协议》</text></view>`, ''],
  [
    'not implied',
    '',
    `<view>点击“同意”即表示您已阅读<text bindtap="open">《用户协议》</text></view><button bindtap="a">同意</button><button bindtap="b">拒绝</button>`,
    'a(){this.setData({x:1})},b(){wx.exitMiniProgram()}',
  ],
  [
    'switch tick',
    'pre-ticked',
    `<view><switch checked bindchange="on"/>${T}<button bindtap="go">注册</button></view>`,
    'data:{a:true},on(e){this.setData({a:e.detail.value})},go(){ if(!this.data.a) return; wx.request({url:"/r"})}',
  ],
  [
    'submit passes agree to server',
    '',
    `<view><checkbox-group bindchange="on"><checkbox checked="{{agree}}"/></checkbox-group>${T}<button bindtap="go">提交</button></view>`,
    'data:{agree:false},on(){this.setData({agree:!this.data.agree})},go(){ wx.request({url:"/r",data:{agree:this.data.agree}}) }',
  ],
  [
    'form submit ungated',
    'decorative-tick-box',
    `<form bindsubmit="go"><checkbox-group bindchange="on"><checkbox checked="{{agree}}"/></checkbox-group>${T}<button form-type="submit">提交</button></form>`,
    'data:{agree:false},on(){this.setData({agree:!this.data.agree})},go(){ wx.request({url:"/r"}) }',
  ],
  [
    'await modal',
    '',
    `<view/>`,
    'async onLoad(){ const r = await wx.showModal({content:"需要获取您的位置信息用于推荐门店"}); if(!r.confirm) return; wx.getLocation({}) }',
  ],
  [
    'getSetting not authorized asks',
    'location-at-load,location-at-load',
    `<view/>`,
    'onLoad(){ wx.getSetting({success:(res)=>{ if(!res.authSetting["scope.userLocation"]){ wx.authorize({scope:"scope.userLocation",success:()=>{ this.loc() }}) } else { this.loc() } }}) }, loc(){ wx.getLocation({}) }',
  ],
];

test.each(cases.map((one) => [one[0], one] as const))('%s', (_name, [, faults, wxml, members, more, parts]) => {
  const found = modelProgram(
    programOf({ 'pages/a/a.wxml': wxml, 'pages/a/a.js': `Page({ open(){wx.openPrivacyContract()}, ${members} })`, ...more }, parts),
  );
  expect(found.faults.map((one) => one.kind).toSorted()).toEqual(
    faults
      .split(',')
      .filter((one) => one !== '')
      .toSorted(),
  );
});
