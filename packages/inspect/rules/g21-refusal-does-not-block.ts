import type { Fact, GateNeed } from '../facts/fact.ts';
import type { FactView, JudgeContext, Rule } from './rule.ts';
import { inArm, seenIn } from './shared/arms.ts';
import { piFields, tellingPi } from './shared/fields.ts';
import { guestPath } from './shared/exculpation.ts';
import { gatesOf, needWords, reachedWithoutYes, walksOf } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { stopWords, whyNotSeen } from './shared/looked.ts';
import { necessity, needVerdict } from './shared/necessary.ts';
import { isReadable, promptsOf, refusingEnds, waysOut } from './shared/prompts.ts';
import { quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请在真机上逐项拒绝，确认是否确实无法完成基本功能，并核对被拒绝的内容是否为提供服务所必需（必需的不受此限）。',
  'On a real phone refuse one thing after the other, confirm that the basic function really cannot be finished, and check whether what was refused is needed for the service (then this rule does not apply).',
);

/** Data that hardly any basic function needs, and functions that are added to one. */
const EXTRA = /应用列表|已安装|通话记录|通讯录|短信(记录|内容)|相册|剪贴板|新增|新功能|健康档案|营销|推广|画像|个性化|会员/;
const NO_EXTRA = /不(会)?(收集|读取|获取|需要)[^。；]{0,16}(应用列表|通话记录|通讯录|短信|相册)|不影响|仍可/;

/** Things a consumer may refuse; the rest (payment, robot check, a wall) says nothing about consent. */
const REFUSABLE: readonly string[] = [
  'agreement',
  'login',
  'phone',
  'profile',
  'membership',
  'follow',
  'location',
  'face',
  'identity',
] satisfies GateNeed[];

/** What the refuse arm was stopped by; thrown out by its own refusal counts as the agreement. */
function stopOf(facts: FactView, walk: Fact<'function-reached'>): string | null {
  const { stoppedBy } = walk.detail;
  if (stoppedBy !== 'left-site') return stoppedBy;
  const thrownOut = promptsOf(facts, 'consent').some((prompt) => waysOut(facts, prompt).some(({ detail }) => detail.effect.left === 'yes'));
  return thrownOut ? 'agreement' : stoppedBy;
}

/** Demands nobody can pass without giving in, for something the scene does not need. */
const cages = (facts: FactView, context: JudgeContext): readonly Fact<'gate'>[] =>
  gatesOf(facts).filter(
    ({ detail }) =>
      REFUSABLE.includes(detail.needs) &&
      detail.needs !== 'agreement' &&
      detail.refusable === 'no' &&
      needVerdict(detail.needs, context) === 'unneeded',
  );

/** Every field that must be filled is one the scene needs. */
function needsOnly(facts: FactView, context: JudgeContext): boolean {
  const owed = piFields(facts).filter((field) => field.detail.required === 'yes' && inArm(field, 'refuse'));
  return owed.length > 0 && owed.every((field) => tellingPi(field).every((category) => necessity(category, context) === 'necessary'));
}

