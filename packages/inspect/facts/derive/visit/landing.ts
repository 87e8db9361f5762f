import type { Fact, FactDetails } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import { withoutNarration } from '../../../surface/words/narration.ts';
import { armsOf, evidenceAt, groupBy, type Look, looksOf, type VisitInput } from './visit.ts';

type Page = FactDetails['landing']['page'];

/** What the entry opened, by what it puts first: a blocking layer or form decides before words on the page do. */
export function deriveLandings(input: VisitInput): Fact<'landing'>[] {
  const firsts = input.arms.flatMap((arm) => firstSight(looksOf({ ...input, arms: [arm] })));
  const named = firsts.map((look) => ({ look, page: landingOf(look) }));
  return [...groupBy(named, ({ page }) => page).values()].map((group) => {
    const { look, page } = group[0] as (typeof named)[number];
    return makeFact('landing', {
      phase: 'static',
      pi: [],
      party: null,
      label: look.event.title,
      detail: { page, url: look.event.url, arms: armsOf(group.map((item) => item.look)) },
      evidence: [evidenceAt(look, 0)],
      stable: [page],
    });
  });
}

/** So few letters are a mark that something is on its way, not a page. Our own line. */
const LEAST_WORDS = 40;

/** The first look of an arm that shows a page, before anything was pressed; else the first one. */
function firstSight(looks: readonly Look[]): readonly Look[] {
  const arrived = looks.filter(({ event }) => event.stage === 'arrive');
  const page = arrived.find(({ reading }) => reading.text.replaceAll(/\s/g, '').length >= LEAST_WORDS || reading.prompts.length > 0);
  return page ? [page] : looks.slice(0, 1);
}

const TEXT_SIGNS: readonly (readonly [Page, RegExp])[] = [
  ['wall', /请在微信(客户端)?(中|内|里)?打开|open (this (page|link) )?in wechat/i],
  ['error', /404 not found|页面不存在|系统繁忙|502 bad gateway|503 service/i],
  [
    'follow',
    /(请|先)?关注.{0,8}公众号.{0,10}(继续|后|即可|才能)(?![^。\n]{0,16}(享|领|优惠|积分|自愿|不影响|折|减|送|礼))|长按.{0,6}(识别|关注)(?![^。\n]{0,24}(享|领|优惠|积分|自愿|不影响|折|减|送|礼))/,
  ],
  ['rental', /充电宝|租借|归还.{0,6}(柜|网点)/],
  ['menu', /点餐|点单|菜单|酒单|茶单|菜品|堂食|桌号|桌台|购物车|加入购物车|招牌|套餐|table no/i],
  ['loan', /借款|贷款|额度|年化|放款/],
  ['course', /课程|试听|学员|培训|少儿/],
  ['listing', /房源|二手房|租房|整租|合租|户型|楼盘|看房/],
  ['enquiry', /车型|试驾|询价|底价|4S/i],
  ['shop', /商品|超市|商城|结账|会员价|便利店|扫码购|收银/],
];

const JOINS = /(注册|加入|成为|开通).{0,6}会员|会员(注册|入会)/;

function landingOf(look: Look): Page {
  const { reading } = look;
  const blocking = reading.prompts.find((prompt) => prompt.blocking && prompt.confidence >= 0.5);
  if (blocking?.role === 'wechat-wall') return 'wall';
  // A layer that shuts the page decides before what lies behind it.
  if (blocking?.role === 'login') return JOINS.test(blocking.text) ? 'membership' : 'login';
  if (blocking?.role === 'membership') return 'membership';
  if (blocking?.role === 'follow') return 'follow';
  const plate = reading.fields.some((field) => field.categories.includes('plate'));
  if (plate && /停车|缴费|车牌/.test(reading.text)) return 'plate-payment';
  const fields = reading.fields.filter((field) => field.categories.length > 0 && field.required !== 'no');
  if (fields.length > 0 && JOINS.test(reading.text)) return 'membership';
  if (fields.some((field) => field.categories.includes('phone')) && /登录|验证码/.test(reading.text) && reading.text.length < 600)
    return 'login';
  if (/停车|缴费/.test(withoutNarration(reading.text)) && /车牌/.test(reading.text)) return 'plate-payment';
  const own = withoutNarration(reading.text);
  return TEXT_SIGNS.find(([, sign]) => sign.test(own))?.[0] ?? 'unknown';
}
