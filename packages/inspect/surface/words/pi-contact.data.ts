import type { PiWords } from './pi-words.ts';

/** Where somebody can be reached, and the keys to their accounts. */
export const CONTACT_WORDS: readonly PiWords[] = [
  {
    category: 'phone',
    strong: {
      zh: ['手机号', '手机号码', '联系电话', '电话号码', '联系方式', '手机', '电话', '联系手机', '移动电话', '本机号码', '预留手机', '11位号码', '11位手机', '联络电话', '号码接收', '收货电话', '座机'],
      en: ['phone', 'mobile', 'mobile number', 'phone number', 'cell', 'cellphone', 'cell phone', 'telephone', 'tel', 'contact number', 'your number', 'whatsapp'],
    },
    weak: { zh: ['号码'], en: ['contact'] },
    excluded: [
      '手机验证码', '短信验证码', '手机短信', '手机壳', '手机型号', '手机品牌', '手机尾号', '手机膜', '手机配件', '手机支架', '手机充电', '手机支付', '手机端', '手机版', '手机扫码', '门店电话', '店铺电话', '商家电话', '客服电话', '咨询电话', '服务电话', '热线电话', '投诉电话', '拨打电话', '电话咨询', '公司电话', '单位电话', '取餐号码', '排队号码', '车牌号码', '座位号码', '订单号码', '房间号码', '证件号码', '身份证号码', '银行卡号码', '卡号码', '会员号码', '桌台号码', '桌号码', '门牌号码', '车架号码', '发动机号码', '护照号码', '验证手机短信', '微信号码', 'qq号码', '手机银行', '电话费', '购机', '手机回收', '充电手机', '号码归属',
      'phone case', 'phone model', 'phone code', 'mobile app', 'mobile site', 'hotline', 'customer service phone', 'mobile pay', 'mobile payment', 'sms code',
    ],
    tokens: ['phone', 'mobile', 'mobileno', 'phoneno', 'phonenumber', 'mobilenumber', 'telephone', 'tel', 'cellphone', 'mobilephone', 'userphone', 'usermobile', 'contactphone', 'shouji', 'shoujihao', 'sjh', 'linkphone', 'linktel', 'receiverphone', 'parentphone', 'dianhua', 'lxdh', 'contactmobile', 'phonenum', 'telno', 'mobilenum', 'customerphone', 'custphone', 'msisdn', 'lianxidianhua'],
  },
  {
    category: 'e-mail',
    strong: { zh: ['邮箱', '电子邮件', '电子信箱', '邮件地址', '电邮'], en: ['email', 'e-mail', 'email address', 'mail address'] },
    weak: { zh: [], en: [] },
    excluded: ['客服邮箱', '邮箱验证码', '发票邮箱说明', '举报邮箱', '投诉邮箱', '邮箱反馈', 'email code'],
    tokens: ['email', 'mail', 'useremail', 'youxiang', 'emailaddress', 'mailbox'],
  },
  {
    category: 'address',
    strong: {
      zh: ['收货地址', '收件地址', '家庭地址', '家庭住址', '详细地址', '联系地址', '居住地址', '住址', '通讯地址', '邮寄地址', '配送地址', '送货地址', '送餐地址', '楼栋', '门牌号', '楼号门牌', '单元门牌', '房间号', '室号', '户籍地址', '街道门牌', '所在地区', '收货地区', '上门地址', '服务地址', '现居地', '居住地', '邮编'],
      en: ['address', 'street address', 'home address', 'delivery address', 'shipping address', 'zip code', 'postal code', 'postcode', 'apartment', 'where do you live'],
    },
    weak: { zh: ['地址', '省市区', '所在城市', '小区', '所在区域', '地区', '籍贯', '户籍'], en: ['city', 'province', 'street', 'district'] },
    excluded: ['邮件地址', '邮箱地址', '门店地址', '店铺地址', '商家地址', '公司地址', '单位地址', '机构地址', '取餐地址', '自提地址', '自提点', '地址簿', '选择地址', '新增地址', '网址', '网点地址', '还车地址', '学校地址', '校区地址', '小区名', '意向小区', '心仪小区', '意向区域', '看房区域', '上牌城市', '购车城市', '意向城市', '小区房源', '搜索小区', '房源地址', 'mail address', 'email address', 'e-mail address', 'ip address', 'web address', 'store address', 'shop address'],
    tokens: ['address', 'addr', 'detailaddress', 'addressdetail', 'homeaddress', 'dizhi', 'street', 'receiveraddress', 'doorplate', 'housenumber', 'postcode', 'zipcode', 'zip', 'areaname', 'doorno'],
  },
  {
    category: 'social-account',
    strong: { zh: ['微信号', '微信id', '您的微信', '微信账号', 'qq号', 'qq账号', '您的qq', '抖音号', '小红书号', '微博账号', '微信联系'], en: ['wechat id', 'wechat', 'wechat number', 'qq number', 'telegram', 'line id', 'instagram'] },
    weak: { zh: ['微信', 'qq'], en: [] },
    excluded: ['微信支付', '微信扫码', '微信登录', '微信授权', '微信一键', '添加微信', '加微信', '微信客服', '微信公众号', '微信钱包', '微信零钱', '手机号同微信', '手机同微信', '微信同号', '微信扫一扫', '微信小程序', '微信打开', '微信内', '微信号头像', 'wechat pay', 'wechat login'],
    tokens: ['wechat', 'wechatid', 'wechatno', 'weixin', 'weixinhao', 'wxid', 'wxno', 'qq', 'qqno', 'wechataccount', 'wxaccount'],
  },
  {
    category: 'account',
    strong: { zh: ['用户名', '登录名', '登录账号', '会员账号', '会员卡号', '会员号', '会员卡', '账号名', '用户账号'], en: ['username', 'user name', 'login name', 'user id', 'member number', 'membership number', 'member id', 'loyalty number', 'account name'] },
    weak: { zh: ['账号', '账户名'], en: ['account', 'login'] },
    excluded: ['银行账号', '收款账号', '支付宝账号', '微信账号', 'qq账号', '公众号', '注销账号', '对公账号', '开户账号', '账号密码', '微博账号', 'bank account', 'account number'],
    tokens: ['username', 'loginname', 'loginid', 'useraccount', 'account', 'memberno', 'membercard', 'membercode', 'userid', 'cardno', 'vipno', 'vipcard', 'huiyuan'],
  },
  {
    category: 'password',
    strong: { zh: ['密码', '口令'], en: ['password', 'passcode', 'pin code'] },
    weak: { zh: [], en: ['pin'] },
    excluded: ['wifi密码', '无线密码', '优惠口令', '活动口令', '红包口令', '忘记密码'],
    tokens: ['password', 'passwd', 'pwd', 'userpwd', 'mima', 'newpassword', 'confirmpassword', 'repassword'],
  },
  {
    category: 'verification-code',
    strong: { zh: ['短信验证码', '手机验证码', '动态码', '短信码', '动态密码', '语音验证码', '邮箱验证码', '短信校验码', '位验证码', '校验码', '验证码已发送'], en: ['verification code', 'sms code', 'otp', 'one time code', 'one-time code', 'one time password', 'email code', 'auth code', 'security code sent'] },
    weak: { zh: ['验证码'], en: ['code'] },
    excluded: ['图形验证码', '图片验证码', '图文验证码', '看不清', '算式验证码', '滑动验证', '取餐验证码', '核销码', 'discount code', 'promo code', 'coupon code', 'invite code', 'invitation code', 'gift code', 'voucher code', 'referral code', 'zip code', 'postal code', 'country code', 'area code', 'qr code', 'table code', 'pin code', 'captcha code', 'code from the image', 'code shown'],
    tokens: ['smscode', 'verifycode', 'vcode', 'verificationcode', 'phonecode', 'mobilecode', 'yzm', 'authcode', 'otp', 'otpcode', 'onetimecode', 'checkcode', 'msgcode', 'dynamiccode'],
  },
];
