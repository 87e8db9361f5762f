import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { isCaged } from './shared/demand.ts';
import { guestPath } from './shared/exculpation.ts';
import { gatesOf, reachedWithoutYes, walksOf } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { promptsOf } from './shared/prompts.ts';
import { list, quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请不登录浏览产品列表和详情，记录在哪一步被要求登录；申请借款时核实身份不在此列。',
  'Browse list and details without logging in and record where a log-in is demanded; identity checks when applying are another matter.',
);
const BROWSE =
  /浏览|查看(产品|利率|详情|额度|更多)|产品(列表|详情|信息)?(后|可见)|(登录|授权)[^。；]{0,6}(后)?(可见|查看)|browse|view products/i;

/** Products can be looked at without logging in or giving data. */
export const d09: Rule = {
  requirement: 'D09',
  kinds: SCREENS,
  needs: ['landing', 'gate', 'prompt', 'choice', 'control', 'function-reached'],
  judge(facts, context) {
    const landings = facts.of('landing').filter(({ detail }) => detail.page === 'login' || detail.page === 'membership');
    const gates = gatesOf(facts, 'login', 'phone', 'membership');
    const prompts = promptsOf(facts, 'login', 'phone', 'membership');
    const walled = gates.filter(({ detail }) => BROWSE.test(detail.how));
    const first = prompts.filter((prompt) => prompt.detail.stage === 'arrive' && isCaged(facts, prompt));
    // Nothing can be looked at before agreeing: the dialog leaves no other answer, and only the visit that agreed went on.
    const agree = promptsOf(facts, 'consent').filter((prompt) => prompt.detail.stage === 'arrive' && isCaged(facts, prompt));
    const barred =
      walksOf(facts, 'refuse').some(({ detail }) => detail.stoppedBy === 'agreement') &&
      walksOf(facts, 'accept').some(({ detail }) => detail.reached === 'yes');
    const hard = [...landings, ...walled.filter(({ detail }) => detail.refusable !== 'yes'), ...first, ...(barred ? agree : [])];
    const guest = guestPath(facts);
    if (hard.length > 0 && guest.length === 0) {
      const where = seenIn(hard, context);
      const what = list(
        hard.map((fact) => quote(fact.label, 30)),
        3,
      );
      return fail(
        text(
          `${where.zh}，浏览产品之前须登录、同意协议或提供信息：${what.zh}。`,
          `${where.en}, looking at products demands a log-in, an agreement or data: ${what.en}.`,
        ),
        hard,
        OFFICER,
      );
    }
    const open = facts.of('landing').filter(({ detail }) => detail.page === 'loan');
    const looked = reachedWithoutYes(facts) || walksOf(facts, 'refuse').some(({ detail }) => detail.steps > 0);
    if (open.length > 0 && looked) {
      return pass(text('不登录、不同意协议也能浏览产品。', 'Products can be looked at without a log-in or an agreement.'), open, OFFICER);
    }
    if (hard.length + gates.length + prompts.length > 0) {
      return cannotTell(
        text(
          '出现登录要求，发生在浏览时还是申请时没有定论。',
          'A log-in is asked for; whether when browsing or when applying was not settled.',
        ),
        [...hard, ...gates, ...prompts, ...guest].filter((fact, at, all) => all.indexOf(fact) === at),
        OFFICER,
      );
    }
    return notMet(facts, context, text('浏览产品之前的登录要求', 'log-in demanded before looking at products'));
  },
};
