import type { PiCategory } from '@liangjian/law';

/**
 * Words by which a field says what it asks for. The first that fits wins, so the narrow ones stand first.
 * `shown` is tried on what a consumer reads (placeholder, label), `named` on names in the code (binding, `name`, handler).
 */
export const FIELD_WORDS: readonly { readonly pi: PiCategory; readonly shown: RegExp; readonly named: RegExp | null }[] = [
  {
    pi: 'verification-code',
    shown: /验证码|校验码|动态码|短信码/,
    named: /^(sms|verify|verification|valid|captcha|v)_?code$|captcha|smscode|^vcode$|yzm/i,
  },
  { pi: 'password', shown: /密码|口令/, named: /passw|^pwd$|pwd$/i },
  { pi: 'plate', shown: /车牌/, named: /plate|^car_?no$|carnum|license_?no|chepai|cph$/i },
  { pi: 'vin', shown: /车架号|车辆识别/, named: /^vin(no|code)?$|frame_?no/i },
  { pi: 'driving-licence', shown: /驾驶证|驾照|行驶证/, named: /driv(er|ing)_?lic/i },
  {
    pi: 'bank-card',
    shown: /银行卡|卡号.*开户|开户行|信用卡号|储蓄卡|银行账[号户]/,
    named: /bank_?(card|no|num|acc)|^card_?no$|cardnumber/i,
  },
  { pi: 'id-number', shown: /身份证|证件号|护照号/, named: /id_?card|idno|identity|id_?number|cert_?no|sfz|cardid|shenfen/i },
  {
    pi: 'phone',
    shown: /手机|电话|联系方式|联系号码|mobile|(?<![a-z])tel(?![a-z])|phone/i,
    named: /phone|mobile|^tel|tel$|shouji|dianhua|contact_?way|lianxi/i,
  },
  { pi: 'e-mail', shown: /邮箱|电子邮件|e-?mail/i, named: /e?mail$|^email/i },
  { pi: 'social-account', shown: /微信号|QQ号|QQ号码|微博|旺旺/i, named: /^(wechat|weixin|wx|qq)_?(no|num|number|id|code|hao)?$/i },
  { pi: 'birth-date', shown: /生日|出生|年龄/, named: /birth|^age$|shengri/i },
  { pi: 'sex', shown: /性别/, named: /^(sex|gender)$|gender/i },
  {
    pi: 'health',
    shown: /身高|体重|血型|病史|过敏|症状|三围|腰围|血压|血糖|孕期|预产期|疾病|病情|体温|视力/,
    named: /^(height|weight|blood|allergy|disease|symptom|bmi|temperature)|medical/i,
  },
  { pi: 'marital', shown: /婚姻|婚否/, named: /marri|marital/i },
  {
    pi: 'occupation',
    shown: /职业|职务|职位|工作单位|单位名称|所在公司|岗位|行业|工号/,
    named: /^(job|occupation|profession|position|work_?unit)/i,
  },
  { pi: 'income', shown: /收入|年薪|月薪|工资|流水/, named: /income|salary/i },
  { pi: 'property', shown: /资产|房产|公积金|社保|存款|房贷|车贷|预算|余额/, named: /asset|property_?(val|type)|fund$/i },
  { pi: 'credit', shown: /征信|芝麻分|信用分|贷款(?!产品)|负债|逾期/, named: /^(credit|sesame|zhima|loan)/i },
  {
    pi: 'education',
    shown: /学历|学校|年级|班级|学号|专业|毕业|院校|幼儿园/,
    named: /school|grade|^class(name|no)?$|student_?(no|id)|education|^major$|college/i,
  },
  {
    pi: 'address',
    shown: /地址|门牌|收货地址|所在区域|住址|小区|楼栋|房号|街道|省.?市.?区|所在地区|所在城市|楼号|单元号|籍贯|户籍/,
    named: /addr|^(street|building|room_?no|house_?no|door)|region$|dizhi/i,
  },
  {
    pi: 'name',
    shown: /姓名|名字|收货人|联系人|收件人|真实姓名|称呼|客户名|您的名称|乘车人|入住人|持卡人|监护人|家长/,
    named:
      /^(real|true|user|full|contact|consignee|receiver|customer|buyer|person|owner|guest|linkman|driver|student|child|parent)_?name$|^(xingming|consignee|linkman|contacts?|receiver)$|^name$/i,
  },
  { pi: 'nickname-avatar', shown: /昵称|头像|网名/, named: /nick|avatar/i },
  { pi: 'order', shown: /订单号|快递单号|运单号/, named: /^(express|waybill|order)_?(no|num|sn)$/i },
  { pi: 'vehicle', shown: /品牌车型|车型|车系|行驶里程|上牌时间/, named: /^(car_?(model|brand|type)|mileage)/i },
  { pi: 'signature', shown: /签名|签字/, named: /signature|autograph/i },
];

