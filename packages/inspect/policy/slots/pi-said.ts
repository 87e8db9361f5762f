import type { PiCategory } from '@liangjian/law';
import { matchPi } from '../../surface/words/pi-lexicon.ts';
import type { Outline, Sentence } from '../text/outline.ts';

/** Names policies give to kinds of information, beside the words on forms. */
const POLICY_WORDS: readonly (readonly [PiCategory, RegExp])[] = [
  [
    'device-id',
    /设备(?:信息|标识|型号|名称|唯一|识别|序列|属性|参数|号)|唯一(?:设备)?标识|imei|imsi|android ?id|oaid|idfa|idfv|mac ?地址|硬件/,
  ],
  ['ip-address', /ip ?地址|网络地址/],
  [
    'browsing',
    /浏览(?:记录|历史|信息|行为)|搜索(?:记录|历史|关键词)|日志(?:信息)?|访问(?:记录|日志|时间)|点击(?:记录|行为)|操作(?:记录|日志)|cookie/,
  ],
  ['location-precise', /精确(?:的)?(?:地理)?(?:位置|定位)|精准(?:位置|定位)|gps|经纬度/],
  ['location-fuzzy', /(?:地理)?位置(?:信息)?|所在(?:城市|地区|位置)|定位信息/],
  [
    'order',
    /订单|交易(?:记录|信息|内容)|桌号|所点(?:餐品|菜品)|购买(?:记录|信息)|消费(?:记录|信息)|停车(?:记录|时间)|租借(?:记录|信息)|预约(?:记录|信息)/,
  ],
  ['payment', /支付(?:信息|结果|记录|方式|账号|账户|时间|金额|渠道)|付款(?:信息|记录)|收款/],
  ['platform-id', /openid|unionid|微信(?:号|标识|授权|账号)|支付宝(?:账号|标识)|第三方账号/],
  ['installed-apps', /应用(?:程序)?列表|已安装(?:的)?应用|软件列表/],
  ['clipboard', /剪[贴切]板/],
  ['contacts', /通讯录|通信录/],
  ['photos', /相册|图片|照片/],
  ['camera', /相机|摄像头|拍摄/],
  ['microphone', /麦克风|录音/],
  ['biometric', /人脸|面部|指纹|声纹|虹膜|掌纹|生物识别/],
  ['travel', /行踪轨迹|行程|住宿(?:信息|记录)/],
  ['wifi', /wi-?fi|wlan|ssid/],
  ['bluetooth', /蓝牙/],
  ['motion', /传感器|加速度|陀螺仪/],
  ['account', /账号|账户名|用户名|帐号/],
  ['password', /密码/],
  ['minor', /(?:孩子|学员|儿童|宝宝|子女|幼儿|未成年人)(?:的)?(?:姓名|名字|称呼|出生|生日|年龄|年级|性别)/],
  ['name', /姓名|称呼/],
  ['address', /(?:姓名|电话|手机号?|收货人?|联系方式)[、和及与/](?:收货|详细)?地址|地址[、和及与/](?:姓名|联系|电话|手机|收货)/],
  ['phone', /(?:收货|联系)人?[^。；\n]{0,12}[、和及与]电话|手机号|联系电话|电话号码|手机号码/],
  ['plate', /车牌/],
  ['free-text', /备注|评价(?:内容)?|留言/],
];

const DENIES =
  /(?:不|未|无需|不需|不会|并不|从不|没有|无须|毋需|严禁|禁止|请勿|勿)(?:会|再|主动|需要|需|要求|以任何方式|直接|额外|单独|得|将)?(?:您)?(?:收集|采集|获取|申请|读取|提供|索取|调用|存储|保存|接触|访问|涉及|使用|处理|填写|上传|记录|知晓)/;
const SAYS =
  /收集|采集|获取|填写|提供|提交|上传|读取|输入|授权|记录|使用|用于|需要|包括|包含|登记|接收|处理|个人信息种类|信息类型|涉及|保存|存储|共享/g;
/** Beyond this the search adds time, not kinds. */
const MOST = 40_000;

/** Parts of a sentence that are not under a "we do not collect". */
function affirmed(text: string): string {
  if (!DENIES.test(text)) return text;
  let denied = false;
  const kept: string[] = [];
  for (const part of text.split(/[，；。,;]/)) {
    if (DENIES.test(part)) denied = true;
    else if (part.search(SAYS) >= 0) denied = false;
    if (!denied) kept.push(part);
  }
  return kept.join('，');
}

export interface PiSaid {
  readonly categories: readonly PiCategory[];
  readonly sentences: readonly Sentence[];
  /** Sentences that deny collecting something. */
  readonly denied: readonly Sentence[];
}

/** Kinds of information the text says are handled, in the order of the word lists, with the sentences that say it. */
export function piSaid(outline: Outline): PiSaid {
  const candidates = outline.sentences.filter(
    ({ kind, text }) => kind === 'row' || (kind === 'sentence' && (text.search(SAYS) >= 0 || text.length <= 30 || /[、：]/.test(text))),
  );
  const texts: string[] = [];
  const seen = new Set<string>();
  let length = 0;
  for (const { text } of candidates) {
    const part = affirmed(text);
    if (part === '' || seen.has(part) || length > MOST) continue;
    seen.add(part);
    texts.push(part);
    length += part.length;
  }
  const all = texts.join('\n');
  const strong = matchPi(all).strong;
  const categories = [...new Set([...strong, ...POLICY_WORDS.flatMap(([category, words]) => (words.test(all) ? [category] : []))])];
  const sentences = candidates.filter(({ text }) => {
    const part = affirmed(text);
    return part !== '' && POLICY_WORDS.some(([, words]) => words.test(part));
  });
  const ranked = [...sentences].sort((a, b) => rank(b) - rank(a) || a.index - b.index).slice(0, 6);
  return { categories, sentences: ranked, denied: candidates.filter(({ text }) => DENIES.test(text)).slice(0, 6) };
}

const rank = ({ text }: Sentence): number => (/收集|采集|获取|填写|提供/.test(text) ? 1 : 0) + (/、/.test(text) ? 1 : 0);
