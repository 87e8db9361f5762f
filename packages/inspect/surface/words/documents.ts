import { memo } from './memo.ts';
import type { PolicyDocument } from '../../facts/fact.ts';
import { fold, simplify } from './fold.ts';

/** Most special first: a children's privacy rule is also a privacy text. Tested on the title of one document, folded. */
const KINDS: readonly (readonly [PolicyDocument, RegExp])[] = [
  [
    'children-rule',
    /(儿童|未成年人|少儿|青少年|监护人).{0,12}(隐私|信息|保护|规则|须知|政策|声明|知情|同意书)|child(ren)?('?s)?.{0,12}(privacy|policy|notice)|minors?.{0,12}(privacy|policy)/,
  ],
  ['sdk-list', /sdk.{0,10}(列表|清单|目录|名单|说明|list)|(第三方|接入).{0,6}sdk|list of sdks/],
  [
    'sharing-list',
    /(第三方|信息|合作方|共享).{0,8}共享.{0,6}(清单|列表|目录|名单)|共享(个人)?信息|(third[- ]party|data|information)[- ](information )?sharing list|合作(方|机构|伙伴)(清单|名单|列表)/,
  ],
  [
    'collection-list',
    /(信息|数据).{0,6}(收集|采集).{0,8}(清单|列表|明示)|收集.{0,8}(清单|列表)|(information|data) collection list|已收集个人信息/,
  ],
  [
    'credit-authorisation',
    /(征信|信用信息|信用报告|个人信用|信用查询).{0,12}(授权|协议|查询|书)|credit (inquiry|report|check).{0,12}(authori[sz]ation|consent)/,
  ],
  [
    'face-rule',
    /(人脸|面部|刷脸|生物识别|活体|掌纹|刷掌).{0,10}(协议|规则|授权|须知|政策|条款|告知|同意书|说明)|(face|facial|biometric).{0,16}(policy|terms|consent|notice|agreement)/,
  ],
  ['cookie-policy', /cookies?.{0,4}(政策|声明|说明|policy|notice|statement|使用)|cookie policy/],
  [
    'member-agreement',
    /(会员|入会|vip|积分|储值|付费会员).{0,8}(协议|章程|条款|须知|规则|细则)|(membership|member|loyalty|rewards).{0,10}(agreement|terms|rules|policy|conditions)/,
  ],
  [
    'third-party-policy',
    /(中国移动|中国联通|中国电信|联通|移动|天翼|电信|运营商|支付宝|微信支付|微信|第三方|合作方|合作机构|友盟|高德|百度).{0,12}(认证服务(条款|协议)|服务(条款|协议)|协议|条款|隐私)|third[- ]part(y|ies).{0,12}(privacy|policy|terms)/,
  ],
  [
    'privacy-policy',
    /隐私(权)?(保护)?(政策|协议|条款|声明|说明|须知|通知|指引|指南|公告|规则)|^(用户|您的|平台|关于)?隐私(权|保护|与安全)?$|隐私(与|和|及|、|&).{0,8}(协议|条款|政策|声明)|(个人)?信息(保护|处理|安全|收集和?使用|收集|使用)(政策|规则|声明|协议|指引|说明|告知书|条款)|个人信息.{0,6}(授权书|告知书|同意书|授权协议|知情同意)|privacy( (policy|notice|statement|center|terms|agreement))?|data protection (policy|notice)|personal information (policy|notice|protection)/,
  ],
  [
    'user-agreement',
    /(用户|平台|使用|服务|软件|许可|租借|租赁|注册|购买|预约|停车|购票|点餐|订餐|商城|电子签名|借款|借贷|贷款|借贷|账号|账户|客户|订购|交易)(使用|服务|许可|信息服务)?(注册)?(服务)?(协议|条款|须知|合同|公约|规约)|服务(协议|条款)|(user|service|customer|end user|licen[sc]e) agreement|terms( (of (service|use|business)|and conditions|& conditions))?$|terms of (service|use)|terms (and|&) conditions|eula/,
  ],
];

const OTHER = /授权书|协议|条款|声明|告知书|同意书|承诺书|公约/;

/** What kind of legal text a title names; null for none. The title is folded inside. */
export function documentOf(title: string): PolicyDocument | null {
  const words = fold(title).replaceAll('私隐', '隐私');
  for (const [kind, pattern] of KINDS) if (pattern.test(words)) return kind;
  return OTHER.test(words) ? 'other' : null;
}

export interface DocumentMention {
  readonly document: PolicyDocument;
  /** The title as written. */
  readonly title: string;
  /** UTF-16 place in the given text. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

const QUOTED = /[《〈<「『“"]([^《》〈〉<>「」『』“”"\n]{2,40})[》〉>」』”"]/g;
const PLAIN =
  /[\p{Script=Han}a-z]{0,14}?(?:隐私(?:权)?(?:保护)?(?:政策|协议|条款|声明|说明|须知|通知|指引|指南)|(?:个人)?信息(?:保护|处理)(?:政策|规则|声明|协议)|(?:用户|服务|会员|平台|使用|注册)(?:使用|服务|注册)?(?:协议|条款)|(?:信息收集|信息共享|收集个人信息|第三方sdk|第三方共享)[\p{Script=Han}]{0,4}清单)|privacy (?:policy|notice|statement)|terms of (?:service|use)|terms (?:and|&) conditions|user agreement|cookie policy|membership terms/giu;

/** Legal texts named in a text, in order: everything in title marks, and plain names outside them. */
export const documentsIn = memo(readDocuments);

function readDocuments(text: string): readonly DocumentMention[] {
  const mentions: DocumentMention[] = [];
  for (const match of text.matchAll(QUOTED)) {
    const title = match[1] ?? '';
    const kind = documentOf(title);
    if (kind) mentions.push({ document: kind, title, start: match.index, end: match.index + match[0].length, quoted: true });
  }
  const inside = (at: number) => mentions.some((one) => one.quoted && at >= one.start && at < one.end);
  for (const match of simplify(text).replaceAll('私隐', '隐私').matchAll(PLAIN)) {
    if (inside(match.index) || inside(match.index + match[0].length - 1)) continue;
    const title = match[0].replace(/^.*(?:同意|阅读|接受|遵守|知悉|查看|及其?|以及|和|与|的|并|了解|详见|见|或)(?=.)/u, '');
    const kind = documentOf(title);
    const end = match.index + match[0].length;
    if (kind) mentions.push({ document: kind, title, start: end - title.length, end, quoted: false });
  }
  return mentions.sort((a, b) => a.start - b.start);
}
