/** Class, file and icon names of a box that is on. Tokens are split at case, digits, `-`, `_` and joined with single hyphens. */
export const ON_NAMES =
  /(^|-)(checked|is-checked|ischecked|is-on|selected|is-selected|check-on|checkon|on-check|check-true|check-fill|checkbox-fill|check-circle|checkcircle|success|circle-check|icon-gou|gou|xuanzhong|yixuan|duigou|dui|gouxuan|tick|ticked|agreed|yes|select-on|sel-on|radio-on|checked-on|marked|check-active|check-cur|checkbox-checked|radio-checked)(-|$)/;

/** … that is off. Tested first, since 「unchecked」 holds 「checked」. */
export const OFF_NAMES =
  /(^|-)(unchecked|uncheck|un-check|un-checked|notchecked|not-checked|nochecked|nocheck|no-check|no-checked|unselect|unselected|un-select|un-selected|noselect|no-select|not-selected|weixuan|weixuanzhong|wei-xuanzhong|wxz|check-off|checkoff|check-no|check-none|check-false|select-off|sel-off|radio-off|circle|weui-icon-circle|checkbox-blank|check-empty|checkbox-off|checkbox-unchecked|blank|empty|disagree|square-o|circle-o|normal|nor|default|checkbox-normal|unagree|kong)(-|$)/;

/** Names that mean "on" in one page and nothing in another: they need the eye's agreement or a counterpart in the page. */
export const FAINT_ON_NAMES = /(^|-)(active|actived|on|cur|current|is-active|select|sel|focus|hover|ok|true|choose|chosen|choosed)(-|$)/;

/** Components of widely used libraries, so that a row of theirs is taken for a tick without an agreement sentence. */
export const COMPONENT_NAMES =
  /(^|-)(van-checkbox|van-radio|van-switch|el-checkbox|el-radio|weui-check|weui-agree|adm-checkbox|adm-radio|adm-switch|nut-checkbox|nut-radio|ant-checkbox|ant-radio|ant-switch|uni-checkbox|uni-radio|mint-checkbox|t-checkbox|ivu-checkbox|am-checkbox|cube-checkbox|arco-checkbox|n-checkbox|u-checkbox|checkbox)(-|$)/;

/** Glyphs drawn as text or generated content. */
export const TICKED_GLYPH = /^[\s[(（【]*[☑✅✔✓√🗹●◉⦿🔘◙■◼✗☒]+[\s\])）】]*$/u;
export const CLEAR_GLYPH = /^[\s]*([☐□▢○◯⚪〇◻▫❏❑⬜]|\[\s*\]|[(（]\s*[)）]|【\s*】)[\s]*$/u;
/** A crossed box is a tick in one country and a no in another. */
export const DOUBTFUL_GLYPH = /[✗☒✘]/u;
/** The same glyphs at the start of a sentence. */
export const LEADING_GLYPH = /^\s*([☑✅✔✓√●◉⦿☐□▢○◯〇⬜☒]|\[[ xX√✓]?\]|【[ √✓]?】|[(（][ √✓]?[)）])\s*(?=\S)/u;

/** Verbs and documents by which a label asks agreement. */
export const AGREE =
  /同意|接受(?!预约|预订)|授权|知悉|知晓|确认(已)?(阅读|知晓|了解)|已?(阅读|阅知|查阅|了解)(并|且|和|、|,|过|了|《|以下|上述|本)|(我|本人)愿|遵守|勾选(即|表示|代表)|愿意(接收|加入|成为|收到)|\b(agree|accept|consent|acknowledge|i have read|i('ve| have) read|opt in|authori[sz]e)\b/;
export const MARKETING =
  /(接收|收到|订阅|推送|获取|愿意|同意|允许|发送|通知我).{0,24}(营销|推广|促销|优惠|活动|折扣|新品|资讯|广告|商业|上新|福利)|(营销|推广|促销|商业性?)(信息|短信|消息|推送|电话|邮件)|(短信|邮件|微信|电话)(营销|推广|接收优惠)|个性化(推荐|广告|营销)|newsletter|marketing|promotion(al)?|special offers|news and offers|(receive|send me|get).{0,24}(offers|updates|news|deals|emails|texts)/;
export const MEMBERSHIP =
  /(同意|同时|自动|并|免费|一键|愿意|授权|我要|申请|同步)?(加入|成为|注册(为|成为)?|开通|升级为?|入会).{0,10}(会员|vip)|^会员开通|join.{0,16}(club|membership|rewards|loyalty)|become a member/;
export const SHARING =
  /(共享|分享|提供|披露|转交)(给|至|予)?.{0,16}(第三方|合作(方|伙伴|机构|商)|关联(方|公司)|经销商)|(第三方|合作(机构|伙伴|方)|经销商|顾问).{0,10}(联系我|与我联系|共享|使用我)|share (my|your).{0,20}(partners|third)/;
export const SENSITIVE =
  /(人脸|刷脸|面部|征信|信用(报告|查询)|位置|定位|通讯录).{0,8}(信息)?(识别|查询|授权|采集|使用|获取)|(查询|采集|使用|获取)(我的|本人)?.{0,6}(人脸|征信|信用|位置|定位|通讯录)/;
/** PI by name, handled: 「同意处理银行卡号和证件信息」. */
export const HANDLING =
  /(处理|收集|采集|使用|获取|提供|保存|存储|读取|查询).{0,24}(手机号|电话号|联系方式|身份证|证件|姓名|银行卡|卡号|住址|地址|车牌|生日|照片|人脸|指纹|声纹|轨迹|定位|位置|通讯录|征信|健康|病史|敏感信息)/;

/** Ticks about the order, the device or the shop, not about PI. */
export const NOT_CONSENT =
  /记住(我|密码|账号|登录|手机|用户名|此|车牌)|(自动|免)登录|保持登录|下次自动|(不再|不要|今日不|7天内不|以后不)(提示|提醒|显示|弹出)|打包|餐具|筷|吸管|辣|加料|规格|口味|冰|糖度|温度|全选|反选|发票|开票|默认(地址|车辆|车牌|收货)?$|设为默认|匿名|积分(抵扣|抵现|兑换)|使用.{0,6}(积分|优惠券|余额|红包|礼品卡)|抵扣|优惠券|红包|余额|保价|运费险|自提|配送|外卖|堂食|送货|预约时间|微信支付|支付宝|银联|云闪付|货到付款|数量|加购|换购|凑单|赠品|环保|缺货|替换|调换|退换|代金券|套餐|¥ ?\d|\d元|新能源|临时车牌|无牌|先生|女士|男|女|remember me|keep me (signed|logged) in|stay signed in|select all|cutlery|straw|gift wrap|invoice|default address|save (this )?card|don't show|do not show|sold out|extra|large|medium|small/;
