/**
 * The basic function of each scene, as a consumer reaches it on a page: which control ends it (never pressed) and which
 * words lead there, the nearest to the end first. Sources: the scene descriptions of the campaign and ordinary shop pages.
 */
export interface SceneGoal {
  readonly function: string;
  /** Words of the final control; seeing it, enabled, means the function is within reach. */
  readonly end: RegExp;
  readonly ways: readonly RegExp[];
  /** What puts something into an empty basket, where there is one. */
  readonly basket?: RegExp;
  /** Several functions stand side by side on the first page: the first of `ways` names them all. */
  readonly severalForms?: boolean;
  /** What the page itself serves when it leads no further: the function, and the words that show it. */
  readonly content?: { readonly function: string; readonly shown: readonly RegExp[] };
  /** Words that appear when the function is done by something off the page: a code to scan, a payment code to hold up. */
  readonly done?: RegExp;
}

/** A price as pages print it. */
const PRICE = /[¥￥]\s*\d|\d+(\.\d+)?\s*(元|万)(?!\s*(注册|以下))/;

const ORDER_END =
  /提交订单|确认订单|去支付|立即支付|确认支付|微信支付|支付宝支付|确认下单|立即下单|^下单|买单|付款|place order|pay now|check ?out now|submit order/i;

const INTO_BASKET = /加入购物车|加购|^[+＋]$|放入|来一份|加一份|加菜/;

export const SCENE_GOALS: Readonly<Record<string, SceneGoal>> = {
  S1: {
    function: 'order-and-pay',
    basket: INTO_BASKET,
    // Chosen here, ordered by word of mouth.
    content: {
      function: 'view-menu',
      shown: [
        PRICE,
        /(选好|看好|点好|想好)[^。\n]{0,8}(呼叫|告诉|告知|联系|叫|找)(服务员|店员)|(请)?(到|去|向)(前台|收银台|吧台|服务员)(报|说)?[^。\n]{0,4}(点餐|点单|下单|买单)/,
      ],
    },
    end: ORDER_END,
    ways: [
      /去结算|^结算|去下单|(去|前往|我要)(买单|结账|付款|支付)|选好了|选好啦|点好了|确认选择|下一步|check ?out|view cart|购物车/i,
      /加入购物车|加购|^[+＋]$|添加|来一份|加一份|加菜|选规格|add/i,
      /堂食|店内就餐|点餐|点单|下单|扫码点|order|menu|菜单/i,
      /开始|进入|继续|start|enter/i,
    ],
  },
  S2: {
    function: 'pay-parking',
    end: /立即支付|确认支付|去支付|^支付|立即缴费|确认缴费|微信支付|支付宝支付|付款|pay now|^pay\b/i,
    ways: [/查询|查费|查看费用|下一步|确定|search|next/i, /停车缴费|缴费|临停|临时停车|无牌车|parking|pay/i, /进入|继续|开始|start|enter/i],
  },
  S3: {
    function: 'enquire-or-enrol',
    severalForms: true,
    content: { function: 'view-courses', shown: [/课|班|训练营|course/i, PRICE] },
    end: /提交|立即预约|确认预约|确认报名|立即报名|提交报名|submit|book now|enrol now/i,
    ways: [
      /预约试听|免费试听|预约|试听|试课|报名|咨询|领取|回电/i,
      /课程|查看详情|了解更多|course|details/i,
      /进入|继续|开始|start|enter/i,
    ],
  },
  S4: {
    function: 'browse-and-apply',
    content: { function: 'view-products', shown: [/年化|年利率|月利率|费率|\bAPR\b/i, /\d+(\.\d+)?\s*[%％]/] },
    end: /提交申请|确认申请|立即提交|同意并提交|提交|submit/i,
    ways: [
      /立即申请|马上申请|申请借款|去借款|我要借款|立即借款|^借款|查看额度|测额度|申请|apply/i,
      /产品|详情|利率|查看|loan|details/i,
      /进入|继续|开始|下一步|start|next/i,
    ],
  },
  S5: {
    function: 'view-listing-and-enquire',
    severalForms: true,
    content: { function: 'view-listing', shown: [/[室厅房㎡]|平米|平方|户型|楼盘/, /\d+(\.\d+)?\s*(万|元)/] },
    end: /提交|立即预约|预约看房|立即咨询|确认预约|获取底价|submit|book a viewing/i,
    ways: [
      /预约看房|咨询|带看|联系经纪人|询底价|回电|发布(房源|出租|出售)?|委托|我要(出租|卖房|租房|买房)|登记/i,
      /房源|户型|查看详情|详情|二手房|新房|租房|listing|details/i,
      /进入|继续|开始|start|enter/i,
    ],
  },
  S6: {
    function: 'rent-power-bank',
    done: /请?(对准|扫描|扫一扫)[^。\n]{0,10}(二维码|机柜|柜机)|请取走充电宝|scan the code/i,
    end: /确认租借|立即租借|免押租借|立即租用|确认租用|支付押金|rent now|confirm/i,
    ways: [/租借|租用|借充电宝|扫码租|rent/i, /附近|网点|找柜|查看|nearby/i, /进入|继续|开始|下一步|start|next/i],
  },
  S7: {
    function: 'check-out',
    basket: INTO_BASKET,
    content: { function: 'view-goods', shown: [/[¥￥]\s*\d|满\s*\d+\s*减|(本周|近期|今日|最新)活动|店铺(列表|导览)|楼层(导览|指引)/] },
    done: /请?出示(付款|支付)码|请?扫(描|码)[^。\n]{0,8}付款|show your payment code/i,
    end: ORDER_END,
    ways: [
      /去结算|^结算|(去|前往|我要)(买单|结账|付款|支付)|自助结账|自助收银|选好了|下一步|check ?out/i,
      /加入购物车|加购|^[+＋]$|扫码购|添加|add/i,
      /立即购买|^购买|^买|buy/i,
      /商品|购物|进入商城|shop/i,
      /进入|继续|开始|start|enter/i,
    ],
  },
  S8: {
    function: 'enquire-price',
    severalForms: true,
    content: { function: 'view-price', shown: [/车|款|型|版/, /\d+(\.\d+)?\s*万/] },
    end: /提交|立即询价|获取报价|获取底价|(获取|查看|立即|免费)估价|估价结果|确认预约|预约试驾|立即预约|submit|get quote/i,
    ways: [
      /询价|试驾|底价|报价|预约|咨询|回电|quote|test drive/i,
      /车型|车系|查看详情|了解更多|model|details/i,
      /进入|继续|开始|start|enter/i,
    ],
  },
};

export const GENERAL_GOAL: SceneGoal = {
  function: 'basic-function',
  basket: INTO_BASKET,
  end: new RegExp(`${ORDER_END.source}|提交|确认租借|立即租借|立即预约|立即报名|submit`, 'i'),
  ways: [
    /去结算|^结算|选好了|下一步|查询|next|check ?out/i,
    /加入购物车|加购|^[+＋]$|租借|缴费|预约|咨询|申请|询价|add/i,
    /点餐|点单|商品|课程|房源|车型|详情|menu|details/i,
    /开始|进入|继续|start|enter/i,
  ],
};
