import type { GateNeed } from '../../facts/fact.ts';

/** What a consumer wants to do on such pages. */
const ACT =
  '(点餐|点单|下单|购买|购物|结账|结算|支付|付款|缴费|交费|使用|继续|查看|进入|访问|租借|租用|借用|充电|查询|预约|报名|咨询|操作|浏览|选购|加购|提交|参与|领取充电宝|开锁|选座|取餐|试听|选择门店|为您服务|提供服务)';
const ONLY = '(方可|方能|才能够?|才可以?|才会|再|即可|后可|可以?|后)';
const re = (source: string): RegExp => new RegExp(source);

/** Sentences that say the function stays closed until something is given; tested on folded sentences of up to 80 characters. */
export const GATE_WORDS: readonly { readonly needs: GateNeed; readonly words: readonly RegExp[] }[] = [
  {
    needs: 'wechat',
    words: [
      /请(您)?(在|使用|用|通过)(手机)?(微信|支付宝)(客户端|内|app|中|里)?(打开|扫码|访问|扫一扫|中打开|浏览)|(仅|只)(支持|能|可)(在)?(微信|支付宝)(客户端|内|中)?(打开|访问|使用|中)|请(复制链接)?.{0,6}到微信(中|里)?打开|open (this )?(page |link )?(in|with) (wechat|the wechat)|在微信(客户端)?中打开(链接|此页|本页)/,
    ],
  },
  {
    needs: 'app-download',
    words: [
      re(`(请|需要?)(先)?(下载|安装|前往|打开|到|在).{0,12}(app|客户端)(内|中|上|里)?(后|以|来|再)?${ACT}`),
      re(`(下载|安装|打开).{0,8}(app|客户端)(之?后)?,?(${ONLY})${ACT}`),
      /(仅|只)(支持|能|可|限)(在)?.{0,8}(app|客户端)(内|中|上|端)?(使用|查看|购买|下单|打开|办理)?|该功能.{0,6}(请|需).{0,6}app|(download|install|open) (the |our )?app to (continue|order|view|pay|use)|available (only )?in (the|our) app/,
    ],
  },
  {
    needs: 'robot-check',
    words: [
      /(请|需)(先)?(完成|通过|进行)(以下)?(安全|滑动|滑块|人机|行为|图形)?(验证|校验)(后|以|,|。|$)|(拖动|滑动)(下方|左侧|右侧)?滑块|访问(过于|太)频繁|not a robot|verify (that )?you are (a )?human|checking your browser/,
    ],
  },
  {
    needs: 'face',
    words: [
      re(`(人脸|刷脸)(识别|认证|验证|核验|核身)?(通过|完成|成功)?(之?后|,)?${ONLY}${ACT}`),
      /请(先)?(完成|进行|通过)(人脸|刷脸)|(需要?|必须)(先)?(完成|进行|通过)?(人脸|刷脸)(识别|认证|验证|核验)?/,
    ],
  },
  {
    needs: 'identity',
    words: [
      re(`实名(认证|登记)?(通过|完成)?(之?后|,)?${ONLY}${ACT}`),
      /请(先)?(完成|进行|通过)?实名(认证|登记|验证)|(需要?|必须)(先)?(完成|进行)?实名|未实名,?(请|无法|不能)/,
    ],
  },
  {
    needs: 'phone',
    words: [
      re(`(授权|绑定|验证|提供|填写|输入|关联)(您的|本机|微信)?手机(号码?)?(之?后|,|并登录后?)?${ONLY}${ACT}`),
      re(`(授权|绑定|验证|提供|填写)(您的|本机|微信)?手机号码?之?后,?(${ONLY})?${ACT}`),
      /请(您)?先(授权|绑定|验证|提供|填写|输入|关联)(您的|本机|微信)?手机|(需要?|必须)(您)?(先)?(授权|绑定|验证|提供|关联)(您的|本机|微信)?手机|未绑定手机号?,?(请|无法|不能)|(bind|verify|provide) your (phone|mobile)( number)? (to|before)|phone number (is )?required to/,
    ],
  },
  {
    needs: 'profile',
    words: [
      re(`(完善|补充|补全|填写|授权)(个人|会员|您的|用户|微信|头像(和|及|、)?昵称|宝宝)?(资料|信息|头像|昵称)(之?后|,)?${ONLY}${ACT}`),
      re(`(完善|补充|补全|填写)(个人|会员|您的|用户)?(资料|信息)之?后,?${ACT}`),
      /请(您)?先(完善|补充|补全|授权)(您的|个人|会员|用户|微信)?(资料|信息|头像|昵称)|complete your profile (to|before)/,
    ],
  },
  {
    needs: 'membership',
    words: [
      re(`(成为|注册|加入|开通|升级)(成为|为|本店|我们的|品牌|门店)?会员(之?后|,)?${ONLY}${ACT}`),
      re(`(成为|注册|加入|开通)(成为|为|本店|我们的)?会员之?后,?${ACT}`),
      re(`(仅|只)(限|对|有|支持)?(本店)?会员(才|方)?(能|可以?)?${ACT}`),
      /请(您)?先(成为|注册|加入|开通|入会)(成为|为|本店|我们的)?会员|请先入会|非会员(无法|不能|不可)|members only|(join|become a member) (to|before) (order|continue|pay|buy|checkout)/,
    ],
  },
  {
    needs: 'follow',
    words: [
      re(`关注(本|我们的?|官方|微信|门店|商家)?.{0,8}(公众号|服务号|订阅号|账号|视频号|官微)?(之?后|,)?${ONLY}(回来|返回)?${ACT}`),
      re(`关注.{0,10}(公众号|服务号|订阅号)之?后?,?(${ONLY})?${ACT}`),
      /请(您)?先(长按|扫码|扫描|识别|点击)?.{0,10}关注|(尚|还)?未关注.{0,10}(请|无法|不能)|(添加|加)(店长|客服|企业|专属顾问|导购|管家)?微信(好友|群)?(之?后|才|方可)|(需要?|必须)(先)?关注|follow .{0,24} (to|before) (continu|order|pay|us)/,
    ],
  },
  {
    needs: 'location',
    words: [
      re(`(开启|打开|授权|允许|获取|同意)(获取|使用|您的|手机|系统)?(地理)?(定位|位置)(信息|权限|服务|授权)?(之?后|,)?${ONLY}${ACT}`),
      re(`(开启|打开|授权|允许)(获取|使用|您的|手机)?(地理)?(定位|位置)(信息|权限|服务|授权)?之?后,?(${ONLY})?${ACT}`),
      /请(您)?先(开启|打开|授权|允许)(获取|使用|您的|手机)?(地理)?(定位|位置)|(需要?|必须)(您)?(先)?(开启|打开|授权|获取)(您的|手机|系统)?(精准|精确|地理)?(定位|位置)(信息|权限|服务)?(才|方可|后|,)|(未|没有)(获取|开启|授权|获得)(到)?(您的|地理)?(定位|位置)(信息|权限|服务|授权)?,?.{0,6}(无法|不能|请(先)?(开启|打开|授权))|(enable|allow|turn on) (your )?location (services? )?to/,
    ],
  },
  {
    needs: 'login',
    words: [
      re(`(登录|登陆)(账号|会员|账户)?(之?后|,)(${ONLY})?${ACT}`),
      /请(您)?先(登录|登陆|登入)|(需要?|必须)(您)?(先)?(登录|登陆)(账号|后|才|方可|$|。|!|,)|(您)?(还|尚)?(未|没有)登录,?(请|无法|不能)|(登录|登陆)(后)?(方可|才能|才可)|(log|sign) ?in (is required )?to (continue|order|view|pay|proceed|checkout|check out|see|use)|please (log|sign) ?in|you (must|need to) (log|sign) ?in|login required/,
    ],
  },
  {
    needs: 'agreement',
    words: [
      /请(您)?先?(阅读并)?(勾选|同意).{0,24}(协议|政策|条款|隐私).{0,8}(后|再|才|方可|以继续)|请(您)?先(阅读并)?(勾选|同意)|(如|若)?(您)?(不同意|拒绝)(授权|本协议|该协议|上述协议)?,?(则|我们)?(将|就)?(无法|不能)(为您|继续|使用|提供|访问)|同意(之?后|才|,)(方可|方能|才能|可)(继续|使用|进入)/,
    ],
  },
  {
    needs: 'age',
    words: [
      /(年满|满)(18|十八|14|十四|16|十六)周?岁(方可|才能|后)(进入|访问|使用|继续)|请确认您?已?(年)?满.{0,4}岁|you must be (18|21|at least)/,
    ],
  },
  {
    needs: 'payment',
    words: [
      re(`(支付|缴纳|交|充值|预存)(押金|保证金|预付款|余额)?(之?后|,)(${ONLY})(租借|租用|使用|借用|充电|开锁)`),
      /请先(支付|缴纳|交)(押金|保证金)|(需要?|必须)(先)?(支付|缴纳|交)(押金|保证金)/,
    ],
  },
  {
    needs: 'fields',
    words: [
      /请(您)?先?(填写|输入|完善)(完整|全部|以上|所有|必填)(的)?(信息|内容|项|资料)?(后|再|才|方可)|请先填写.{0,12}(信息|资料|表单|问卷)|(信息|资料)(未|不)(填写)?(完整|完善),?(请|无法|不能)/,
    ],
  },
];

/** The sentence says the opposite, or only promises something extra. */
export const NO_GATE =
  /无需|无须|不需|不用|不必|免(登录|注册|关注|下载|押)|也可|亦可|仍可|均可|不影响|可选|选择性|非必须|without (logging|signing|registering)|no (need|login|sign)|not required|optional/;
export const EXTRA_ONLY =
  /享|优惠|积分|福利|有礼|好礼|折扣|立减|满减|赠|更多权益|专属|抢先|省|特权|累计|查看(更多)?(优惠|权益|积分)|同步|收藏|领(取)?(券|红包|优惠|礼)|rewards|points|discount|benefits|save|perks|offers/;
/** Words so firm that the promise beside them does not soften them. */
export const FIRM = /才能|方可|方能|才可|无法|不能|请(您)?先|必须|仅(限|支持|对)|only|must|required/;