/** Refusing what is not needed does not close the basic function. */
export const g21: Rule = {
  requirement: 'G21',
  kinds: SCREENS,
  needs: ['function-reached', 'gate', 'prompt', 'choice', 'control', 'limit'],
  judge(facts, context) {
    const refused = walksOf(facts, 'refuse');
    const blocked = refused.filter(({ detail }) => detail.reached === 'no');
    const accepted = walksOf(facts, 'accept').filter(({ detail }) => detail.reached === 'yes');
    const guest = guestPath(facts);

    const walk = blocked.find((candidate) => REFUSABLE.includes(stopOf(facts, candidate) ?? ''));
    const stop = walk ? (stopOf(facts, walk) as GateNeed) : null;
    if (walk && stop && accepted.length > 0 && guest.length === 0 && needVerdict(stop, context, walk.detail.steps === 0) === 'unneeded') {
      const need = needWords(stop);
      return fail(
        text(
          `同意的访问走到了基本功能；拒绝的访问停在${need.zh}这一步，未能走到。按本场景清单，${need.zh}不是基本功能所必需。`,
          `The visit that agreed reached the basic function; the one that refused stopped at ${need.en} and did not. By the list of this scene ${need.en} is not needed for the basic function.`,
        ),
        [walk, ...accepted, ...gatesOf(facts, stop)],
        OFFICER,
      );
    }
    const extra = promptsOf(facts, 'consent', 'permission', 'profile', 'location', 'membership').filter(
      (prompt) =>
        isReadable(prompt) && refusingEnds(prompt.detail.text) && EXTRA.test(prompt.detail.text) && !NO_EXTRA.test(prompt.detail.text),
    );
    const shut = refused.length > 0 && refused.every(({ detail }) => detail.reached === 'no');
    if (extra[0] && shut && guest.length === 0) {
      const where = seenIn(extra, context);
      const words = quote(extra[0].detail.text, 60);
      return fail(
        text(
          `${where.zh}，弹窗要求基本功能之外的信息，并写明不同意就不能使用：${words.zh}；拒绝的访问确实没有走到基本功能。`,
          `${where.en}, a dialog wants data beyond the basic function and says that refusing ends the use: ${words.en}; the visit that refused did not reach the basic function.`,
        ),
        [...extra, ...refused],
        OFFICER,
      );
    }
    const caged = cages(facts, context);
    const first = caged[0];
    if (first && !reachedWithoutYes(facts) && guest.length === 0) {
      const where = seenIn(caged, context);
      const need = needWords(first.detail.needs);
      return fail(
        text(
          `${where.zh}，使用基本功能之前必须${need.zh}，未见可以拒绝或跳过的途径；按本场景清单这不是基本功能所必需。`,
          `${where.en}, ${need.en} is demanded before the basic function with no way to refuse or skip; by the list of this scene it is not needed.`,
        ),
        caged,
        OFFICER,
      );
    }
    const short = blocked.filter(({ detail }) => detail.stoppedBy === 'fields');
    if (short.length > 0 && short.length === refused.length && needsOnly(facts, context)) {
      return pass(
        text(
          '拒绝之后仍可继续，只差本场景基本功能所必需的填写项。',
          'After refusing, use went on up to the fields that the basic function itself needs.',
        ),
        short,
      );
    }
    if (refused.some(({ detail }) => detail.reached === 'yes')) {
      return pass(text('拒绝之后仍走到了基本功能。', 'After refusing, the basic function was still reached.'), refused);
    }
    const seenAll =
      refused.length > 0 && refused.every(({ detail }) => detail.exhausted === 'yes' && detail.stoppedBy === 'no-way-forward');
    if (seenAll && accepted.length === 0 && caged.length === 0)
      return pass(
        text(
          '拒绝之后，能按的都按过，没有一处被拦住；同意的访问也没有走得更远。',
          'After refusing, everything that may be pressed was pressed and nothing was closed; the visit that agreed came no further.',
        ),
        walksOf(facts),
      );
    if (walk && stop) {
      const words = stopWords(stop);
      const why =
        accepted.length === 0
          ? text('同意的访问也没有走到，不能比较', 'the visit that agreed did not reach it either, so there is nothing to compare')
          : guest.length > 0
            ? text('但页面另有游客等途径', 'but the page offers a guest path or the like')
            : text(
                '被拒绝的内容是否为本场景所必需，清单没有定论',
                'the lists do not settle whether what was refused is needed in this scene',
              );
      return cannotTell(
        text(`拒绝的访问${words.zh}；${why.zh}。`, `The visit that refused ${words.en}; ${why.en}.`),
        [...blocked, ...accepted, ...guest],
        OFFICER,
      );
    }
    if (walksOf(facts).some(({ detail }) => detail.reached === 'yes') && refused.length === 0) {
      const asked = promptsOf(facts, 'consent', 'login', 'phone', 'profile', 'membership', 'follow', 'location');
      if (asked.length === 0)
        return pass(
          text('走到基本功能为止没有可供拒绝的要求。', 'Up to the basic function nothing was asked that could be refused.'),
          walksOf(facts),
        );
    }
    const why = whyNotSeen(facts, context);
    return cannotTell(
      text(`拒绝之后能否使用基本功能没有走通：${why.zh}。`, `Whether the basic function works after refusing was not settled: ${why.en}.`),
      [...blocked, ...caged],
      OFFICER,
    );
  },
};
