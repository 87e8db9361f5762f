import type { SurfaceReading } from '../../../surface/model.ts';
import type { Surface } from '../../../surface/surface.ts';
import type { Page } from './page.ts';

/** What such a page is about, and what makes it a place to act rather than a text: both must be in the words of the link. */
const ABOUT = /信息|隐私|数据|账号|账户|帐号|帐户|授权|同意|权利|权益|设置|privacy|personal (data|information)|account|consent/i;
const PLACE =
  /[与和及、/·]|管理|中心|设置|权利|行使|维权|安全|注销|撤回|撤销|更正|删除|查询|偏好|选择|自助|^我的|^您的|center|settings|manage|rights|choices/i;
/** Names of texts and of other things to press. */
const OTHER =
  /政策|协议|声明|条款|指引|规则|说明|须知|公示|告知|清单|登录|登陆|注册|退出|返回|订单|消费|投诉|policy|terms|statement|notice|log ?(in|out)|sign/i;
const LONGEST = 16;
const MAX_PAGES = 2;

/** Words of a link to a page where a visitor manages what is kept of him. */
export const isRightsPage = (words: string): boolean =>
  words.length <= LONGEST && ABOUT.test(words) && PLACE.test(words) && !OTHER.test(words);

/** Links to pages of the same host by their words; one that would do something when pressed is none. */
export function linksByWords(surface: Surface, { controls }: SurfaceReading): readonly (readonly [words: string, address: string])[] {
  return controls.flatMap(({ node, text, dangerous }) => {
    const words = text.trim();
    const href = surface.nodes[node]?.attributes['href'];
    if (href === undefined || href.startsWith('#') || words.length > LONGEST || (dangerous && !/^(注销|撤|删除)/.test(words))) return [];
    const address = URL.parse(href, surface.url);
    return address && /^https?:$/.test(address.protocol) && address.host === URL.parse(surface.url)?.host ? [[words, address.href]] : [];
  });
}

const SERVES = /查阅|查询|复制|更正|修改|删除|撤回|注销|行使/;

/** Places a legal text sends one to for the use of rights: 「打开页面底部的“家长服务”，即可更正、删除」. */
export function toldPlaces(text: string): readonly string[] {
  return text
    .split(/[。；;\n]/)
    .filter((sentence) => SERVES.test(sentence))
    .flatMap((sentence) => [...sentence.matchAll(/[“"「『【‘]([^”"」』】’]{2,16})[”"」』】’]/g)].map(([, name]) => (name ?? '').trim()));
}

/** Pages where a visitor manages what is kept of him, by their own words (「个人信息管理」「隐私中心」) or because a legal text names them. */
export const rightsPages = (links: ReadonlyMap<string, string>, told: ReadonlySet<string>): readonly string[] => [
  ...new Set([...links].filter(([words]) => isRightsPage(words) || told.has(words)).map(([, address]) => address)),
];

/** Reading stage: opens the pages where rights are served and looks. Nothing on them is pressed, nothing typed. */
export async function readRights(page: Page, addresses: readonly string[], step: number): Promise<void> {
  for (const address of addresses.toSorted().slice(0, MAX_PAGES)) {
    if (page.timeLeft() <= 0) return;
    page.setStage('read', step, 'pages of rights');
    if (!(await page.goto(address)).ok) continue;
    await page.settle('short');
    await page.look('page of rights');
  }
}
