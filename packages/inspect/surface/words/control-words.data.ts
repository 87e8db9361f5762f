import type { ControlReading } from '../model.ts';

type Role = ControlReading['role'];

/** Words of a control by role; tested on the folded text (Simplified, lower case) with spaces, prices and counts at the ends taken off. */
export interface ControlWords {
  readonly role: Role;
  readonly words: readonly RegExp[];
}

/** Opens the way to a service though it holds a word of danger; never with an amount of money in it. */
export const SAFE_WORDS: readonly RegExp[] = [
  /^(立即|请先|去|点击)?(登录|登陆|log ?in|sign ?in) ?([/|·、或&]|or) ?(注册|register|sign ?up)$/,
  /^(我要|自助|扫码|进入|前往|手机)?(停车|临停|临时停车|无牌车)(扫码)?(缴费|支付|付费|交费)/,
  /^(自助|扫码|扫一扫|我要|前往|进入)(买单|结账|收银|缴费|购|付款入口|充电)/,
  /(查询|查看|查)(停车费|费用|费|缴费|账单|订单|欠费|额度)/,
  /^(支付|付款|配送|取餐|缴费|登录|退款)(方式|说明|须知|记录|历史|帮助|规则|指南)/,
  /^(缴费|停车|支付|交易|租借|借还|订单)(记录|历史|明细)/,
  /^(付款码|会员码|收付款)$/,
];

/** Never pressed: it would submit, pay, send a code, call, log out, delete, or give away an identity. */
export const DANGEROUS_WORDS: readonly RegExp[] = [
  /提交|呈交|送出订单|(?<!去|我要|我去)下单$|^确认点(餐|单)|并(登录|登陆)|注销(?!说明|须知|规则)|开(柜|门|锁)(?!说明|教程)/,
  /(确认|立即|马上|直接|一键|我要)下单|^下单|下单并|确认(订单|预约|报名|购买|租借|租用|借款|借用|兑换|收货|授权|开通|充值|入会|注销|删除|退出|领取|绑定|登录|申请|转账|投保|签署|办理|入群)/,
  /(去|立即|立刻|马上|确认|现在|继续|免密|快捷|刷脸|人脸|微信|支付宝|余额|先享|信用|在线|合并)(支付|付款|付钱|付费|买单)|^(支付|付款|买单|付费)$|^(支付|付款|合计|实付) ?[¥\d]|支付押金|交押金|付押金|(扣款|代扣)(授权|确认)?$|免押金?(租借|租|借)|(支付|付款|付费|缴纳)$/,
  /(获取|发送|重发|重新获取|重新发送|再次发送|点击获取|收不到).{0,4}(验证码|短信|校验码|动态码|语音)|^(验证码|获取|重新发送|重发|发送)$|\d+ ?(s|秒)后?.{0,4}(重|获取|发送)|语音验证码/,
  /注册(?!协议|条款|须知|规则|说明|用户数)/,
  /(一键|快捷|免密|授权|微信|支付宝|本机号码|刷脸|指纹|同意并|已阅读并)登录|登录并|^授权|授权(登录|手机|并|使用|获取|绑定|位置|头像|本人|查询|确认)|同意(并)?授权|(获取|使用|绑定|换绑|验证)(本机|微信)?(手机)?号码?$|绑定手机|(手机号?码?|头像|昵称|位置|身份信息)(快捷|一键)?授权$|(获取|使用)微信(头像|昵称|手机)/,
  /^(始终|仅在使用期间|使用时|仅使用期间|总是|本次)?允许|^开启(定位|通知|权限)|^打开(定位|通知)/,
  /拨打|呼叫|拨号|打电话|一键通话|电话(咨询|联系|预约|客服)|^(致电|通话|联系电话)|召唤/,
  /退出(登录|账号|登陆)?$|^登出|^注销|注销(账号|账户)|^删除|删除(账号|订单|地址|记录|个人信息)|清空(订单|记录|数据|地址)|解绑|解除绑定|取消(订单|预约|租借|授权)/,
  /(立即|马上|一键|同意并|免费|确认|授权)?(开通|激活)(会员|vip|支付|免密|信用|白条|花呗|月卡|年卡)?$|一键(入会|领取|开通|授权|绑定|注册|预约|报名)|授权并入会|同意并(入会|注册|登录|支付|申请|绑定|授权|提交|开通|查询)/,
  /立即(抢购付款|充值|转账|还款|提现|投保|签约|签署)|^(充值|转账|还款|提现|签署|签约)$|去(还款|充值|提现|签署)/,
  /人脸(识别|认证|验证|核身)|开始(识别|认证|验证|人脸|检测)|刷脸|实名认证|去认证|立即认证/,
  /^确认开(闸|门|锁)|开锁|扫码开门|弹出(充电宝)?$|立即弹出/,
  /\b(submit|place order|pay|pay now|checkout now|buy with|send code|get (code|otp|(a |the )?verification code)|send otp|resend|sign up|register|create account|join now|call us|call now|log ?out|sign out|delete|deactivate|authori[sz]e|allow|subscribe|confirm (order|payment|booking)|book now|donate|verify)\b/,
];

