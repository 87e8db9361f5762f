import type { Purpose } from '../../facts/fact.ts';

/** Titles of documents (the words between 《》, or an English title) → what agreeing to them covers. First fit counts. */
export const DOCUMENT_PURPOSES: readonly { readonly purpose: Purpose; readonly title: RegExp }[] = [
  { purpose: 'children', title: /儿童|未成年|监护人|child|minor/ },
  { purpose: 'face', title: /人脸|刷脸|面部|生物识别|face|biometric/ },
  { purpose: 'credit-inquiry', title: /征信|信用(信息|报告|查询|授权)|credit/ },
  { purpose: 'third-party', title: /第三方|三方|合作(方|伙伴|机构)|共享|对外提供|third.part|sharing/ },
  { purpose: 'marketing', title: /营销|推广|个性化|广告|短信|推送|marketing|promotion/ },
  { purpose: 'membership', title: /会员|入会|积分|member|loyalty/ },
  { purpose: 'location', title: /位置|定位|location/ },
  { purpose: 'order', title: /订单|购买|交易|预订|预约|租赁|租借|停车|缴费|order|purchase/ },
  { purpose: 'privacy-policy', title: /隐私|个人信息|数据(保护|处理)|cookie|privacy|data protection/ },
  { purpose: 'user-agreement', title: /用户|(服务|使用)(协议|条款|许可)|注册|平台|软件|许可|terms|user agreement|conditions/ },
  { purpose: 'other-agreement', title: /协议|条款|规则|章程|授权|须知|声明|承诺|agreement|policy/ },
];

/** What a sentence asks for beyond documents. Each needs a verb of taking or giving in the same sentence (`TAKING`). */
export const SENTENCE_PURPOSES: readonly { readonly purpose: Purpose; readonly words: RegExp }[] = [
  {
    purpose: 'marketing',
    words:
      /(营销|推广|促销|商业)(信息|短信|消息|活动|推送|电话)|(优惠|活动|新品|上新)(信息|短信|资讯|推送|消息|通知)|个性化(推荐|广告|营销)|(接收|收到|订阅|发送|推送)[^。;]{0,24}(优惠|促销|营销|推广|新品|资讯|福利|折扣|广告)|(用于|用以|用作|进行|开展)[^,。;]{0,12}(推广|营销|促销|推销|广告)|(合作|第三方|关联|金融|保险|贷款|装修|中介)[^。;]{0,24}(来电|致电|电话联系|电话回访|电话推介|联系我|与我联系|与本人联系|向我推荐)|marketing|promotional|newsletter|special offers/,
  },
  {
    purpose: 'third-party',
    words:
      /第三方|(?<!信息|数据)合作(的)?[^,。;同]{0,10}(方|伙伴|商|商户|商家|机构|公司|企业|平台|品牌|门店|银行|金融|保险)|关联(公司|方|企业)|三方(机构|公司)?(共享|提供)|(提供|共享|分享|转交|转让|披露|推送|同步)(给|至|予|到|于)[^,。;我您你]{0,16}(经销商|其他商家|机构|公司|企业|中介|平台|银行|保险|贷款|伙伴)|向(?![我您你本贵用])[^,。;]{0,16}(经销商|其他商家|机构|公司|企业|中介|平台|银行|保险|伙伴)[^,。;]{0,4}(提供|共享|分享|披露|推送|转让)|third part(y|ies)|our partners/,
  },
  { purpose: 'credit-inquiry', words: /征信|信用(报告|查询)|credit (report|inquiry|check)/ },
  { purpose: 'face', words: /人脸|刷脸|面部(识别|特征|信息)|facial|face (data|recognition)/ },
  { purpose: 'location', words: /(位置|定位|地理位置)(信息|数据|权限)?|location/ },
  {
    purpose: 'membership',
    words:
      /(成为|加入|注册(成)?为?|升级(为)?)(本店|我们的|品牌|尊享)?会员|自动(入会|注册会员)|join (our )?(membership|club)|become a member/,
  },
];

/** Verbs by which something is taken, given or asked. */
export const TAKING =
  /收集|获取|采集|使用|处理|授权|同意|提供|共享|分享|接收|发送|推送|开启|查询|允许|成为|加入|collect|process|use|share|send|receive|consent|agree|access/;

/** A sentence that says what is *not* done covers nothing. */
export const DENYING =
  /(不会|不得|绝不|决不|并不|不再|无需|不需要|未经[^,。;]{0,16}(不|绝)|不向|不对外)|(will|do|does) not|never|won['’]t|don['’]t/;

/** A refusal that governs what follows it in the same clause. */
export const REFUSING = /(不接收|不接受|不同意|不允许|不愿意|不授权|不共享|不提供|不用于|不用作|拒绝|谢绝|不要|不想|停止|取消|退订)[^,;]*$/;
