import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { gatesOf, needWords, reachedWithoutYes } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { isReadable, promptsOf, worked, waysOut } from './shared/prompts.ts';
import { quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请与旧版本或经营者的功能说明对照，确认所附加的功能是什么、不同意时原有功能能否继续使用。',
  'Compare with an earlier version or the operator’s own description: what the added function is, and whether the former ones still work when it is declined.',
);

const NEW = /新增|新功能|新版|升级|新服务|附加功能|增值|扩展功能/;
const OLD =
  /(不同意|不接受|拒绝|不开通|不授权|不使用|未开通)[^。；！\n]{0,20}(无法|不能|不可|停止|终止|关闭)[^。；！\n]{0,10}(原有|原来|现有|已有|其他|其它|继续使用|全部|所有)/;
const NO_EFFECT = /不影响|仍可|照常|自愿/;

const tiesOldToNew = (words: string): boolean => NEW.test(words) && OLD.test(words) && !NO_EFFECT.test(words);

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
    const told = facts
      .of('prompt')
      .filter((prompt) => prompt.detail.stage !== 'read' && isReadable(prompt) && tiesOldToNew(prompt.detail.text));
    if (told[0]) {
      const where = seenIn(told, context);
      const words = quote(told[0].detail.text, 60);
      return fail(
        text(
          `${where.zh}，弹窗写明不同意新功能就不能继续使用原有功能：${words.zh}。`,
          `${where.en}, a dialog says that whoever declines the new function cannot go on using the former ones: ${words.en}.`,
        ),
        told,
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
