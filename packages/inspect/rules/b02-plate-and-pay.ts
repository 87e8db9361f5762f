import type { Rule } from './rule.ts';
import { judgeDemand } from './shared/demand.ts';
import { walksOf } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';
import { cannotTell, pass } from './verdict.ts';

/** One press beyond "plate, pay" is left for opening the page itself. */
const STEPS = 3;
const OFFICER = text(
  '请用执法人员自有车辆的车牌走完缴费（付款前停住），记录步数和每一次提示。',
  'With the plate of a car of the team walk through to just before the payment, and record the steps and every prompt.',
);

/** Paying for parking is plate and payment: no registration, log-in, following or phone number. */
export const b02: Rule = {
  requirement: 'B02',
  kinds: SCREENS,
  needs: ['gate', 'prompt', 'choice', 'field', 'control', 'function-reached'],
  judge(facts, context) {
    const verdict = judgeDemand(facts, context, {
      needs: ['login', 'phone', 'membership', 'follow', 'profile'],
      categories: ['phone', 'name', 'nickname-avatar', 'id-number', 'birth-date', 'sex', 'address'],
      step: text('停车缴费', 'paying for parking'),
      what: text('注册、登录、关注或手机号等信息', 'registering, logging in, following, or a phone number and the like'),
      officer: OFFICER,
    });
    if (verdict.outcome !== 'pass') return verdict;
    const reached = walksOf(facts).filter(({ detail }) => detail.reached === 'yes');
    const steps = Math.min(...reached.map(({ detail }) => detail.steps));
    if (reached.length === 0) return verdict;
    return steps > STEPS
      ? cannotTell(
          text(
            `未被要求注册、登录或关注，但走到付款用了 ${steps} 步，是否符合“输入车牌、付款”两步须人工判断。`,
            `No registering, logging in or following was demanded, but it took ${steps} steps to the payment; whether that is the two steps "plate, pay" needs a person.`,
          ),
          reached,
          OFFICER,
        )
      : pass(
          text(
            `输入车牌后 ${steps} 步走到付款，无须注册、登录、关注或提供手机号。`,
            `${steps} step(s) led to the payment without registering, logging in, following or a phone number.`,
          ),
          reached,
        );
  },
};
