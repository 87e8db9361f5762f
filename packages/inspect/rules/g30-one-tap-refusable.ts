import type { Fact } from '../facts/fact.ts';
import type { FactView, Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { guestPath } from './shared/exculpation.ts';
import { gatesOf, needWords, reachedWithoutYes } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { needVerdict } from './shared/necessary.ts';
import { choicesOf, isReadable, promptsOf, waysOut } from './shared/prompts.ts';
import { quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请在微信等真实环境中点“不允许”或关闭一键登录，看能否继续点餐、缴费；平台自身的授权弹窗与经营者的要求要分开看。',
  'In the real surroundings (WeChat or the like) press "do not allow" or close the one-tap log-in and see whether ordering or paying goes on; keep the platform’s own sheet apart from the operator’s demand.',
);

/** A log-in layer over the page, readable, without any way past it. */
const caged = (facts: FactView, prompt: Fact<'prompt'>): boolean =>
  isReadable(prompt) &&
  prompt.detail.blocking &&
  choicesOf(facts, prompt).length > 0 &&
  // A button to refuse that was pressed and changed nothing is no way out.
  waysOut(facts, prompt).every(({ detail }) => detail.effect.tried && detail.effect.closed === 'no') &&
  !choicesOf(facts, prompt).some(({ detail }) => detail.role === 'other');

const TAP_WORDS = /一键|授权|微信|支付宝|本机号码|快捷登录|允许|头像|昵称|one.?tap|authori[sz]e|allow/i;

/** A form to type into is another matter (G21): this row is about handing over a number or a profile with one tap. */
const oneTap = (facts: FactView, fact: Fact<'gate'> | Fact<'prompt'>): boolean =>
  TAP_WORDS.test(
    fact.type === 'gate'
      ? fact.detail.how
      : `${fact.detail.text} ${choicesOf(facts, fact)
          .map(({ label }) => label)
          .join(' ')}`,
  ) ||
  facts.of('field').some(({ detail }) => detail.control === 'one-tap') ||
  !facts.of('field').some(({ pi, detail }) => pi.includes('phone') && detail.stage !== 'read');

/** The number is handed over by a tap or not at all: nothing to type it into was met. */
function byTapOnly(facts: FactView): boolean {
  const asks = facts.of('field').filter(({ pi, detail }) => detail.stage !== 'read' && (pi.includes('phone') || pi.includes('account')));
  return asks.length > 0 && asks.every(({ detail }) => detail.control === 'one-tap');
}

/** Joining by handing over number, nickname or picture with one tap. */
const JOINS_BY_TAP = /授权[^。\n]{0,8}(手机|昵称|头像)/;

const needOf = (fact: Fact<'gate'> | Fact<'prompt'>): 'login' | 'phone' | 'profile' => {
  const need = fact.type === 'gate' ? fact.detail.needs : fact.detail.role;
  if (need === 'membership')
    return /授权[^。\n]{0,8}手机/.test(fact.type === 'gate' ? fact.detail.how : fact.detail.text) ? 'phone' : 'profile';
  return need === 'phone' || need === 'profile' ? need : 'login';
};

/** One-tap log-in for number, nickname or picture can be declined and the order still goes through. */
export const g30: Rule = {
  requirement: 'G30',
  kinds: SCREENS,
  needs: ['gate', 'prompt', 'choice', 'control', 'function-reached', 'limit'],
  judge(facts, context) {
    // A gate of joining may come from another sentence ("who orders becomes a member"): what the tap does with a no, its layer shows.
    const gates = gatesOf(facts, 'phone', 'profile', 'login').filter((gate) => oneTap(facts, gate));
    const prompts = [
      ...promptsOf(facts, 'phone', 'profile', 'login').filter((prompt) => oneTap(facts, prompt)),
      ...promptsOf(facts, 'membership').filter(({ detail }) => JOINS_BY_TAP.test(detail.text)),
    ];
    const seen: readonly (Fact<'gate'> | Fact<'prompt'>)[] = [...gates, ...prompts];
    const passed = reachedWithoutYes(facts);
    const guest = guestPath(facts);
    const locked = [...gates.filter(({ detail }) => detail.refusable === 'no'), ...prompts.filter((prompt) => caged(facts, prompt))];
    const forced = locked.filter((fact) => {
      const verdict = needVerdict(needOf(fact), context);
      // The row is about the layer: one tap must be refusable wherever the lists do not call for the data.
      const layer = fact.type === 'prompt' && (needOf(fact) !== 'login' || byTapOnly(facts)) && context.scene !== null;
      return verdict === 'unneeded' || (layer && verdict !== 'needed');
    });
    const first = forced[0];
    if (first && !passed && guest.length === 0) {
      const where = seenIn(forced, context);
      const need = needWords(needOf(first));
      const how = quote(first.label);
      return fail(
        text(
          `${where.zh}，${need.zh}（${how.zh}）没有拒绝或跳过的途径，基本功能因此走不到；本场景清单没有把它列为必需。`,
          `${where.en}, ${need.en} (${how.en}) cannot be refused or skipped, so the basic function is out of reach; the list of this scene does not call for it.`,
        ),
        forced,
        OFFICER,
      );
    }
    if (seen.length > 0 && passed)
      return pass(
        text(
          '出现登录、手机号或头像昵称授权，未给予时仍走到了基本功能。',
          'Log-in, number or profile was asked for, and the basic function was reached without giving it.',
        ),
        seen,
      );
    if (seen.length > 0) {
      const why =
        guest.length > 0
          ? text('页面另有游客等途径，没有走通', 'the page offers a guest path or the like, which was not walked to the end')
          : locked.length > 0 && locked.every((fact) => needVerdict(needOf(fact), context) === 'needed')
            ? text('不能跳过，但按清单属于本场景所必需', 'it cannot be skipped, but by the lists this scene needs it')
            : locked.length > 0
              ? text('不能跳过，是否为本场景所必需没有定论', 'it cannot be skipped, and whether this scene needs it is not settled')
              : text('拒绝后能否继续没有走通', 'whether use goes on after declining was not settled');
      return cannotTell(
        text(`出现登录、手机号或头像昵称授权：${why.zh}。`, `Log-in, number or profile is asked for: ${why.en}.`),
        [...seen, ...guest],
        OFFICER,
      );
    }
    return notMet(facts, context, text('不能拒绝的一键登录或手机号授权', 'one-tap log-in or number request that cannot be declined'), {
      stops: ['phone', 'profile', 'login'],
    });
  },
};
