import type { SeenLink } from './read-documents.ts';
import { HUNT_REASON } from '../../../facts/derive/visit/policy-links.ts';
import type { Page } from './page.ts';
import { linksByWords } from './read-rights.ts';

/** Words behind which shops put their legal texts. */
const MAY_LEAD =
  /更多|关于|帮助|常见问题|设置|我的|个人中心|法律|声明|规则|条款|协议|政策|说明|须知|公示|隐私|个人信息|账号|安全|客服|中心|资质|证照|more|about|help|faq|settings|legal|terms|policies|privacy|support/i;
const AVOIDED = /退出|注销|登录|注册|返回|首页|log ?(out|in)|sign|home/i;
const MAX_PAGES = 8;
const MAX_TAPS = 6;

/**
 * Reading stage: looks for the privacy policy where no visit met a way to it, by the shortest way from link to link, so that nobody is said
 * to have none who only hides it, and the taps can be counted. Found links are added to `seen`.
 */
export async function huntPolicy(page: Page, entry: string, links: ReadonlyMap<string, string>, seen: SeenLink[]): Promise<void> {
  if (seen.some(({ link }) => link.document === 'privacy-policy')) return;
  const known = new Set([entry]);
  let level = worth(links, known);
  let opened = 0;
  for (let taps = 1; taps <= MAX_TAPS && level.length > 0; taps += 1) {
    const next: string[] = [];
    for (const address of level) {
      if (opened >= MAX_PAGES || page.timeLeft() <= 0) return;
      opened += 1;
      page.setStage('read', taps, 'looking for the policy');
      if (!(await page.goto(address)).ok) continue;
      await page.settle('short');
      const { surface, reading } = await page.look(HUNT_REASON);
      const found = reading.links.filter(({ document }) => document === 'privacy-policy');
      if (found.length > 0) {
        seen.push(...found.map((link) => ({ link, page: surface.url })));
        return;
      }
      next.push(...worth(new Map(linksByWords(surface, reading)), known));
    }
    level = next;
  }
}

function worth(links: ReadonlyMap<string, string>, known: Set<string>): string[] {
  const found = [...links]
    .filter(([words, address]) => MAY_LEAD.test(words) && !AVOIDED.test(words) && !known.has(address))
    .map(([, address]) => address);
  for (const address of found) known.add(address);
  return [...new Set(found)].toSorted();
}