export const ROLE_WORDS: readonly ControlWords[] = [
  { role: 'login', words: [/登录|登陆|登入|^sign ?in\b|^log ?in\b/] },
  { role: 'back', words: [/^(返回|上一步|后退|返回上一页|回到首页|返回首页|back|go back|previous)$|^[<‹←〈]$/] },
  {
    role: 'member',
    words: [
      /会员(?!协议|规则|章程|条款|价|须知)|入会|^vip|成为.{0,6}(粉丝|金卡)|积分商城|membership|become a member|join (us|the club)|loyalty|rewards/,
    ],
  },
  {
    role: 'account',
    words: [
      /^(我的|我|个人中心|个人资料|账户|账号|用户中心|设置|账号与安全|账号安全|隐私设置|我的订单|订单|我的账户|我的信息|个人信息|mine|me|my account|account|profile|settings|my orders|orders)$/,
    ],
  },
  {
    role: 'choice',
    words: [
      /^(暂|我)?(暂)?(不同意|不接受|不授权|拒绝)(,|并|且|$)|^(我)?(已)?同意(并|且|,)/,
      /^(不|暂不|先不|仍)?(同意|接受|授权|开启|使用|需要|允许|登录|注册|设置|参与|领取|打开|升级)(并继续|并使用|并进入|全部|所有|以上)?$/,
      /^(不了|不用了?|不要|算了|拒绝|拒绝并退出|暂不使用|以后再说|下次再说|稍后|稍后再说|再看看|再想想|先逛逛|随便逛逛|先看看|随便看看|仅浏览|仅浏览模式|游客模式|跳过|取消|关闭|知道了|我知道了|已知晓|我已知晓|好的?|确定|确认|是|否|不再提示|残忍拒绝|狠心离开|去意已决|暂时不要|放弃优惠|放弃|全部接受|接受全部|全部拒绝|仅必要|不同意并退出)$/,
      /^(我)?(已)?(阅读并)?同意.{0,16}(继续|使用|进入)$|^仅(使用|浏览|保留)?.{0,4}(基本|必要|基础|浏览)(功能|服务|模式|项)?$/,
      /^(同意|我同意|已阅读并同意|我已阅读并同意|同意协议)(并)?(继续|使用|进入|继续使用|开始使用|进入小程序)?$/,
      /^(agree|i agree|agree and continue|accept|accept all|accept cookies|reject|reject all|decline|disagree|no thanks|not now|later|maybe later|skip|cancel|close|dismiss|ok|okay|got it|yes|no|continue without accepting|only necessary|guest|continue as guest|browse as guest|[x×✕✖])$/,
    ],
  },
  {
    role: 'forward',
    words: [
      /点餐|点单|堂食|店内(就餐|用餐)|到店(吃|用餐|自取)|外带|打包带走|^自取$|^外卖$|选好了|选好啦|去下单|去结算|^结算|加入购物车|加购|加入订单|来一份|^选规格|选购|^选择规格|立即购买|马上抢|去购买|购物车|^[+＋]$|开始|进入(?!设置)|去点|菜单/,
      /停车|缴费|交费|查询|查费|查看费用|无牌车|临停|找车|车牌(查询|缴费)/,
      /咨询|预约|试听|试课|试学|体验课|报名|试驾|看房|带看|询价|底价|报价|看车|算价|了解(更多|详情)|查看(详情|更多|房源|课程|车型)|课程|车型|房源/,
      /租借|租用|借充电宝|扫码租|扫码借|借用|附近(网点|门店|柜机)|网点|扫一扫|扫码(?!登录)/,
      /借款|借钱|额度|测一测|申请(?!退|售后|开票|发票)|贷款(产品|计算)|利率|产品详情/,
      /自助结账|自助收银|扫码购|购票|买票|订票|门票|选座|选票|下一步|继续|立即(使用|体验|进入|参与|前往)|去逛逛|进店|逛逛|选择门店|切换门店|就近门店|手动选择|选择城市/,
      /\b(order|dine ?in|take ?away|pick ?up|menu|add to (cart|basket|bag)|add|check ?out|view cart|cart|basket|start|begin|enter|next|continue|proceed|search|look ?up|parking|rent|borrow|scan|book|enquire|enquiry|inquire|quote|test drive|view (details|listing)|details|shop now|buy now|browse|tickets?|trial|courses?|apply|get started)\b/,
    ],
  },
];

/** Icon buttons without words, by class or file name. */
export const ICON_WORDS: readonly ControlWords[] = [
  { role: 'back', words: [/(^|[^a-z])(back|goback|return|arrow-?left|nav-?left|fanhui)([^a-z]|$)/] },
  { role: 'choice', words: [/(^|[^a-z])(close|guanbi|dismiss|cancel|icon-x|cha)([^a-z]|$)/] },
  { role: 'account', words: [/(^|[^a-z])(user-?center|mine|profile|my|account|user)([^a-z]|$)/] },
  { role: 'dangerous', words: [/(^|[^a-z])(phone|tel|call|dianhua|logout|delete|trash|shanchu)([^a-z]|$)/] },
  { role: 'forward', words: [/(^|[^a-z])(plus|add|increase|jia|cart|gouwuche|scan|saoma)([^a-z]|$)/] },
];
