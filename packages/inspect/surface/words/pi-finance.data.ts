import type { PiWords } from './pi-words.ts';

/** Money and what somebody owns. */
export const FINANCE_WORDS: readonly PiWords[] = [
  {
    category: 'bank-card',
    strong: { zh: ['银行卡', '银行卡号', '储蓄卡', '信用卡号', '借记卡', '开户行', '开户银行', '银行账号', '银行账户', '收款账号', '支付宝账号', '卡号', '结算账户', '信用卡有效期', 'cvv'], en: ['bank card', 'card number', 'credit card', 'debit card', 'bank account', 'account number', 'iban', 'cvv', 'cvc', 'card security code', 'expiry date', 'expiration date', 'bank name'] },
    weak: { zh: ['提现账号', '户名'], en: ['routing number'] },
    excluded: ['会员卡号', '购物卡号', '礼品卡号', '储值卡号', '优惠卡号', '停车卡号', '电影卡号', '卡券号', '提货卡号', '饭卡号', '就诊卡号', '水卡号', '充值卡号', '积分卡号', '公司开户行', '发票开户行', '微信支付', '身份证卡号', 'gift card', 'member card', 'loyalty card', 'membership card'],
    tokens: ['bankcard', 'bankcardno', 'bankno', 'bankaccount', 'cardnumber', 'ccnumber', 'creditcard', 'debitcard', 'bankcode', 'yinhangka', 'acctno', 'cvv', 'cvc', 'bankname'],
  },
  {
    category: 'payment',
    strong: { zh: ['支付密码', '交易密码', '付款账户'], en: ['payment password'] },
    weak: { zh: [], en: [] },
    excluded: [],
    tokens: ['paypwd', 'paypassword', 'tradepwd'],
  },
  {
    category: 'income',
    strong: { zh: ['月收入', '年收入', '收入', '月薪', '年薪', '工资', '薪资', '家庭收入', '收入证明', '薪水', '社保缴纳', '公积金'], en: ['income', 'salary', 'monthly income', 'annual income', 'wage', 'earnings'] },
    weak: { zh: ['预算', '购车预算', '购房预算', '首付'], en: ['budget'] },
    excluded: ['期望薪资', '收入囊中', '工资保障', '公积金贷款计算', '期望月供'],
    tokens: ['income', 'salary', 'monthincome', 'yearincome', 'shouru', 'monthlyincome'],
  },
  {
    category: 'property',
    strong: { zh: ['房产证', '产权证', '不动产', '房产', '房屋面积', '名下房产', '名下车辆', '资产', '有无房', '是否有房', '有房', '有车', '是否有车', '建筑面积', '房屋地址', '产权人', '委托房源', '售价', '期望售价', '心理价位', '期望租金', '出租价格', '房号', '楼盘名称', '所在楼盘', '我的小区'], en: ['property', 'house size', 'own a house', 'assets', 'property certificate', 'asking price', 'floor area'] },
    weak: { zh: ['楼盘', '户型', '面积', '楼层', '居室'], en: ['square metres', 'square meters', 'property type'] },
    excluded: ['面积最大', '意向楼盘', '搜索楼盘', '楼盘搜索', '关注楼盘', '预约楼盘', '意向户型', '意向面积', '心仪户型', '期望户型', '求购面积', '需求面积', '看房面积'],
    tokens: ['property', 'housearea', 'assets', 'hashouse', 'hascar', 'estate', 'houseprice'],
  },
  {
    category: 'credit',
    strong: { zh: ['征信', '信用记录', '芝麻分', '芝麻信用', '逾期记录', '负债', '贷款记录', '信用情况', '信用状况', '信用卡额度', '有无逾期', '微粒贷'], en: ['credit score', 'credit history', 'credit record', 'debts', 'existing loans', 'zhima'] },
    weak: { zh: [], en: [] },
    excluded: [],
    tokens: ['credit', 'creditscore', 'zhima', 'zmscore', 'debt', 'overdue', 'zhengxin'],
  },
];
