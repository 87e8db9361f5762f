/** What a scene sounds like. Weights: 3 = hardly said elsewhere, 1 = said in several scenes. */
const SIGNS: readonly (readonly [scene: string, weight: number, words: RegExp])[] = [
  ['S1', 3, /扫码点餐|堂食|桌号|桌台|加菜|取餐号|开始点餐|点餐|dine.?in|table no/gi],
  ['S1', 3, /外卖点|配送费|起送|骑手|烧烤|火锅|面馆|餐厅|饭店|小吃|茶饮|烘焙|到店自取|扫码取餐|来一杯|手打柠檬|杨枝甘露/g],
  ['S1', 1, /菜单|菜品|套餐|饮品|奶茶|咖啡|口味|少冰|去冰|外卖|自提|招牌|小料|自取|取餐|乌龙|柠檬茶|茶(?=[ ·]?[¥￥\d])|拿铁|美式/g],
  ['S1', 3, /[A-Za-z]?\d{1,3} ?号?桌(?!以上|起|宴|以内)|就餐人数|扫码下单|牛肉面|拉面|米线|酸菜鱼|烤鱼|麻辣烫|盖饭|饺子|川菜|湘菜|串串/g],
  ['S1', 1, /卤蛋|加汤|加饭|米饭|凉菜|小菜|锅底|毛肚|辣度|几位用餐/g],
  ['S2', 3, /停车(费|缴费|场)|车牌号?|无牌车|入场时间|临停|离场|parking fee/gi],
  ['S2', 1, /停车|缴费|车位|出场/g],
  ['S3', 3, /试听|少儿|学员|孩子|宝贝|培训班|课时|家长/g],
  ['S3', 3, /(编程|钢琴|美术|舞蹈|围棋|口才|书法|奥数|英语)(一对一|班|课|培训|启蒙|集训)|(暑期|寒假|周末|秋季|春季)班|体验课/g],
  ['S3', 1, /课程|老师|校区|报名|教育|班级/g],
  ['S4', 3, /借款|贷款|(经营|消费|信用|抵押|随心|车主|小额)贷(?!款)|年化|额度|放款|还款|征信|理财/g],
  ['S4', 3, /日息|月息|代还|借钱|极速到账|小额现金/g],
  ['S4', 1, /到账|利率|金融|借条|信用|最高\s*\d+\s*万/g],
  ['S5', 3, /二手房|新房|租房|整租|合租|房源|楼盘|户型|看房|经纪人|小区均价/g],
  ['S5', 3, /开盘|样板间|售楼|楼书|认筹|均价/g],
  ['S5', 1, /房产|物业|面积|朝向|地产|元\/月|㎡|万元?\/㎡/g],
  ['S6', 3, /充电宝|租借|柜机|共享充电|免押(租|借)|归还.{0,4}(柜|网点|点)|power ?bank/gi],
  ['S6', 3, /借电|充电柜|还宝/g],
  ['S6', 1, /充电|押金|元\/(30 ?分钟|半?小时)|[¥￥][\d.]+\/(30 ?分钟|半?小时)|日?封顶|租用/g],
  ['S7', 3, /自助(结账|收银)|扫码购|超市|便利店|百货|商超|购物中心|卖场|会员价|购物袋|商场/g],
  ['S7', 1, /商品|购物车|满减|积分|会员/g],
  ['S8', 3, /4S ?店|试驾|车型|车系|询底价|购车|置换|经销商|二手车|车源|卖车|厂商指导价/gi],
  ['S8', 3, /落地价|裸车价|试乘|新能源汽车|现车|提车/g],
  ['S8', 1, /汽车|报价|上牌|万公里|金融方案/g],
  ['S9', 3, /景区|门票|入园|游玩日期|购票/g],
  ['X1', 3, /酒店|宾馆|民宿|客房|入住人|大床房|双床房|标准间|离店/g],
  ['X1', 1, /入住|订房|房型|每?晚/g],
  ['X2', 3, /健身|私教|团课|动感单车|搏击操?|器械区|体测/g],
  ['X2', 1, /办卡|会员卡|月卡|次卡|年卡|瑜伽|教练/g],
  ['X5', 3, /快递|驿站|取件码|快递柜|寄件|运单|包裹/g],
  ['X5', 1, /取件|收件人|派送|滞留件/g],
  ['S12', 1, /选货|出货口|取货口|货道/g],
  ['S12', 3, /售货机|货柜|开门购物|关门结算/g],
];

export interface SceneGuess {
  readonly scene: string | null;
  readonly why: string;
}

const FLOOR = 4;

/** A public body or the press: they write about shops and are none. */
const NO_SHOP =
  /网站标识码|政府网站|人民政府|政务公开|办事(服务|指南)|本报讯|新闻热线|互联网新闻信息服务许可|我要举报|(提交|填写|开始|继续|网上)举报|举报(进度|查询|须知|受理|中心|平台)|查(询)?(举报|投诉)(的)?(进度|处理)|消保委|消费者协会|受理(单位|机关|部门)/;

/**
 * Scene suggested by the words of the first page. The best must reach a floor and lead the next by half,
 * else no scene: a wrong scene would bring wrong allow-lists.
 */
export function guessScene(text: string): SceneGuess {
  if (NO_SHOP.test(text)) return { scene: null, why: '' };
  const scores = new Map<string, { points: number; words: Set<string> }>();
  for (const [scene, weight, words] of SIGNS) {
    for (const match of new Set(text.match(words) ?? [])) {
      const score = scores.get(scene) ?? { points: 0, words: new Set<string>() };
      score.points += weight;
      score.words.add(match);
      scores.set(scene, score);
    }
  }
  const [best, next] = [...scores].sort((a, b) => b[1].points - a[1].points);
  if (!best || best[1].points < FLOOR || (next && best[1].points < next[1].points * 1.5)) return { scene: null, why: '' };
  return { scene: best[0], why: [...best[1].words].slice(0, 6).join('、') };
}

/** A table of its own, or eating in by its name. */
const DINES_IN =
  /堂食|桌(号|台|码|位|贴|牌)|餐(台|桌)(号|码)|台号|店内(就餐|用餐)|到店(就餐|用餐)|扫码点(餐|单)|(?<![\d.])[A-Za-z]?\d{1,3}\s?号?(桌|台|包厢|卡座)(?!以上|起|宴|以内|游|球)|(就餐|用餐)人数/;

/** Service channel of a dining page, where words or the address settle it. */
export function guessChannel(scene: string | null, text: string, url: string): string | null {
  if (scene !== 'S1') return null;
  if (/[?&#/](table|tableno|tableid|desk|zhuohao)/i.test(url) || DINES_IN.test(text)) return 'dine-in';
  if (/外卖|配送|送达|delivery/i.test(text)) return 'delivery';
  return /自提|自取|到店取|取餐/.test(text) ? 'pick-up' : null;
}
