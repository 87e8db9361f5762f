import { compileTemplates } from './compile-template.ts';

/** Layout of a compiled package, by the age of the compiler. */
export type Layout = 'classic' | 'middle' | 'component';

const PARAMETERS =
  'require, module, exports, window,document,frames,self,location,navigator,localStorage,history,Caches,screen,alert,confirm,prompt,XMLHttpRequest,WebSocket,Reporter,webkit,WeixinJSCore';

const older = (name: string, body: string): string =>
  `define("${name}", function(${PARAMETERS}){ \t\t\t"use strict";\t\t\t\n${body} \n \t\t\t}); \n`;
const newer = (name: string, body: string): string =>
  `define("${name}",function(${PARAMETERS.replaceAll(' ', '')}){\n${body}\n},{isPage:true,isComponent:false,currentFile:'${name}'});`;

/** The invented shop of the package tests: a login page, an order page in a subpackage, an agreement component. */
export const LOGIN_TEMPLATE = `<view><agree-box bindchange="onAgree" /><button wx:if="{{agreed}}" open-type="getPhoneNumber" bindgetphonenumber="onPhone" class="b">手机号登录</button></view>`;
export const ORDER_TEMPLATE = `<form bindsubmit="send"><input name="phone" placeholder="手机号" /><button form-type="submit" class="b">下单</button></form>`;
const BOX_TEMPLATE = `<checkbox checked="{{checked}}" class="c">同意用户协议</checkbox>`;

const SCRIPTS = {
  'app.js': 'App({onLaunch:function(){wx.login({})}})',
  'pages/login/login.js': 'Page({data:{agreed:!1},onPhone:function(e){wx.request({url:"https://api.example.com/phone",data:e.detail})}})',
  'components/agree/agree.js': 'Component({properties:{checked:Boolean}})',
};

const CONFIG = {
  entryPagePath: 'pages/login/login.html',
  pages: ['pages/login/login', 'pkgOrder/order/order'],
  subPackages: [{ root: 'pkgOrder/', pages: ['pkgOrder/order/order'] }],
  page: {
    'pages/login/login.html': { window: { navigationBarTitleText: '登录', usingComponents: { 'agree-box': '/components/agree/agree' } } },
    'pkgOrder/order/order.html': { window: { navigationBarTitleText: '点餐' } },
  },
  permission: { 'scope.userLocation': { desc: '用于查找附近门店' } },
  requiredPrivateInfos: ['getLocation'],
  __usePrivacyCheck__: true,
};

/** Files of the main package and of the subpackage, compiled in a layout. `note` lands in the main script. */
export function compiledProgram(layout: Layout, note = ''): { main: Record<string, string>; order: Record<string, string> } {
  const write = layout === 'component' ? newer : older;
  const templates = new Map([
    ['pages/login/login', LOGIN_TEMPLATE],
    ['components/agree/agree', BOX_TEMPLATE],
  ]);
  const orderTemplates = new Map([['pkgOrder/order/order', ORDER_TEMPLATE]]);
  const orderScript = write('pkgOrder/order/order.js', 'Page({send:function(e){wx.chooseAddress({})}})');
  const scripts = Object.entries(SCRIPTS)
    .map(([name, body]) => write(name, body))
    .join('');
  const main: Record<string, string> = { 'app-config.json': JSON.stringify(CONFIG) };
  if (layout === 'component') {
    main['common.app.js'] = 'var __wxAppData=__wxAppData||{};';
    main['webview.app.js'] = 'var x=[];if(path&&e_[path]){}';
    main['appservice.app.js'] = `var note="${note}";${write('app.js', SCRIPTS['app.js'])}require("app.js");`;
    let number = 0;
    for (const [path, source] of templates) {
      const body = SCRIPTS[`${path}.js` as keyof typeof SCRIPTS];
      main[`${path}.appservice.js`] = `${write(`${path}.js`, body)}require("${path}.js");`;
      main[`${path}.webview.js`] = compileTemplates(new Map([[path, source]]), 'component', `$gwx_XC_${number}`);
      number += 1;
    }
    const order = {
      'pkgOrder/order/order.appservice.js': orderScript,
      'pkgOrder/order/order.webview.js': compileTemplates(orderTemplates, 'component', '$gwx0_XC_0'),
    };
    return { main, order };
  }
  main['app-service.js'] = `${scripts}require("app.js");\nvar note="${note}";\n`;
  const view = compileTemplates(templates, layout === 'classic' ? 'one-table' : 'tables');
  if (layout === 'classic') main['page-frame.html'] = `<!DOCTYPE html><html><head><script>${view}</script></head><body></body></html>`;
  else {
    main['app-wxss.js'] = view;
    main['page-frame.js'] = 'var __pageFrameEndTime__ = Date.now()';
  }
  const order = { 'pkgOrder/app-service.js': orderScript, 'pkgOrder/page-frame.js': compileTemplates(orderTemplates, 'tables', '$gwx0') };
  return { main, order };
}
