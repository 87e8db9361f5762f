import type { Rule } from './rule.ts';
import { judgeBeyondList } from './shared/beyond-list.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';

/** Picking up needs what hands the order over; a phone number is optional. */
export const a07: Rule = {
  requirement: 'A07',
  kinds: SCREENS,
  needs: ['field', 'function-reached'],
  judge: (facts, context) =>
    judgeBeyondList(facts, context, {
      step: text('到店自取', 'picking up in the shop'),
      doubt: context.channel === 'pick-up' ? null : text('不知道是不是到店自取', 'whether this is picking up in the shop is not known'),
      officer: text(
        '请选择自取并下单，查看不填手机号能否凭取餐码取餐；自取所需字段为本工具推定，须人工判断。',
        'Choose pick-up and order, and see whether the order can be collected by code without a phone number; the list for pick-up is our own inference and needs a person.',
      ),
    }),
};
