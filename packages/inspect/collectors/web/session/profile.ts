import type { Protocol } from 'devtools-protocol';

/** The visitor that the page meets. */
export interface VisitorProfile {
  readonly name: 'mobile' | 'wechat' | 'desktop';
  readonly userAgent: string;
  readonly metadata: Protocol.Emulation.UserAgentMetadata | null;
  readonly platform: string;
  readonly viewport: { readonly width: number; readonly height: number; readonly scale: number };
  readonly touch: boolean;
  readonly acceptLanguage: string;
  /** Interfaces of another program that we stand in for; named in the report. */
  readonly stubs: readonly string[];
}

/**
 * Profile for a browser of the given product (`HeadlessChrome/153.0.7890.1`): the version stays true, only the device is another one,
 * so that client hints and behaviour agree with the user agent.
 */
export function visitorProfile(name: VisitorProfile['name'], product: string, scale = 2): VisitorProfile {
  const full = /\/([\d.]+)/.exec(product)?.[1] ?? '150.0.0.0';
  const major = full.split('.')[0] ?? '150';
  if (name === 'desktop') {
    return {
      name,
      userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`,
      metadata: metadata('Windows', '15.0.0', '', false, full, ['Google Chrome', 'Chromium']),
      platform: 'Win32',
      viewport: { width: 1366, height: 900, scale: 1 },
      touch: false,
      acceptLanguage: 'zh-CN,zh',
      stubs: [],
    };
  }
  const phone = 'Linux; Android 14; V2309A Build/UP1A.231005.007';
  const wechat = name === 'wechat';
  return {
    name,
    userAgent: wechat
      ? `Mozilla/5.0 (${phone}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/${major}.0.0.0 Mobile Safari/537.36 XWEB/1${major}0000 MMWEBSDK/20240404 MMWEBID/1 MicroMessenger/8.0.49.2600(0x28003133) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64`
      : `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Mobile Safari/537.36`,
    metadata: metadata('Android', '14.0.0', 'V2309A', true, full, wechat ? ['Android WebView', 'Chromium'] : ['Google Chrome', 'Chromium']),
    platform: 'Linux armv8l',
    viewport: { width: 390, height: 844, scale },
    touch: true,
    acceptLanguage: 'zh-CN,zh',
    stubs: wechat ? ['WeixinJSBridge', 'wx'] : [],
  };
}

function metadata(
  platform: string,
  platformVersion: string,
  model: string,
  mobile: boolean,
  full: string,
  brands: readonly string[],
): Protocol.Emulation.UserAgentMetadata {
  const major = full.split('.')[0] ?? '';
  const grease = { brand: 'Not;A=Brand', version: '99' };
  return {
    brands: [grease, ...brands.map((brand) => ({ brand, version: major }))],
    fullVersionList: [{ ...grease, version: '99.0.0.0' }, ...brands.map((brand) => ({ brand, version: full }))],
    platform,
    platformVersion,
    architecture: mobile ? '' : 'x86',
    bitness: mobile ? '' : '64',
    model,
    mobile,
    wow64: false,
  };
}