/** Somebody else than the person who types. */
export const THIRD_PERSON =
  /紧急联系人|担保人|推荐人|配偶|介绍人|亲属|亲友|好友(?:姓名|手机|电话)|同行人|同住人|家属|收礼人|受益人|被保险人|被推荐|父亲|母亲|爱人|员工姓名|乘车人|出行人|同事|朋友(?:姓名|手机|电话)|业主(?:姓名|电话|手机)|客户(?:姓名|电话|手机)|第三人|emergency|guarantor|spouse|referr(?:er|ee)name|relative/i;

/** A child. */
export const CHILD =
  /孩子|宝宝(?!满)|学生姓名|学员|儿童|幼儿|子女|小朋友|宝贝(?:姓名|生日|年龄|昵称|性别|信息)|未成年|萌娃|儿子|女儿|小孩|婴儿|child|baby|kid(?:s|_|N|$)|student_?name|pupil/i;

/** What a picture shows, where only words beside the picker say so. */
export const PICTURE_WORDS: readonly { readonly pi: PiCategory; readonly words: RegExp }[] = [
  {
    pi: 'id-photo',
    words:
      /身份证|人像面|国徽面|证件(?:照|正面|反面|照片)|手持证件|护照|户口本|正面照|反面照|id_?card|idcard|cardfront|cardback|shenfenzheng|sfz/i,
  },
  { pi: 'driving-licence', words: /驾驶证|驾照|行驶证|driv(?:er|ing)_?lic|vehicle_?lic/i },
  { pi: 'bank-card', words: /银行卡|bank_?card/i },
  { pi: 'credit', words: /征信|芝麻(?:信用|分)|信用(?:截图|分|报告)|花呗|借呗|credit|zhima/i },
  { pi: 'income', words: /收入证明|工资(?:单|流水)|银行流水|纳税/ },
  { pi: 'property', words: /房产证|不动产|公积金|社保/ },
  { pi: 'health', words: /病历|体检|检查报告|处方|化验|舌象|健康码|核酸|medical|prescription/i },
  { pi: 'biometric', words: /人脸(?!.*关闭)|刷脸|活体|face_?(?:img|photo|image|recog|verify)/i },
  { pi: 'education', words: /学生证|毕业证|学位证|student_?card/i },
  { pi: 'order', words: /小票|订单截图|支付截图|付款截图|转账截图|receipt/i },
  { pi: 'plate', words: /车牌/ },
  { pi: 'nickname-avatar', words: /头像|avatar|head_?(?:img|pic|portrait|url)/i },
];

/** Expressions by which a field is checked. */
export const PATTERN_SIGNS: readonly { readonly pi: PiCategory; readonly source: RegExp }[] = [
  { pi: 'phone', source: /^\^?\(?\(?(?:\+?\\?\+?86)?\)?\??\(?1(?:\[|\\d|\(|3)/ },
  { pi: 'id-number', source: /\\d\{17\}|\{17\}|\[1-9\]\\d\{5\}\(?(?:18|19|20|\[1-9\]\\d\{3\})/ },
  { pi: 'plate', source: /京津沪/ },
  { pi: 'e-mail', source: /@.{0,12}\\\./ },
];
