import type { ControlReading } from '../../../surface/model.ts';
import { answerPrompts } from './answer-prompts.ts';
import { insidePrompt } from './choose-forward.ts';
import { fillFields } from './fill-fields.ts';
import type { SceneGoal } from './goals.data.ts';
import type { Page, PageLook, Stance } from './page.ts';
import { press } from './press.ts';
import { isRightsPage } from './read-rights.ts';

const MAX_FORMS = 3;
/** Not begun with less time than this left. */
const NEEDS_MS = 8000;

interface OtherForms {
  readonly goal: SceneGoal;
  readonly stance: Stance;
  readonly canary: Readonly<Record<string, string>>;
  /** Words of what the walk pressed. */
  readonly pressed: ReadonlySet<string>;
  readonly step: number;
}

/** What shops put beside the basic function, where more is asked than the function needs: offers, instalments, places near by. The account is read later. */
const BESIDE =
  /优惠|折扣|减免|抵扣|领券|抽奖|福利|分期|金融|贷款|保险|置换|估价|评估|附近|网点|找(桩|柜|店|车)|详情|卖(房|车)|出租|出售|发布|委托|招商|加盟|问卷|发票/;
const FINDS_PLACE = /定位|附近|周边|网点|找(桩|柜|店|车)/;
/** A card that says what it opens at its end. */
const CARD = /(查看|了解)?(详情|更多)$/;
/** So long may the words of a control be; those of a card longer. */
const LONGEST = 16;
const LONGEST_CARD = 48;
const LEADS: readonly ControlReading['role'][] = ['forward', 'other', 'member'];

/**
 * Shops have several functions side by side (a trial lesson and the enrolment, a price and a test drive, paying and a discount). The walk
 * ends at one; here the others that stand on the first page are opened and looked at, filled in like the first, and never sent.
 */
export async function openOtherForms(page: Page, start: PageLook, { goal, stance, canary, pressed, step }: OtherForms): Promise<void> {
  const entry = start.surface.url;
  // Last, and with the position denied: whether a place can be found without it shows only then.
  const ways = waysBeside(start, goal, pressed).toSorted((a, b) => Number(FINDS_PLACE.test(a)) - Number(FINDS_PLACE.test(b)));
  for (const [index, words] of ways.entries()) {
    if (FINDS_PLACE.test(words)) await page.denyPosition();
    if (page.timeLeft() < NEEDS_MS) return;
    // Coming back is our own doing: what the page asks again then is not held against it.
    page.setStage('read', step, 'back to the first page');
    if (!(await page.goto(entry)).ok) return;
    await page.settle('arrive');
    const home = await answerPrompts(page, await page.look('entry again'), stance);
    const control = home.look.reading.controls.find(({ text, dangerous }) => text === words && !dangerous);
    if (home.left || home.blockedBy || !control) return;
    page.setStage('use', step + index + 1, `other form ${words}`);
    const effect = await press(page, home.look, control.node, `forward:${goal.function}`, words);
    if (!effect || effect.nothing || effect.left) continue;
    const answered = await answerPrompts(page, effect.look, stance);
    if (!answered.left) await fillFields(page, answered.look, canary, new Set());
  }
}

const MAX_HERE = 2;

/** The same for what stands beside the end of the way and was not on the first page (「优惠码」 beside 「立即支付」): opened where it is. */
export async function openFormsHere(page: Page, start: PageLook, { goal, canary, pressed, step }: OtherForms): Promise<void> {
  const known = new Set([...pressed, ...start.reading.controls.map(({ text }) => text)]);
  let look = await page.look('end of the way');
  for (const [index, words] of waysBeside(look, { ...goal, severalForms: false }, known)
    .slice(0, MAX_HERE)
    .entries()) {
    const control = look.reading.controls.find(({ text, dangerous }) => text === words && !dangerous);
    if (!control || page.timeLeft() < NEEDS_MS) return;
    page.setStage('use', step + index + 1, `other form ${words}`);
    const effect = await press(page, look, control.node, `forward:${goal.function}`, words);
    if (!effect || effect.left || effect.navigated || effect.look.reading.prompts.some(({ blocking }) => blocking)) return;
    look = effect.nothing ? effect.look : await fillFields(page, effect.look, canary, new Set());
  }
}

function waysBeside(start: PageLook, goal: SceneGoal, pressed: ReadonlySet<string>): readonly string[] {
  const { reading, surface } = start;
  const open = reading.controls.filter(
    ({ text, dangerous, role, node }) =>
      !dangerous &&
      LEADS.includes(role) &&
      text.length <= (CARD.test(text.trim()) ? LONGEST_CARD : LONGEST) &&
      !pressed.has(text) &&
      !isRightsPage(text) &&
      !insidePrompt(start, node),
  );
  const way = goal.severalForms ? goal.ways[0] : undefined;
  const same = open.filter(({ text, role }) => role === 'forward' && way?.test(text) === true);
  const others = open.filter(({ text, node }) => BESIDE.test(text) && !leavesHost(surface, node));
  return [...new Set([...same, ...others].map(({ text }) => text))].slice(0, MAX_FORMS);
}

function leavesHost({ nodes, url }: PageLook['surface'], node: number): boolean {
  const href = nodes[node]?.attributes['href'];
  // A script for an address opens something on the page itself.
  if (href === undefined || /^\s*javascript:/i.test(href)) return false;
  return URL.parse(href, url)?.host !== URL.parse(url)?.host;
}
