import type { Rule } from './rule.ts';
import { judgeDemand } from './shared/demand.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';
import { pass } from './verdict.ts';

/** Paying in a restaurant does not hang on a phone number. */
export const a02: Rule = {
  requirement: 'A02',
  kinds: SCREENS,
  needs: ['gate', 'prompt', 'choice', 'field', 'control', 'function-reached'],
  judge(facts, context) {
    const verdict = judgeDemand(facts, context, {
      needs: ['phone', 'login'],
      categories: ['phone'],
      step: text('点餐结账', 'ordering and paying'),
      what: text('手机号', 'a phone number'),
      doubt:
        context.channel === 'dine-in' || context.channel === 'pick-up'
          ? null
          : text('不知道是不是外卖，外卖配送需要联系电话', 'whether this is delivery is not known, and delivery needs a number to call'),
      officer: text(
        '请在结账环节拒绝提供手机号，查看能否继续付款；外卖配送需要联系电话，不在此列。',
        'At checkout refuse the phone number and see whether payment goes on; delivery needs a number to call and is left out.',
      ),
    });
    // The list of food delivery has the number, so there the demand breaks nothing.
    return context.channel === 'delivery' && verdict.facts.length > 0 && verdict.outcome === 'cannot-tell'
      ? pass(
          text(
            '页面要求手机号，外卖配送本就需要联系电话，不属于本项所指。',
            'A number is asked for; delivery needs one to call, which this row does not mean.',
          ),
          verdict.facts,
        )
      : verdict;
  },
};
