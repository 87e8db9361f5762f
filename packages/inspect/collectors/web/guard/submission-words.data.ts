/**
 * Words in addresses (camel case split, lower case, joined by `-`) of calls that do something for or to somebody, instead of showing something.
 * Gathered from the naming habits of Chinese shop, parking, lending, housing, training and car-sales pages and of common SaaS back ends.
 */
export interface SubmissionWord {
  readonly what: 'sms' | 'order' | 'payment' | 'account' | 'form' | 'message';
  readonly pattern: RegExp;
  /** Also when the call is a GET: sending a code by GET or JSONP is common. */
  readonly evenGet: boolean;
  /** Only together with something that we typed: the word alone also names harmless calls. */
  readonly onlyWithTyped: boolean;
}

const word = (
  what: SubmissionWord['what'],
  pattern: RegExp,
  also: Partial<Pick<SubmissionWord, 'evenGet' | 'onlyWithTyped'>> = {},
): SubmissionWord => ({
  what,
  pattern,
  evenGet: false,
  onlyWithTyped: false,
  ...also,
});

export const SUBMISSION_WORDS: readonly SubmissionWord[] = [
  word(
    'sms',
    /\bsms\b|\bsend-?(?:sms|msg|code|captcha|otp|verify|verification|valid|mobile|phone)|\bsend-vcode|短信|验证码|duanxin|yanzhengma/,
    { evenGet: true },
  ),
  word('sms', /\b(?:get|request|fetch|apply)-?(?:sms|verify|verification|auth|phone|mobile|login|reg|dynamic)-?code\b/, { evenGet: true }),
  word('sms', /\bcaptcha|\bv(?:erify|erification|alid|alidate)?-?code\b|\bauth-?code\b|\botp\b/),
  word(
    'order',
    /\borders?-?(?:create|submit|add|save|place|confirm|commit|make|generate|pre)\b|\b(?:create|submit|add|place|save|confirm|commit|make|generate|pre)-?orders?\b|下单|xiadan/,
  ),
  word('order', /\borders?$|\bcheckout\b|\btrade-?(?:create|submit)\b|\b(?:create|submit)-?trade\b/),
  word('payment', /\b(?:pre)?pay\b|\bpayments?\b|\bunified-?order\b|\bcashier\b|\brecharge\b|\bcharges?\b|\bwithdraw\b|支付|zhifu/),
  word(
    'account',
    /\bregister\b|\bregistration\b|\bsign-?(?:up|in)\b|\blog-?(?:in|on)\b|\bone-?key-?login\b|\bbind-?(?:phone|mobile|card|user|wechat)\b|登录|注册/,
  ),
  word(
    'account',
    /\b(?:member|vip|card)s?-(?:join|open|create|add|activate|register|apply|receive)\b|\b(?:join|open|create|activate|receive)-?(?:member|vip|card)\b/,
  ),
  word(
    'form',
    /\bsubmit\b|\bappl(?:y|ication)\b|\bappointments?\b|\breserv(?:e|ation)s?\b|\bbook(?:ing)?\b|\benrol?l(?:ment)?\b|\bsign-?up\b|预约|报名|提交|yuyue|baoming/,
  ),
  word('form', /\bleads?\b|\bclues?\b|\b(?:e|i)nquir(?:y|ies)\b|\bconsult(?:ation)?\b|\btest-?drive\b|\bfeedback\b|留资|liuzi/),
  word('form', /\b(?:save|update|bind|add|create|post|upload|commit|collect|contact|user-?info|profile|address)\b/, {
    onlyWithTyped: true,
  }),
  word('message', /\bsend-?(?:message|mail|email|chat|im)\b|\b(?:message|mail|email|chat|comment|im)s?-(?:send|add|create|post|reply)\b/),
];

/** A last word that says the call only asks. */
export const ASKS_ONLY =
  /\b(?:list|query|search|detail|details|info|config|configs|settings?|status|state|options|methods|types?|get|count|page|menu|check)$/;
