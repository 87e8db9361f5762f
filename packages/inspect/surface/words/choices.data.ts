import type { ChoiceRole } from '../../facts/fact.ts';

/**
 * What a button says, tried in this order: the first that fits gives the role. Written for `promptText` output (Simplified, lower case,
 * half-width punctuation). Meanings follow everyday use on Chinese consumer pages; a comment says what each entry guards against.
 */
export const CHOICE_WORDS: readonly { readonly role: ChoiceRole; readonly words: RegExp }[] = [
  // Acts that pay, order, send or cancel something are never an answer to a prompt, whatever else they say.
  {
    role: 'other',
    words:
      /支付|付款|付定金|下单|提交|结算|充值|购买|开通|取消(订单|预约|预订|关注|收藏|绑定)|发送|获取验证码|拨打|致电|\bpay\b|checkout|submit|purchase|place order/,
  },
  // 「撤回同意」 on account pages is a right, no answer.
  {
    role: 'settings',
    words:
      /撤(回|销)|收回(同意|授权)|(取消|解除|管理|查看|关闭)(我的)?(同意|授权)|^(?!.*(阅读|知悉|同意)).*(与|和|及|、|的)授权$|(同意|授权)(管理|记录|情况|明细|列表|设置|状态|历史|中心)|withdraw|revoke/,
  },
  // 「仅同意基本功能」, "necessary only": consent to extras is refused.
  {
    role: 'refuse',
    words:
      /^仅(同意|接受|允许|使用|开启)?(基本|基础|必要|必需|最基本)|仅限?(必要|必需)|只(同意|接受|使用|允许)(基本|基础|必要|必需)|(only|just) (strictly )?(necessary|essential|required)|(necessary|essential|required)( cookies)? only|use necessary/,
  },
  // 「仅浏览」「先逛逛」: goes on without agreeing.
  {
    role: 'guest',
    words:
      /(仅|只|先|继续|以|进入)?(游客|访客)(身份|模式|浏览|访问|登录)?|^(仅|只|先)(浏览|看看|逛逛|体验)|先?(去|进)?逛(一)?逛|随便(看看|逛逛)|先看看|浏览模式|仅浏览|基本功能模式|免登录|不登录|跳过登录|暂不登录|as (a )?guest|guest (mode|checkout)|browse (only|first|without)|without (an account|logging in|signing in)|just browsing|continue without/,
  },
  // Answers to an age question.
  { role: 'refuse', words: /未(年)?满\s?\d+|未成年|under \d+/ },
  { role: 'agree', words: /已(年)?满\s?\d+|(年)?满\s?\d+(周)?岁|已成年|(over|at least|above) \d+|^yes,/ },
  // Negations before the bare words: 「不同意」 holds 同意, 「暂不同意并退出」 too.
  {
    role: 'refuse',
    words:
      /(不|未|暂不|先不|勿|别)(再)?(予)?(同意|接受|授权|允许|认可|开启|接收|参加|加入|订阅)|拒绝|谢绝|婉拒|^否$|反对|不愿意?|不使用|暂不使用|不想(授权|提供)|^(不了?|不用了?|不要了?|不必了?|不需要|算了)[,!。 ]*(谢谢|多谢|谢啦)?$|^(谢谢|多谢|谢了)[,!。 ]*(不|暂不)(用|了|要|需要|必)?(了)?$|放弃(授权|使用)|reject|declin|refus|deny|disagree|do(n['’]t| not) (accept|agree|allow|consent)|no,? thanks|opt[- ]?out|^no$/,
  },
  {
    role: 'later',
    words:
      /稍后|以后(再|说)|下次(再|吧|一定)?|过会儿|再(想想|看看|考虑|说)|考虑一下|^暂(时)?不(了|要|用|需要|领取|下载|更新|升级|绑定|注册|关注|开通)?$|暂不|不(用|需要|必|了|要)(了|谢谢)?$|跳过|忽略|^skip|not now|later|remind me|maybe/,
  },
  // 「同意」 and its kin; "allow once" agrees too.
  {
    role: 'agree',
    words:
      /同意|接受|^(始终|总是|仅此一次|仅在使用(期间|时|中))?允许|允许(获取|使用|访问|一次|本次)?$|仅此一次|本次(使用)?(允许|运行)|授权(并)?(登录|继续|使用|获取)?$|^(立即|确认|去|马上)?授权|^(立即|马上|确认)?开启(定位|位置|通知|推送|权限)?$|accept|agree|allow|consent|opt[- ]?in|enable all|^yes$/,
  },
  {
    role: 'settings',
    words:
      /设置|偏好|自定义|管理(选项|cookie|偏好)|更多(选项|选择)|manage|preference|customi[sz]e|settings|more options|show (purposes|details)/,
  },
  { role: 'login', words: /登录|登陆|注册|log ?in|sign ?(in|up)|register/ },
  // 「狠心离开」「退出」: leaves by its own words.
  { role: 'exit', words: /退出|离开|关闭(页面|网页|应用|程序)|^(leave|exit|quit)|leave (site|page)/ },
  {
    role: 'close',
    words:
      /^(点击|点此|轻触)?关闭(弹窗|窗口|提示|广告)?$|^收起$|^(close|dismiss|hide)( (this|dialog|popup|window|banner|ad|message))?$|^[x×✕✖╳✗✘⨉☓ⅹ⊗ⓧ]$/,
  },
  // 「取消」 alone; 「取消订单」 was taken out above.
  { role: 'refuse', words: /^取消(操作|授权)?$|^cancel$/ },
  {
    role: 'acknowledge',
    words:
      /知道(了|啦)?$|^知道|知晓|明白|了解(了)?$|^(好|好的|好哒|好滴|ok|okay|确定|确认|是|是的|收到|继续|继续访问|继续使用|进入|(进入|开始|前往)[^,。]{0,6}|下一步|我已阅读|已阅读|完成)[!。]?$|got it|i understand|^(continue|proceed|confirm|understood|enter|next|done)$/,
  },
];

/** Names that builders give to the picture or class of a control, where it has no words. Pinyin and English. */
export const CHOICE_NAMES: readonly { readonly role: ChoiceRole; readonly names: RegExp }[] = [
  { role: 'refuse', names: /(^|[-_/ .])(disagree|refuse|reject|decline|deny|jujue|butongyi|buty)([-_/ .0-9]|$)/i },
  { role: 'agree', names: /(^|[-_/ .])(agree|accept|consent|tongyi)([-_/ .0-9]|$)/i },
  {
    role: 'close',
    names:
      /(^|[-_/ .#])((btn|button|pop|popup|icon|ico|dialog|modal|img|win|layer)?close(btn|icon|button|img)?|guanbi|gb|cha|chacha|dismiss|cross|delete|clear|x|times|shut)([-_/ .0-9]|$)/i,
  },
];
