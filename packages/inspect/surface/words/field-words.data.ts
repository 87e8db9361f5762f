import type { PiCategory } from '@liangjian/law';

/** Buttons that give away a number, a face, a position or an identity in one press. */
export const ONE_TAP: readonly { readonly words: RegExp; readonly categories: readonly PiCategory[] }[] = [
  {
    words:
      /(一键|快捷|授权|获取|使用|同意)(并)?(授权|获取|绑定|使用|登录|填写)?(本机|微信|我的|微信绑定的?)?(手机号码?|本机号码?)|(本机|手机)号?码?(一键|快捷|授权)(登录|绑定|注册|验证)|^(本机|手机)?一键(登录|注册|绑定)$|one[- ]?tap (login|sign)|(use|share) my (phone )?number/,
    categories: ['phone'],
  },
  { words: /(授权|获取|使用)(微信)?(头像|昵称|用户信息|个人信息)|使用微信资料/, categories: ['nickname-avatar'] },
  {
    words:
      /微信(一键|快捷|授权)?(登录|授权)|(使用|通过|用)微信(账号)?(登录|授权)|支付宝(一键|快捷|授权)(登录|授权)?|^微信登录|(sign|log) in with (wechat|alipay)|continue with (wechat|alipay)/,
    categories: ['platform-id', 'nickname-avatar'],
  },
  {
    words:
      /^(授权|开启|打开|允许|获取|使用)(获取|使用)?(我的|当前|精准|精确)?(定位|位置|地理位置|位置信息|位置权限|定位权限|定位服务)$|^(use|share) my (current )?location$|^enable location$/,
    categories: ['location-precise'],
  },
  { words: /^(开始|进行|立即|去)?(人脸|刷脸|面部)(识别|认证|验证|核身|采集|录入|登录|支付)$|^(录入|采集)人脸$/, categories: ['biometric'] },
  { words: /(导入|授权|读取|上传)(手机)?通讯录|从通讯录(选择|导入)/, categories: ['contacts'] },
  { words: /^授权(并)?登录$/, categories: ['platform-id'] },
];

/** Words with which a page-drawn picker asks; what is left is what it asks for. */
export const PICKER_PROMPT =
  /^(请|点击|去|立即|\+)?(先|点击)?(选择|填写|输入|设置|上传|拍摄|完善|添加|新增|录入)|^(未|待)(选择|填写|设置|完善|绑定)$|^(please )?(select|choose|enter|upload|set|add)( your)?( |$)/;

/** Fields that ask for something else, whatever else they say; `remark` may hold anything a person writes. */
export const NOT_PI: readonly { readonly kind: 'search' | 'remark' | 'other'; readonly words: RegExp }[] = [
  {
    kind: 'search',
    words:
      /^(请输入)?.{0,4}(搜索|搜一搜|查找|搜你|想吃点|找一找)|(请输入)?(关键词|关键字)|^search|search (for|products|menu|dishes)|type to search/,
  },
  {
    kind: 'remark',
    words:
      /备注|留言|口味要求|其他要求|特殊要求|补充说明|意见|建议|反馈(?!邮箱)|评价|描述|说说|想说|诉求|需求说明|咨询内容|问题内容|投诉内容|还有什么|remarks?|comments?|message|notes?(?! number)|feedback|special (requests?|instructions)|describe/,
  },
  {
    kind: 'other',
    words:
      /数量|份数|件数|人数|几位|桌号|台号|桌台|座位|包间|优惠码|兑换码|券码|券号|邀请码|推荐码|口令码|口令|抽奖码|发票|抬头|税号|纳税人|图形验证码|图片验证码|计算结果|图中|取餐号|排队号|取号|订单号|订单编号|流水号|快递单号|运单号|物流单号|金额|充值|打赏|小费|积分数|(预约|到店|取餐|用餐|看房|送达|取件|上门|到访|试驾|试听|入住|离店|租赁|出行|参观|游玩|服务)(日期|时间)|时间段|何时|(选择|意向|预约|试驾|关注|感兴趣|心仪|就近)?(门店|店铺|校区|经销商|4s店|网点|站点)|(选择|意向|预约|试听|感兴趣|关注|报名)(的)?(课程|科目|班级|班型|老师)|意向|期望|心仪|(想买|购买|咨询|试驾|预约)?(车型|车系|车款)|车牌颜色|车辆类型|房源(编号|类型)|借款(金额|期限|用途)|期限|分期|规格|颜色|尺码|型号|品牌|票种|张数|场次|设备(编号|号)|柜机|充电宝(编号|号)|机柜|扫码|停车场|车位号|会话|quantity|qty|party size|guests|number of (people|guests|tickets)|table|seat|promo|coupon|voucher code|gift code|invite|invitation|referral|discount|invoice|tax id|captcha|order (number|no|id)|tracking|amount|tip|(preferred|visit|pickup|delivery|appointment|arrival|check-?in|check-?out) (date|time)|model|colou?r|size|course|branch|store/,
  },
];

