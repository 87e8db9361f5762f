import type { Text } from '@liangjian/law';

export type CodeKind = 'web' | 'payment' | 'mini-program' | 'follow' | 'app' | 'wifi' | 'text';

/** What a code leads to, by its words alone; nothing is opened to find out. */
export interface CodeReading {
  readonly kind: CodeKind;
  readonly label: Text;
  /** A web page that may be inspected. Payment, mini-program and follow codes are never opened. */
  readonly opens: boolean;
  /** A link of a shortening service: where it leads is known only after the first request. */
  readonly short: boolean;
}

const t = (zh: string, en: string): Text => ({ zh, en });

const LABELS: Readonly<Record<CodeKind, Text>> = {
  web: t('网页', 'web page'),
  payment: t('付款码', 'payment code'),
  'mini-program': t('小程序码', 'mini-program code'),
  follow: t('关注或者加好友码', 'code to follow an account or add a contact'),
  app: t('打开或者下载应用', 'opens or downloads an app'),
  wifi: t('无线网络', 'wireless network'),
  text: t('文字', 'text'),
};

/** Host and start of path; the first that fits counts. Sources: the platforms' public documentation of their code formats. */
const PLACES: readonly (readonly [kind: CodeKind, host: RegExp, path?: RegExp])[] = [
  ['payment', /^(payapp|wx|pay)\.(weixin|wechat)\.(qq\.)?com$/],
  ['payment', /^qr\.alipay\.com$/],
  ['payment', /^(render|ds)\.alipay\.com$/, /pay|collect/i],
  ['payment', /^(qr|wallet)\.95516\.com$/],
  ['payment', /^(qr\.chinaums|qr-?pay\.\w+|pay\.icbc)\.com(\.cn)?$/],
  ['mini-program', /^mp\.weixin\.qq\.com$/, /^\/a\/~/],
  ['mini-program', /^(wxaurl\.cn|wxmpurl\.cn)$/],
  ['mini-program', /^(m\.q\.qq|miniapp\.alipay|s\.alipay)\.(com|cn)$/],
  ['mini-program', /^(v|z)\.douyin\.com$/, /^\/(microapp|miniapp)/],
  ['follow', /^(weixin|wx)\.qq\.com$/, /^\/(r|q|g|x)\//],
  ['follow', /^u\.wechat\.com$/],
  ['follow', /^(work\.weixin|wework\.qpic|qyapi\.weixin)\.(qq\.com|cn)$/],
  ['follow', /^mp\.weixin\.qq\.com$/, /^\/mp\/(profile_ext|subscribemsg)/],
  ['follow', /^qm\.qq\.com$/],
  ['app', /^(itunes|apps)\.apple\.com$/],
  ['app', /^play\.google\.com$/, /^\/store\/apps/],
  ['app', /^(a\.app\.qq|appgallery\.huawei|app\.mi)\.com$/],
];

const SCHEMES: readonly (readonly [kind: CodeKind, form: RegExp])[] = [
  ['payment', /^(wxp|wxpay|upwallet|uppay|alipayqr):/i],
  ['payment', /^weixin:\/\/wxpay/i],
  ['payment', /^(alipays?|alipay):\/\/platformapi\/startapp\?.*(appid|saId)=(09999988|10000007|20000056|20000123|20000116)/i],
  // EMV merchant-presented codes (payload format 01), as UnionPay and others print them.
  ['payment', /^000201[0-9]{2}/],
  ['mini-program', /^weixin:\/\/dl\/business/i],
  ['mini-program', /^(alipays?|alipay|snssdk\d+|aweme|baiduboxapp|mqqapi):\/\//i],
  ['follow', /^weixin:\/\/(contacts|qr)/i],
  ['follow', /^(BEGIN:VCARD|MECARD:)/i],
  ['wifi', /^WIFI:/i],
];

const SHORT = new Set([
  't.cn',
  'url.cn',
  'dwz.cn',
  'suo.im',
  'm6z.cn',
  'w.url.cn',
  'u.nu',
  'bit.ly',
  'tinyurl.com',
  't.co',
  'is.gd',
  'ourl.cn',
  'sourl.cn',
  'reurl.cc',
  '3.cn',
  'tb.cn',
  'm.tb.cn',
  'dpurl.cn',
  'c.tb.cn',
  'v.douyin.com',
  'b23.tv',
  'xhslink.com',
  'mrw.so',
  '985.so',
  'goo.gl',
  'rrd.me',
  'nxw.so',
]);

/** Reads what a code says. */
export function readKind(text: string): CodeReading {
  const kind = kindOf(text.trim());
  const short = kind === 'web' && SHORT.has(hostOf(text));
  const label = short
    ? t('网页短链接，最终地址打开后才知道', 'short link to a web page; where it leads is known once opened')
    : LABELS[kind];
  return { kind, label, opens: kind === 'web', short };
}

const hostOf = (text: string): string => URL.parse(text.trim())?.hostname.replace(/^www\./, '') ?? '';

function kindOf(text: string): CodeKind {
  for (const [kind, form] of SCHEMES) if (form.test(text)) return kind;
  const url = URL.parse(text);
  if (url === null) return 'text';
  if (url.protocol === 'http:' || url.protocol === 'https:') {
    if (/\.(apk|hap|ipa)$/i.test(url.pathname)) return 'app';
    return (
      PLACES.find(([, host, path]) => host.test(url.hostname) && (path === undefined || path.test(url.pathname + url.search)))?.[0] ?? 'web'
    );
  }
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? 'app' : 'text';
}
