import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { gatesOf, needWords, reachedWithoutYes } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { promptsOf, worked, waysOut } from './shared/prompts.ts';
import { quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请与旧版本或经营者的功能说明对照，确认所附加的功能是什么、不同意时原有功能能否继续使用。',
  'Compare with an earlier version or the operator’s own description: what the added function is, and whether the former ones still work when it is declined.',
);

/** Data for an added function (membership, promotion) is no condition for the functions that were there. */
export const g22: Rule = {
  requirement: 'G22',
  kinds: SCREENS,
  needs: ['gate', 'prompt', 'choice', 'function-reached'],
  judge(facts, context) {
    const gates = gatesOf(facts, 'membership');
    const locked = gates.filter(({ detail }) => detail.refusable === 'no');
    const passed = reachedWithoutYes(facts);
    if (locked.length > 0 && !passed && context.scene !== null) {
      const where = seenIn(locked, context);
      return fail(
        text(
          `${where.zh}，须先${needWords('membership').zh}才能使用本场景的基本功能；会员属于附加功能。`,
          `${where.en}, ${needWords('membership').en} is the condition for the basic function of this scene; membership is an added function.`,
        ),
        locked,
        OFFICER,
      );
    }
    const prompts = promptsOf(facts, 'membership', 'marketing', 'coupon', 'profile');
    const stuck = prompts.filter(
      (prompt) => prompt.detail.role !== 'coupon' && waysOut(facts, prompt).length > 0 && !waysOut(facts, prompt).some(worked),
    );
    const seen = [...gates, ...prompts];
    if (seen.length > 0 && !passed) {
      const words = quote((stuck[0] ?? seen[0])?.label ?? '');
      return cannotTell(
        text(
          `出现附加功能的索取 ${words.zh}，拒绝后原有功能能否使用没有走通。`,
          `Data is asked for an added function (${words.en}); whether the former functions work after declining was not settled.`,
        ),
        seen,
        OFFICER,
      );
    }
    if (seen.length > 0)
      return pass(
        text(
          '会员、营销等附加功能可以不理会，未影响基本功能。',
          'Membership, promotion and other added functions could be left aside without touching the basic function.',
        ),
        seen,
      );
    return notMet(facts, context, text('以附加功能的个人信息作为使用条件的情形', 'demand for data of an added function as a condition'), {
      stops: ['membership'],
    });
  },
};
