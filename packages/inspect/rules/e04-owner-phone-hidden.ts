import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { SCREENS } from './shared/kinds.ts';
import { returnedInFull, shownInFull } from './shared/shown.ts';
import { text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请核对页面上的号码属于业主还是经纪人（工作号码、中转号码不在此列），截图应先遮盖。',
  'Check whether the number belongs to the owner or the agent (work and relay numbers are left out), and mask it in pictures.',
);
/** Words that a number is of the trade. */
const TRADE = /经纪|中介|顾问|客服|门店|agent|broker|relay|中转|虚拟/i;

/** Listing pages hide the owner's phone number. */
export const e04: Rule = {
  requirement: 'E04',
  kinds: SCREENS,
  needs: ['display', 'response-data', 'function-reached'],
  judge(facts, context) {
    const shown = shownInFull(facts, ['phone']);
    const owners = shown.filter((fact) => !TRADE.test(`${fact.label} ${fact.detail.sample}`));
    if (owners.length > 0) {
      const where = seenIn(owners, context);
      const count = owners.reduce((sum, { detail }) => sum + detail.count, 0);
      return fail(
        text(
          `${where.zh}，房源页面在业主等个人称谓旁完整显示了手机号（不同的共 ${count} 个）；客服、经纪人的工作号码没有计入。`,
          `${where.en}, listing pages show phone numbers in full beside words for an owner or person (${count} distinct); work numbers of agents were not counted.`,
        ),
        owners,
        OFFICER,
      );
    }
    const answers = returnedInFull(facts, ['phone']);
    const doubt = [...shown, ...answers];
    if (doubt.length > 0) {
      return cannotTell(
        text(
          '页面或接口中有完整的手机号，属于业主还是经纪人看不出。',
          'The page or an interface carries full phone numbers; whether of the owner or the agent cannot be seen.',
        ),
        doubt,
        OFFICER,
      );
    }
    const masked = facts.of('display').filter(({ detail, pi }) => detail.masked === 'yes' && pi.includes('phone'));
    if (masked.length > 0) return pass(text('页面上的手机号作了遮盖。', 'Phone numbers on the page are masked.'), masked);
    return notMet(facts, context, text('完整显示的业主手机号', 'phone number of an owner shown in full'));
  },
};
