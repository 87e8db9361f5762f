import type { Fact } from '../facts/fact.ts';
import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { SCREENS } from './shared/kinds.ts';
import { categoryWords } from './shared/pi-words.ts';
import { shownInFull } from './shared/shown.ts';
import { distinct, list, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请核对页面上的号码属于谁、在该处是否需要完整显示；截图留证时应先遮盖他人信息。',
  'Check whose the numbers on the page are and whether the full value is needed there; mask the data of others before a picture is kept.',
);

/** Personal information on view is masked where the full value is not needed. */
export const g39: Rule = {
  requirement: 'G39',
  kinds: SCREENS,
  needs: ['display', 'function-reached'],
  judge(facts, context) {
    const displays = facts.of('display').filter(({ detail }) => detail.stage !== 'read');
    const open = shownInFull(facts);
    const words = (of: readonly Fact[]) => list(distinct(of.flatMap((fact) => fact.pi.map(categoryWords))));
    if (open.length > 0) {
      const where = seenIn(open, context);
      const what = words(open);
      const count = open.reduce((sum, { detail }) => sum + detail.count, 0);
      return fail(
        text(
          `${where.zh}，页面完整显示了他人的${what.zh}（不同的共 ${count} 个，样例 ${open[0]?.detail.sample ?? ''}），没有遮盖。`,
          `${where.en}, the page shows ${what.en} of people in full (${count} distinct, for example ${open[0]?.detail.sample ?? ''}), unmasked.`,
        ),
        open,
        OFFICER,
      );
    }
    const doubt = displays.filter(({ detail }) => detail.masked !== 'yes');
    if (doubt.length > 0) {
      const what = words(doubt);
      return cannotTell(
        text(
          `页面显示了${what.zh}，是否属于需要遮盖的他人信息、当时是否需要完整显示须人工判断。`,
          `The page shows ${what.en}; whether it is of others and whether the full value was needed there needs a person.`,
        ),
        doubt,
        OFFICER,
      );
    }
    if (displays.length > 0) {
      return pass(text('页面上显示的个人信息作了遮盖。', 'Personal information on view is masked.'), displays);
    }
    return notMet(
      facts,
      context,
      text('完整显示的他人手机号、证件号码或银行卡号', 'phone, identity or card number of others shown in full'),
    );
  },
};
