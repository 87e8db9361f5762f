import type { PromptRole } from '../../facts/fact.ts';

/**
 * What shows the role of a prompt that is not (or not only) about consent: words of its heading, of its text, and of its buttons.
 * Words of the running text alone never outweigh a heading: consent texts mention children, location, members and prices too.
 */
export interface RoleWords {
  readonly role: PromptRole;
  /** Heading, or first line. */
  readonly title?: RegExp;
  /** Anywhere in the text: strong enough alone. */
  readonly decisive?: RegExp;
  /** Anywhere in the text: supports. */
  readonly text?: RegExp;
  readonly choice?: RegExp;
  /** A button that says this settles the role: no other kind of prompt has such a button. */
  readonly settling?: RegExp;
}

export const ROLE_WORDS: readonly RoleWords[] = [
  {
    role: 'robot-check',
    title: /安全验证|人机验证|滑动验证|拼图验证|行为验证|验证码校验|(are you|not a) (a )?(human|robot)|security check|captcha|verify you/,
    decisive:
      /(拖动|滑动|按住)[^。]{0,8}(滑块|拼图|图片|箭头)|(依次|按顺序)?点(击|选)(图中|下图|图片)|点击(按钮)?(进行|完成)验证|完成(下方|下列|安全|人机)?(的)?验证|向右(滑动|拖动)|not a robot|verify (that )?you('re| are) (a )?human|slide to (verify|complete)|drag the slider/,
  },
  {
    role: 'age-gate',
    title:
      /(年满|已满|未满|满|超过)\s?(18|十八|16|14|十四|21|20)|年龄|成年(人)?(确认|验证)|是否成年|age (verification|check|gate|restriction|confirmation)|(over|under|are you) (18|20|21)|legal (drinking |smoking )?age|old enough/,
    decisive:
      /是否(已)?(年)?(满|超过)\s?(18|十八|16|21|20)|(您|你)(是否)?(已)?成年(了)?[吗?]|are you (over |at least |of legal |old enough)|confirm (that )?you are (over|at least|of legal)|you must be (18|20|21|at least|of legal)/,
    settling: /(已|未|不)满\s?(18|十八|16|14|21|20)|我(已|未)?成年|(over|under|i am|i'm|yes,? i).{0,8}(18|20|21)|of legal age/,
  },
  {
    role: 'guardian',
    title: /监护人|家长(同意|授权|知情|确认)|parent(al)? consent|guardian/,
    settling: /监护人|我是(孩子)?家长|家长(同意|授权|确认)|guardian|i am (a|the) parent/,
  },
  {
    role: 'wechat-wall',
    title: /微信(客户端|内|中|里)?(打开|访问|扫)|open in wechat/,
    decisive:
      /请?(您)?(在|使用|用|通过|前往|到)微信(客户端|app|软件)?(内|中|里|扫一扫|扫码)?[^。,]{0,8}(打开|访问|扫码|扫描|扫一扫|进入|点餐)|仅(支持|限)(在|于)?微信|(open|use|scan)[^.]{0,20} (in|with) wechat|wechat (only|client)/,
  },
  {
    role: 'app-download',
    title:
      /在(app|客户端)(中|内|里)?(打开|查看)|下载(app|客户端|应用|安装)|(app|客户端)(内)?(打开|下载)|打开(app|客户端)|get the app|download (the |our )?app|open in app/,
    text: /(下载|打开|安装|前往)[^。]{0,10}(app|客户端)|app(内|专享|下单|更)|download[^.]{0,20}app/,
    choice:
      /^(立即|去|马上|免费)?下载|^(立即|去)?(打开|安装)(app|客户端)?$|(打开|下载|安装)app|app(内|中)?打开|open (in )?app|get (the )?app|^(install|download)/,
  },
  {
    role: 'login',
    title: /登录|登陆|注册|log ?in|sign ?(in|up)|register|create (an )?account|welcome back/,
    text: /(验证码|密码|账号|手机号)[^。]{0,6}登录|登录后|请先登录|未登录|log in|sign in/,
    choice: /登录|登陆|注册|log ?in|sign ?(in|up)/,
  },
  {
    role: 'phone',
    // The platform's own sheet: who asks, then what for.
    decisive: /申请(获取|使用)\s*(并验证)?(您|你)的?[^。]{0,10}(手机号|电话)/,
    title:
      /(绑定|授权|获取|填写|输入|验证|完善|预留|留下)(您的|你的)?(手机|电话|联系方式)|手机号(码)?(授权|绑定|验证|快捷)|(phone|mobile) number/,
    text: /(申请|请求|需要)?(获取|授权|绑定|使用)(并验证)?\s*(您|你)的?(微信)?(绑定的)?([^。\n]{0,8}、)?(手机号|电话)|(获取|绑定)手机号|(enter|provide|share|leave) your (phone|mobile)/,
    choice: /(手机号|电话)(快捷|一键|授权|绑定)|(授权|绑定|获取)手机|一键(授权|绑定|获取)/,
  },
  {
    role: 'profile',
    decisive: /申请(获取|使用)\s*(您|你)的?[^。]{0,6}(昵称|头像)/,
    title:
      /(获取|授权|完善|补充|填写)(您的|你的)?(个人)?(昵称|头像|资料|生日|性别|个人信息|信息|档案)|设置(昵称|头像)|完善(资料|信息)|complete your profile|birthday/,
    text: /(获取|使用)\s*(您|你)的?[^。]{0,6}(昵称|头像|地区及性别|公开信息)|填写(生日|性别|出生)|生日(礼|福利|特权)/,
  },
  {
    role: 'follow',
    title:
      /关注(公众号|我们|服务号|官方|视频号|店铺)|公众号|(添加|加)(企业)?(微信|客服|店长|店员|福利官|好友)|(进|加入?)(粉丝|福利|会员|社)?群|follow us|official account/,
    decisive:
      /(长按|扫码|扫描|识别)(?:(?!强制|不得|禁止|无需|无须|不必|被)[^。]){0,14}(关注|进群|加群|入群|添加)(?![^。\n]{0,20}(享|领|优惠|折|积分|福利|减|礼|送|了解|更多|资讯|动态|新品))|(?<!强制|不得|禁止|无需|无须|不必)关注(公众号|服务号)[^。]{0,10}(后|才|即可|方可|继续|点餐|使用|领取)(?!,?(可以?)?(享|领|获|积|得|立减|减|送|有礼|优惠|收到|接收|查看(更多|订单)))|(添加|加)(企业微信|店长微信|客服微信|福利官|店长)|(长按|识别)[^。]{0,6}二维码/,
    text: /公众号|企业微信|福利群|粉丝群/,
    choice: /^(立即|去|马上|已|点击)?关注|(加|进)群|添加(微信|好友|企微)|^follow/,
  },
  {
    role: 'coupon',
    title:
      /优惠券|红包|新人(礼|专享|福利|有礼|大礼包|券|专属)|新客|礼包|礼券|福利|领(券|取)|抽奖|大转盘|恭喜|满减|立减|折扣券|代金券|免单|赠(送|您|你)|会员日|限时(优惠|特惠)|送你|惊喜|奖励|coupon|voucher|gift|% off|discount|lucky draw|prize|reward|free (drink|delivery|shipping)/,
    text: /优惠券|代金券|红包|礼包|抽奖|满\s?\d+\s?(元)?(减|可用|立减)|立减\s?\d+|(减|抵|送|返|券|红包)[^。\n]{0,4}¥\s?\d+|¥\s?\d+[^。\n]{0,6}(券|红包|优惠|立减|抵扣)|\d+\s?元(券|红包|优惠)|\d(\.\d)?折|coupon|voucher|\d+% off/,
    choice: /领取|领券|立即领|开红包|抽奖|去使用|收下|马上抢|立即抢|拆|claim|redeem|get (my |the )?(coupon|gift)|spin/,
  },
  {
    role: 'membership',
    title:
      /(加入|成为|注册|开通|升级|申请|办理|立即)(本店|品牌|尊享|免费|我们的)?(成)?(为)?会员|会员(注册|招募|中心|权益|入会|专享)|入会|join (the |our )?(club|membership|members|rewards)|become a member|membership/,
    text: /(加入|成为|注册|开通)[^。]{0,6}会员|会员(专享|权益|价|积分)|入会/,
    choice: /(加入|成为|注册|开通|升级)[^。]{0,4}会员|入会|^(立即|免费|马上)加入|^join/,
  },
  {
    role: 'location',
    title:
      /(获取|开启|授权|使用|允许|打开|申请)[^。]{0,6}(位置|定位)|(位置|定位)(信息|服务|权限)?(授权|申请|获取|提示|未开启|失败)?$|location (access|permission)|(use|share|enable|allow)[^.]{0,8} location/,
    text: /(获取|开启|授权|使用|允许|打开)(您|你)?的?[^。]{0,6}(位置|定位)|(位置|定位)(权限|服务)|(use|share|access|enable)[^.]{0,10} location/,
    choice: /(开启|允许|授权|打开)(定位|位置)|^(重新|去|立即|马上)?授权$|(手动|自行)选择|use my location|enable location/,
  },
  {
    role: 'permission',
    title:
      /(相机|摄像头|相册|麦克风|通知|存储|蓝牙|通讯录|剪贴板)(权限|授权)?(申请|说明|使用说明|未开启)|权限(申请|说明|使用说明|获取|授权|提示|设置)|(开启|申请|获取|请求)(系统|手机|设备)?(授权|权限)$|(获取|开启|授权|需要)以下权限|(camera|microphone|photos?|bluetooth|notification) (access|permission)/,
    decisive:
      /(须|需要?|请|必须|应)(您)?(先)?(同意|授权|开启|允许|打开|获取|访问|读取)[^。\n《]{0,12}(通讯录|联系人|短信|通话记录|(已安装)?(的)?(应用|软件)(程序)?列表|相册|相机|摄像头|麦克风|剪贴板|蓝牙)/,
    choice: /^去(授权|开启|设置)$|(开启|打开|授予|授权)(以上|上述|全部|所需|系统)?权限|去设置(中|里)?(开启|打开)/,
    text: /(申请|需要|获取|开启|授权|读取|访问)[^。]{0,14}(相机|摄像头|相册|麦克风|蓝牙|存储|通讯录|通话记录|短信|应用列表)(权限)?|(允许|拒绝)[^。]{0,8}(权限|授权)/,
  },
  {
    role: 'marketing',
    title:
      /(订阅|接收|开启)[^。]{0,8}(消息|通知|推送|优惠|活动|资讯|短信)|消息(通知|推送|订阅)|newsletter|subscribe|stay (updated|in touch)|notifications?/,
    text: /(订阅|接收|推送)[^。]{0,10}(优惠|活动|促销|营销|资讯|消息|短信)|newsletter|special offers|promotional/,
    choice: /订阅|接收(通知|推送|消息)|^subscribe|开启(通知|推送)/,
  },
  {
    role: 'address',
    title:
      /(选择|切换|更换|确认|定位)(您的|你的|收货|配送|当前|就近|附近|取餐|自提|所在|服务|就餐|用餐|到店|下单)*(地址|门店|店铺|城市|地区|区域|位置|餐厅|校区|网点|车场|停车场|国家|语言)|(收货|配送)地址|附近(的)?门店|(当前|定位)城市|距(您|你)(较远|最近)|(select|choose|pick|switch|change|confirm)( your| a| an| the)? ?(delivery )?(address|store|shop|city|region|location|country|language)/,
    text: /(选择|切换)[^。]{0,4}(地址|门店|城市|店铺)|热门城市|距离?\s?\d+(\.\d+)?\s?(m|km|米|公里)/,
    choice:
      /(切换|选择|更换|新增|添加|重新选择)(到)?[^。]{0,8}(地址|门店|城市|店铺|这家|当前)|(change|choose|switch) (store|address|city|country)/,
  },
  {
    role: 'ad',
    title: /^广告$|^(ad|advertisement|sponsored)$/,
    decisive: /(^|\s)广告(\d+\s?(s|秒)?)?($|\s|[·・|｜-])|\d+\s?(s|秒)后?(可)?(关闭|跳过)|(跳过|关闭)广告|\badvertisement\b|\bsponsored\b/,
  },
  {
    role: 'notice',
    title:
      /公告|通知|营业(时间|中)|打烊|休息|歇业|停业|须知|提示|提醒|过敏|食物(原|致敏)|桌号|餐桌|台号|桌位|用餐人数|更新|新版本|升级|维护|说明|规则|售罄|缺货|配送(费|范围|时间)|起送|超出|网络|系统|排队|取餐|免责|防诈|声明|摘要|activity rules|notice|announcement|opening hours|allerg|reminder|update|new version|maintenance|closed|table (number|no)|heads up|tips?$/,
    decisive:
      /(营业时间|过敏(原|源|提示)|当前(桌|台)号|您(所在|当前)的?(桌|台)|发现新版本|版本(更新|升级)|系统(维护|升级))|new version|allergen|opening hours/,
  },
];
