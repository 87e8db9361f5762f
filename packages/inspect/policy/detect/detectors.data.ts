import { type Detector, NUMBER } from './detector.ts';

const YOU = '(?:您|你|用户|本人|消费者|个人|会员)';
const ACTS = '(?:查阅|查询|查看|访问|复制|更正|修改|更新|补充|编辑|删除|清除|注销|撤回|撤销|管理|导出|转移|转移权|携带|解绑)';
const RULES = '(?:政策|协议|声明|规则|指引|条款|告知书|指南|须知)';
const ALTER = '(?:变更|修订|修改|更新|调整|变动|变化|改变|修正|完善)';

/** The elements found by words alone; the others (who, what, to whom, pushes) have a file each. */
export const DETECTORS: readonly Detector[] = [
  {
    element: 'purposes',
    topic: 'use',
    cue: /用于|用来|用作|为了|以便|目的|旨在|便于|方便您|用途|以(?:实现|提供|完成|改善|提升|保障|满足|帮助|确保|使)|从而|帮助您|为您?(?:提供|完成|办理|实现|制作|配送|核验)|使用(?:您的|这些|上述|该)|for the purpose|in order to|used? to/g,
    content:
      /(?:用于|用来|用作|为了|以便|目的(?:是|为|：|:|包括)|旨在|便于|方便您|以(?:实现|提供|完成|改善|提升|保障|满足|帮助|确保|使)|从而|帮助您|为您?(?:提供|完成|办理|实现|制作|配送|核验))[^。；]{2,}|\t/,
    not: /本(?:政策|隐私|协议|声明|指引)[^。，]{0,12}(?:旨在|帮助您|为了|目的)/,
    cueOnly: 'unreadable',
  },
  {
    element: 'methods',
    topic: 'collect',
    cue: /方式|自动|主动|填写|输入|提交|上传|录入|cookie|存储|保存|加工|传输|共享|委托|同步|读取|扫码|扫描|授权|收集|采集|获取|记录|使用/g,
    content:
      /(?:处理|收集|采集|获取|使用|提供)(?:的)?方式|自动(?:收集|采集|获取|记录|接收)|主动(?:提供|填写|输入|提交|上传)|(?:您|你|用户)[^。；]{0,20}(?:填写|输入|提交|提供|上传|录入|扫码|授权)|(?:收集|采集|获取|读取|记录|接收|存储|保存|使用|加工|传输)[^。；]{0,12}(?:您|你|用户|个人|信息|数据)|cookie/,
    cueOnly: 'present',
  },
  {
    element: 'retention',
    topic: 'retention',
    cue: /(?:保存|存储|保留|留存|储存|存放|存续|贮存)[^。；，]{0,12}(?:期|时间|时长|多久|年|月|天|日|周|小时)|(?:保存|存储|保留|留存|储存|存放)(?:您的|至|到|于|不)|保存期|保留期|存储期|(?:超出|超过|逾期|到期|期满|届满)|匿名化|最短|必需的?(?:时间|期)|必要的?(?:时间|期)|不(?:会)?(?:保存|存储|留存|保留)|retention|retain/g,
    content: new RegExp(
      `(?:保存|存储|保留|留存|储存|存放|存续|删除|贮存)[^。；]{0,60}?${NUMBER}\\s*个?(?:年|月|日|天|周|小时|自然日|工作日)|${NUMBER}\\s*个?(?:年|月|天|日)[^。；]{0,24}(?:保存|存储|保留|删除|销毁|匿名)|(?:最短|必要|必需|所需|所必须|合理|法定|法律[^。；]{0,10}(?:规定|要求|允许))[^。；]{0,14}(?:期限|时间|期间|时限|时长|期内)|(?:期限|期间|时间)[^。；]{0,10}(?:届满|期满|到期)|(?:注销|撤回|终止|完成|结束|停止|解除|期满|届满|到期|超出|超过)[^。；]{0,30}(?:删除|匿名|销毁|清除)|(?:保存|保留|存储|留存)(?:期限?|时间)?(?:[：:]|至|到|为)|不(?:会)?(?:保存|存储|留存|保留)|(?:仅|只)(?:会)?在[^。；]{0,40}(?:期间|期限|时间|时限)[^。；]{0,12}(?:保存|保留|存储|留存)?`,
      'u',
    ),
    cueOnly: 'unreadable',
  },
  {
    element: 'rights-how',
    topic: 'manage',
    cue: new RegExp(
      `${YOU}[^。；]{0,40}${ACTS}|${ACTS}[^。；]{0,10}(?:您的|你的|个人|信息|账号|账户|授权|同意)|(?:您的|你的|用户|主体)(?:相关)?权利|行使[^。]{0,10}权|注销|撤回|right to|your rights`,
      'g',
    ),
    content: new RegExp(
      `(?:有权|可以|可|能够|能|享有|通过|支持|如需|如果|若|想要|希望|权利)[^。；]{0,60}${ACTS}|${ACTS}[^。；]{0,40}(?:权|路径|方式|途径|请求|入口|申请)|${ACTS}(?:、|和|或|及|与|/)${ACTS}`,
      'u',
    ),
    cueOnly: 'present',
  },
  {
    element: 'rights-channel',
    topic: 'manage',
    cue: new RegExp(`${ACTS}|请求|权利|联系(?:我们|客服)|客服`, 'g'),
    content: new RegExp(
      `(?:通过|点击|进入|联系|发送|拨打|登录|前往|打开|致电|来信|来电|向我们|在[^。；，]{1,24}(?:中|里|页|处|内))[^。；]{0,80}${ACTS}|${ACTS}[^。；]{0,80}(?:通过|点击|进入|联系|发送|拨打|登录|前往|设置|客服|邮箱|电话|路径|入口|页面|->|>|—)|(?:联系(?:我们|客服)|客服)[^。；]{0,50}(?:邮箱|电话|热线|@|\\d{4,}|请求|权利)`,
      'u',
    ),
    cueOnly: 'unreadable',
  },
  {
    element: 'correction-deletion',
    topic: 'manage',
    cue: /更正|修改(?!本)|更新您|编辑|删除|清除|修正|补充您|纠正/g,
    content:
      /(?:您|你|用户|本人|有权|可以|可|能|通过|请求|要求)[^。；]{0,60}(?:更正|修改|更新|编辑|删除|清除|修正|纠正)|(?:更正|修改|编辑|删除)[^。；]{0,16}(?:您|你|个人|信息|资料)|(?:更正|修改)(?:、|和|或|及|与)删除/,
    not: /(?:修改|修订|更新)本?(?:政策|协议|声明|规则|指引)/,
    cueOnly: 'present',
  },
  {
    element: 'account-closing',
    topic: 'manage',
    cue: /注销|销户|关闭(?:您的)?(?:账号|账户|帐号|帐户)|(?:删除|取消)(?:您的)?(?:账号|账户|会员(?:资格|账号)?)|退会|close (?:your )?account|delete (?:your )?account/g,
    content: null,
    cueOnly: 'present',
  },
  {
    element: 'consent-withdrawal',
    topic: 'manage',
    cue: /撤回|撤销|收回|(?:取消|解除|停止|关闭|改变|变更|更改|调整|修改|管理|终止)[^。；，]{0,14}(?:授权|同意|权限)|(?:授权|同意|权限)[^。；，]{0,10}(?:取消|解除|关闭|更改|变更|改变)|withdraw|opt[- ]?out/g,
    content: null,
    cueOnly: 'present',
  },
  {
    element: 'complaint-channel',
    topic: 'complaint',
    cue: /投诉|举报|申诉|12345|12315|12377|起诉|提起诉讼|仲裁|意见反馈|投诉与反馈|监管(?:部门|机构)|(?:意见|建议|疑问|疑义|问题)[^。；]{0,40}(?:联系|反馈|客服|拨打|邮箱|邮件|电话)|complain/g,
    content: null,
    cueOnly: 'present',
  },
  {
    element: 'response-time',
    topic: 'complaint',
    cue: /工作日|自然日|(?:答复|回复|反馈|响应|处理)[^。；]{0,16}(?:时限|期限|时间|内)|(?:及时|尽快|尽早|第一时间|立即)[^。；]{0,16}(?:答复|回复|处理|响应|反馈|解决)|\d+\s*(?:日|天|小时)(?:之)?内|[一二三四五六七八九十]{1,3}(?:日|天)(?:之)?内/g,
    content: new RegExp(
      `${NUMBER}\\s*(?:个)?(?:工作日|自然日|日|天|小时)(?:之)?(?:内|以内)?[^。；]{0,40}(?:答复|回复|处理|响应|反馈|完成|核查|解决|作出|予以|受理|办理|验证|审核|删除|注销)|(?:答复|回复|处理|响应|反馈|完成|办理)[^。；]{0,40}${NUMBER}\\s*(?:个)?(?:工作日|自然日|日|天|小时)`,
      'u',
    ),
    cueOnly: 'unreadable',
  },
  {
    element: 'children-rule',
    topic: 'special',
    cue: /未成年|儿童|周岁|14\s*岁|18\s*岁|监护人|青少年|学生家长|children|minor/g,
    content: null,
    cueOnly: 'present',
    byLink: /儿童|未成年|青少年/,
  },
  {
    element: 'guardian-consent',
    topic: 'special',
    cue: /监护人|父母|家长|guardian|parent/g,
    content:
      /(?:监护人|父母|家长)[^。；]{0,60}(?:同意|许可|陪同|指导|授权|确认|允许)|(?:同意|许可|陪同|授权|确认|征得|取得)[^。；]{0,30}(?:监护人|父母|家长)/,
    cueOnly: 'unreadable',
    byLink: /儿童|未成年|青少年/,
  },
  {
    element: 'sensitive-notice',
    topic: 'sensitive',
    cue: /敏感(?:个人)?信息|单独同意|生物识别|行踪轨迹|健康生理|sensitive/g,
    content: null,
    cueOnly: 'present',
  },
  {
    element: 'permissions-purpose',
    topic: 'permission',
    cue: /权限|(?:访问|使用|调用|开启|获取|打开)(?:您的)?(?:设备)?(?:的)?(?:相机|摄像头|麦克风|相册|通讯录|地理位置|定位|位置|蓝牙|剪贴板|存储|日历)/g,
    content: null,
    not: /访问权限|权限(?:管理|控制|审批)|最小(?:够用)?权限|授权人员/,
    cueOnly: 'present',
  },
  {
    element: 'cross-border',
    topic: 'cross-border',
    cue: /境外|跨境|出境|境内|海外|国外|outside (?:of )?china|overseas/g,
    content: null,
    cueOnly: 'present',
  },
  {
    element: 'security-measures',
    topic: 'security',
    cue: /加密|安全(?:技术|措施|保护|防护|管理|保障|体系|水平|可靠)|ssl|https|访问控制|保密|等级保护|防止[^。；]{0,30}(?:泄露|泄漏|丢失|访问|篡改|损毁)|去标识|数据安全|信息安全|妥善保管|security/g,
    content: null,
    cueOnly: 'present',
  },
  {
    element: 'breach-notice',
    topic: 'security',
    cue: /安全事件|应急|(?:泄露|泄漏|丢失|篡改|损毁|被窃)[^。]{0,100}(?:通知|告知|报告|上报|补救|预案)|breach/g,
    content: null,
    cueOnly: 'present',
  },
  {
    element: 'change-notice',
    topic: 'change',
    cue: new RegExp(
      `${RULES}[^。；]{0,30}${ALTER}|${ALTER}[^。；]{0,24}${RULES}|${ALTER}(?:后|时|的)[^。；]{0,40}(?:通知|公告|公示|弹窗|告知|公布|同意)|如何更新|重新(?:征得|取得|获得)[^。；]{0,8}同意`,
      'g',
    ),
    content: null,
    not: /(?:更新|发布|生效|修订)(?:日期|时间)/,
    cueOnly: 'present',
  },
  {
    element: 'officer-contact',
    topic: 'contact',
    cue: /(?:个人信息|信息|数据|隐私)(?:安全)?保护(?:的)?(?:负责人|专员|官|部门|机构|团队|小组|办公室)|隐私(?:专员|官|团队|办公室)|数据安全(?:负责人|部门|官)|个人信息(?:安全)?(?:负责人|专员)|dpo|data protection officer/g,
    content: null,
    cueOnly: 'present',
  },
  {
    element: 'cessation',
    topic: 'cease',
    cue: /(?:停止|终止|中止|关停)(?:了)?(?:运营|服务|经营|提供(?:产品|服务)|本?产品|该?业务|本服务|我们的)|停运|歇业|停业|破产|清算|(?:运营|经营|服务)(?:停止|终止)|(?:产品|服务|应用|app)[^。；，]{0,8}(?:下线|停止运营|终止运营)|不再(?:运营|经营|提供服务)/g,
    content: null,
    not: /(?:您|用户|你)(?:可以|可|有权|选择|应当|应|需)?(?:立即)?停止(?:使用|访问)/,
    cueOnly: 'present',
  },
];
