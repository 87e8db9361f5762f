/** Names of a legal text that a consumer is asked to agree to. */
export const TITLE = /《[^》]{0,40}(?:协议|政策|隐私|条款|须知|授权书|声明|规则|章程|授权)[^》]{0,20}》/;

/** Words that ask for agreement. */
export const AGREE =
  /(?:同意|阅读|知悉|接受|遵守|认可|勾选|知晓|I agree|I have read).{0,60}(?:协议|政策|条款|隐私|声明|须知|规则|授权|policy|terms|agreement)|《[^》]{0,40}(?:协议|政策|隐私|条款|须知|授权书)[^》]{0,20}》|(?:同意|agree).{0,8}(?:并|获取|使用|收集|授权)/i;

/** "Logging in means that you agree". */
export const IMPLIED =
  /(?:登录|登陆|注册|使用|继续|点击|授权|进入|提交|下单|购买|支付|绑定|预约|领取|确认|操作|开通|申请|报名|参与|访问|关注)[^。；;!！]{0,24}?(?:即|就|则|默认|视为|表示|代表|意味着?|等同于?|视同|表明|即为|就是)[^。；;]{0,10}?(?:同意|接受|认可|阅读|知悉|授权|遵守)/;

/** Names in code that hold whether the consumer agreed. */
const AGREED_NAME = /agree|protocol|privacy|consent|policy|xieyi|tongyi|accept(?:ed)?$|is_?read$|has_?read|readed|isKnow|clause/i;
const OTHER_NAME =
  /show|need|visible|popup|modal|dialog|url|text|title|content|name|list|link|id$|page|html|desc|version|type$|event|handler|cancel|refuse|reject|disagree|close|hide|tip|error|loading|resolve|contract|info$|src|path|data$|config|authoriz/i;

/** Whether a name alone says that it holds an agreement. */
export const isAgreedName = (path: string): boolean => {
  const last = path.split('.').at(-1) ?? path;
  return AGREED_NAME.test(last) && !OTHER_NAME.test(last.replace(/^is_?show/i, 'show'));
};

export const REFUSES =
  /拒绝|不同意|暂不|取消|不允许|残忍|稍后|以后再说|不授权|跳过|再想想|我再看看|放弃|不了|先逛逛|随便看看|游客|不需要|下次|否$|cancel|refuse|reject|later|skip|disagree/i;
export const AGREES =
  /^(?!.*(?:不同意|拒绝|暂不|不允许)).*(?:同意|允许|授权|确定|确认|好的|接受|继续|知道了|立即|去设置|开启|绑定|agree|accept|ok|allow|confirm)/i;
