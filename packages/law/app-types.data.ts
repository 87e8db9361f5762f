import type { Confidence } from './requirement.ts';
import type { Text } from './text.ts';

/** One item of App39 article 5 that a scene of the campaign leans on. */
export interface AppType {
  /** Item number; hook `App39:5(n)`. */
  readonly no: number;
  readonly label: Text;
  /** The basic function that the list protects. */
  readonly basicFunction: Text;
  readonly necessary: Text;
  readonly confidence: Confidence;
}

type Row = readonly [
  no: number,
  zh: string,
  en: string,
  functionZh: string,
  functionEn: string,
  needZh: string,
  needEn: string,
  confidence: Confidence,
];

const rows: readonly Row[] = [
  [
    5,
    '网络支付类',
    'online payment',
    '网络支付、提现、转账',
    'pay, withdraw, transfer',
    '手机号；姓名、证件类型和号码、证件有效期限、银行卡号',
    'phone number; name, type, number and validity of identity document, bank card number',
    'F',
  ],
  [
    6,
    '网上购物类',
    'online shopping',
    '购买商品',
    'buy goods',
    '手机号；收货人姓名、地址、联系电话；支付时间、金额、渠道',
    'phone number; consignee’s name, address and phone; time, amount and channel of payment',
    'F',
  ],
  [
    7,
    '餐饮外卖类',
    'food delivery',
    '餐饮购买及外送',
    'buy and deliver food',
    '手机号；收货人姓名、地址、联系电话；支付时间、金额、渠道',
    'phone number; consignee’s name, address and phone; time, amount and channel of payment',
    'F',
  ],
  [
    8,
    '邮件快件寄递类',
    'parcels',
    '信件、包裹等物品寄递',
    'post letters and parcels',
    '寄件人姓名、证件类型和号码、地址、联系电话；收件人姓名、地址、联系电话；物品名称、性质、数量',
    'sender’s name, type and number of identity document, address and phone; receiver’s name, address and phone; name, nature and number of items',
    'F',
  ],
  [
    9,
    '交通票务类',
    'transport tickets',
    '交通相关的票务服务及行程管理',
    'tickets and journeys',
    '手机号；旅客姓名、证件类型和号码、旅客类型；行程信息；支付信息；办理 ETC 的，车牌号码和颜色',
    'phone number; traveller’s name, identity document and type; journey; payment; plate and its colour for toll collection',
    'F',
  ],
  [
    12,
    '网络借贷类',
    'online loans',
    '个人申请贷款',
    'personal loan application',
    '手机号；姓名、证件类型和号码、证件有效期限、银行卡号',
    'phone number; name, type, number and validity of identity document, bank card number',
    'M',
  ],
  [
    13,
    '房屋租售类',
    'housing',
    '个人房源信息发布、房屋出租或者买卖',
    'publish, let, buy and sell homes',
    '手机号；房源地址、面积户型、期望售价或者租金',
    'phone number; address, area and type, asked price or rent',
    'M',
  ],
  [
    14,
    '二手车交易类',
    'used cars',
    '二手车买卖信息展示',
    'show sale information',
    '手机号；购买方姓名、证件；出售方姓名、证件，行驶证号、车辆识别代号',
    'phone number; buyer’s name and document; seller’s name and document, licence number and VIN',
    'M',
  ],
  [
    17,
    '酒店服务类',
    'hotels',
    '酒店预订',
    'book a room',
    '手机号；住宿人姓名和联系方式、入住和退房时间、酒店名称',
    'phone number; guest’s name and contact, time of arrival and departure, hotel',
    'M',
  ],
  [19, '学习教育类', 'learning', '在线辅导、网络课堂', 'online lessons', '手机号', 'phone number', 'M'],
  [
    20,
    '本地生活类',
    'local services',
    '家政维修、家居装修、二手闲置物品交易等',
    'repair, decoration, second-hand goods',
    '手机号',
    'phone number',
    'M',
  ],
  [
    22,
    '用车服务类',
    'vehicle hire',
    '共享单车、共享汽车、租赁汽车',
    'shared and hired vehicles',
    '手机号；汽车类另需证件和驾驶证；支付信息；共享单车和分时租赁汽车需位置',
    'phone number; identity document and licence for cars; payment; location for shared bicycles and cars by the hour',
    'M',
  ],
  [
    23,
    '投资理财类',
    'investment',
    '投资理财服务',
    'invest',
    '手机号；姓名、证件类型和号码、证件有效期限、证件影印件；资金账户、银行卡号或者支付账号',
    'phone number; name, type, number, validity and copy of identity document; funds account, bank card or payment account',
    'M',
  ],
  [31, '运动健身类', 'fitness', '运动健身训练', 'training', '无须个人信息', 'none', 'M'],
  [
    39,
    '演出票务类',
    'show tickets',
    '演出购票',
    'buy show tickets',
    '手机号；场次、座位；支付信息',
    'phone number; show and seat; payment',
    'M',
  ],
];

/** The items of the 39-type rule that matter here. No item covers eating in, parking or power banks. */
export const appTypes: readonly AppType[] = rows.map(([no, zh, en, functionZh, functionEn, needZh, needEn, confidence]) => ({
  no,
  label: { zh, en },
  basicFunction: { zh: functionZh, en: functionEn },
  necessary: { zh: needZh, en: needEn },
  confidence,
}));
