// oxlint-disable no-unused-expressions -- the file is an expression that the collector calls
// A declared stand-in for WeChat's bridge, for pages visited as WeChat: records what a page asks of it and answers as a user who declines.
(function stub(bindingName) {
  'use strict';
  const raw = globalThis[bindingName];
  if (typeof raw !== 'function' || typeof document === 'undefined') return;
  const stringify = JSON.stringify;
  const shorten = (value) => {
    try {
      return (stringify(value, (key, inner) => (typeof inner === 'function' ? undefined : inner)) ?? '').slice(0, 400);
    } catch {
      return '';
    }
  };
  const tell = (api, value) => {
    try {
      raw(stringify({ kind: 'api', api, arguments: shorten(value), href: String(location.href), stack: new Error().stack ?? '' }));
    } catch {}
  };
  const later = (act) => setTimeout(act, 0);

  // What the page's own copy of the JS-SDK talks to.
  const bridge = {
    invoke(name, options, callback) {
      tell(`wx.bridge.${name}`, options);
      const config = name === 'preVerifyJSAPI' || name === 'checkJsApi';
      if (typeof callback === 'function') later(() => callback({ err_msg: config ? `${name}:ok` : `${name}:cancel`, verifyAppid: '', verifySignature: '', verifyOptions: '' }));
    },
    call(name, options) {
      tell(`wx.bridge.${name}`, options);
    },
    on(name) {
      tell(`wx.bridge.on.${name}`, '');
    },
    log() {},
  };
  globalThis.WeixinJSBridge = bridge;
  document.addEventListener('DOMContentLoaded', () => later(() => document.dispatchEvent(new Event('WeixinJSBridgeReady'))));

  // The SDK itself comes from a host that may be out of reach; this stands in until the page's own copy replaces it.
  const handlers = { ready: [], error: [] };
  let configured = false;
  const answer = (name, options, words) => {
    tell(`wx.${name}`, options);
    const result = { errMsg: `${name}:${words}` };
    later(() => {
      if (words === 'ok') options?.success?.(result);
      else if (words === 'cancel') (options?.cancel ?? options?.fail)?.(result);
      else options?.fail?.(result);
      options?.complete?.(result);
    });
  };
  const denied = ['getLocation', 'openLocation', 'chooseImage', 'uploadImage', 'startRecord', 'startSearchBeacons', 'getNetworkType', 'openAddress', 'chooseInvoiceTitle'];
  const cancelled = ['scanQRCode', 'chooseWXPay', 'chooseCard', 'addCard', 'openProductSpecificView', 'openEnterpriseChat', 'openBusinessView', 'chooseLocation', 'previewImage'];
  const quiet = ['updateAppMessageShareData', 'updateTimelineShareData', 'onMenuShareTimeline', 'onMenuShareAppMessage', 'onMenuShareQQ', 'hideMenuItems', 'showMenuItems', 'hideOptionMenu', 'showOptionMenu', 'hideAllNonBaseMenuItem', 'showAllNonBaseMenuItem', 'closeWindow', 'stopRecord'];
  const wx = {
    config(options) {
      tell('wx.config', { jsApiList: options?.jsApiList, openTagList: options?.openTagList, appId: options?.appId });
      configured = true;
      later(() => handlers.ready.splice(0).forEach((act) => act()));
    },
    ready(act) {
      if (configured) later(act);
      else handlers.ready.push(act);
    },
    error(act) {
      handlers.error.push(act);
    },
    checkJsApi(options) {
      tell('wx.checkJsApi', options);
      const checkResult = Object.fromEntries((options?.jsApiList ?? []).map((name) => [name, true]));
      later(() => options?.success?.({ checkResult, errMsg: 'checkJsApi:ok' }));
    },
    invoke: (name, options, callback) => bridge.invoke(name, options, callback),
    on: (name) => bridge.on(name),
    miniProgram: {
      getEnv: (callback) => later(() => callback?.({ miniprogram: false })),
      ...Object.fromEntries(['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack', 'postMessage'].map((name) => [name, (options) => tell(`wx.miniProgram.${name}`, options)])),
    },
  };
  for (const name of denied) wx[name] = (options) => answer(name, options, 'fail auth deny');
  for (const name of cancelled) wx[name] = (options) => answer(name, options, 'cancel');
  for (const name of quiet) wx[name] = (options) => answer(name, options, 'ok');
  globalThis.wx = wx;
  globalThis.jWeixin = wx;
})
