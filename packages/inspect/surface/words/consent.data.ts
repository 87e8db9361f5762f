/**
 * Words by which a prompt shows that it asks agreement to personal-information processing or to a policy.
 * Sources of meaning: PIPL art. 14–17 (consent, notice), App-method items 1.2 and 3.4, wording in common use in zh-Hans, zh-Hant (folded) and en.
 */

/** A policy or agreement is named. */
export const DOCUMENT =
  /《[^《》]{0,24}(隐私|个人信息|用户|服务|使用|注册|会员|协议|条款|政策|声明|授权|指引|规则|须知|章程|privacy|terms)[^《》]{0,24}》|隐私(权)?(保护)?(政策|协议|条款|声明|指引|说明|通知|提示)|个人信息(保护|处理|收集)?(政策|指引|声明|规则|说明|授权|告知|须知)|(用户|服务|使用|注册)(服务|使用|注册|许可)?(协议|条款)|privacy (policy|notice|statement)|terms (of (service|use)|and conditions|& conditions)|user agreement|cookies? (policy|notice|statement)/;

/** Speaks of privacy at all: without it, a prompt that only asks to take note is about something else (delivery rules, prices). */
export const PRIVACY = /隐私|个人信息|个人资料|个人数据|用户信息|privacy|cookie|personal (data|information)|your data/;

/** Handling of personal information is described. */
export const PROCESSING =
  /(收集|使用|处理|获取|存储|共享|采集|保护|授权)[^。!?;]{0,28}(个人信息|个人数据|用户信息|设备信息|身份信息|(您|你)的(相关)?信息|cookie|手机号|位置信息)|(个人信息|个人数据|cookie)[^。!?;]{0,16}(收集|使用|处理|共享|保护|授权)|(use|uses|using|collect|collects|process|processes|store|stores|share)[^.]{0,60}(cookies|personal (data|information)|your (data|information)|device (data|information))|personal (data|information)|similar technologies/;

/** Agreement is asked for, or the reading before it. */
export const ASK =
  /请(您|你)?[^。!?《]{0,14}阅读|(阅读|知悉|了解|理解|知晓)(并|和|后|、|且|与)?[^。!?《]{0,8}(同意|接受|授权)|请(您|你)?(先|仔细|务必)?(同意|接受|勾选)|(需|须|需要|必须)(您|你)?(先)?(同意|接受)[^。!?]{0,4}《|点击[^。!?]{0,4}(同意|我同意|接受|允许|授权)|如(果)?(您|你)?(不)?(同意|接受)|(您|你)?是否(同意|接受|授权)|征(得|求)(您|你)的?[^。]{0,4}(同意|授权)|(需要|希望|请求|申请)[^。!?]{0,10}(同意|授权)|(视为|视同|表示|代表|意味着|即为)(您|你)?(已)?[^。!?《]{0,12}(同意|接受)|继续(使用|浏览|访问)[^。!?]{0,16}(同意|接受)|为(了)?(更好地?|切实|充分)?(保护|保障|维护)(您|你)的(个人信息|隐私|个人隐私|权益|合法权益|信息安全)|by (clicking|using|continuing|tapping|selecting)|do you (accept|agree|consent)|you(r)? (consent|agree|accept|choices|privacy choices)|please (read|review)|(accept|allow|reject|decline) (all|cookies|optional)|need your (consent|permission)/;

/** A heading that names the matter. */
export const CONSENT_TITLE =
  /隐私|个人信息(保护|处理|授权|收集)|协议(和|与|及|、)|(用户|服务|使用|平台)(服务|使用)?(协议|条款)|^(用户|隐私)?授权(说明|提示|声明|书)?$|privacy|cookies?|(terms|consent)|your data|data protection/;

/** A sentence by which another act counts as agreement: 「登录即代表同意《…》」. */
export const IMPLIED =
  /(登录|登陆|注册|下单|提交|支付|领取|使用|点击|继续|进入|关注|绑定|入会|加入|扫码|授权)[^。!?《]{0,14}(即|就|则|视为|视同|表示|代表|意味着|默认)[^。!?《]{0,12}(同意|接受|遵守|授权|认可)|by (logging|signing|registering|continuing|clicking|ordering|placing|using|submitting|joining)[^.]{0,40}(agree|accept|consent)/;

/** A tick label in running text: the reader speaks of himself, and documents follow. */
export const TICK_SENTENCE =
  /(我|本人)?已(仔细|认真|充分|完整)?(阅读|知悉|了解|知晓)(并|且|和|、|与|,)?(充分)?(理解|了解)?(并|且|和|、|与)?(同意|接受|认可|授权|遵守)[^。!?\n]{0,6}《|i have read and (agree|accept)/;

/** Label of a tick box rather than of a button. */
export const TICK_LABEL =
  /(我|本人)?已?(仔细|认真|充分|完整)?(阅读|知悉|了解|知晓)(并|且|和|、|与|,)?(充分)?(理解|了解)?(并|且|和|、|与)?(同意|接受|认可|授权|遵守)|i (have read|agree|accept|consent)/;

/** A button that gives a device permission and names no document. */
export const PERMIT = /^(重新|去|立即|马上|点击)?(授权|开启|打开|获取)(使用|获取)?(我的)?(定位|位置)?(信息|权限|服务)?$/;