/** Programmers' identifiers of the same. */
export const NOT_PI_TOKENS =
  /^(search|keyword|keywords|kw|query|q|qty|quantity|count|num|coupon|promo|remark|remarks|comment|message|note|memo|captcha|imgcode|piccode|tableno|table|invoice|taxno|ordernum|orderno|amount|content)$/;

export const REQUIRED_WORDS =
  /(?<!非)必填|(?<!非)必选(?!修)|必须(填写|提供|填)|[((]必须[))]|请先(填写|选择|输入|完善)|不能为空|不可为空|不得为空|required(?! field)|mandatory|cannot be (empty|blank)/;
export const OPTIONAL_WORDS =
  /选填|可选|非必填|不必填|可不填|可以不填|可不选|可跳过|选择填写|自愿填写|非必选|不填(也可|亦可|默认)|不(提供|填写|授权|留)(也|亦)可|(?<!不)可(以)?(拒绝|不提供|不授权|不留)|不影响(您|你)?(的)?(正常)?(使用(?![^,。;]{0,8}(其他|其它))|点单|点餐|点菜|下单|缴费|付款|支付|结算|租借|借用|归还|浏览|购物|购买|报名|预约|看房|就餐|用餐|取餐|停车|离场)|若有|如有|optional|if any|leave blank/;
/** Words that free a field although they stand farther away, above it; 「三色可选」 is none of them. */
export const OPTIONAL_AFAR =
  /选填|非必填|不必填|可不填|可以不填|自愿(填写|提供|留)|不填(也可|亦可)|不(提供|填写|留)(也|亦)可|(?<!不)可(以)?(不提供|不留)|\(optional\)|(is|are) optional/;

/** The sentence that says why. */
export const PURPOSE =
  /(仅|只|将)?(会)?(用于|用来|用作|用以)|以便|便于|方便(您|我们|客服|商家|骑手|配送|联系|与|为)|为了(您|给|更|便|保)|以(确保|保障|及时|核实|验证)|(我们|商家|客服|老师|顾问|骑手|系统)(将|会)(通过|使用|根据|凭|用|联系|与您|给您|发送)|凭(此|手机|该)|\b(used (only )?(to|for)|so (that )?we can|we('ll| will)? (only )?use|for (delivery|order|contact|verification|identity|pickup|the )|to (contact|verify|deliver|confirm|notify|send) (you|your))/;

/** 「用途：送餐」 as a hint of its own; 「借款用途：」 is the name of a field. */
export const PURPOSE_NAMED =
  /^[([（【*]?(信息|数据|个人信息)?(收集|使用|处理|填写)?(信息)?的?(用途|目的)[:：]\s*(?!请|选|其他$)[\p{L}\p{N}]{2,}|^purpose: ?\p{L}{3,}/u;

export const CHILD_WORDS =
  /孩子|学员|宝宝|宝贝(?!详情|描述)|学生(?!票|证|价|卡|优惠)|儿童(?!票|餐|椅|床)|小朋友|子女|幼儿(?!园地址)|小孩|娃娃|萌娃|child|kid|baby|student(?! (id )?discount)|pupil|son|daughter/;
export const THIRD_WORDS =
  /紧急联系|配偶|亲友|亲属|推荐人|担保人|被推荐|被邀请|好友(手机|电话|姓名)|同住人|共同借款|直系|父亲|母亲(?!节)|爱人|同事联系|联系人[一二三12]|朋友的|emergency contact|spouse|referee|guarantor|friend'?s|relative|next of kin/;
export const PARENT_WORDS = /家长|监护人|爸爸|妈妈|父母|parent|guardian/;
