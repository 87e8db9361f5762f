import type { Rule } from './rule.ts';
import { judgeBeyondList } from './shared/beyond-list.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';

/** Delivery takes name, address, phone and payment, and nothing beyond. */
export const a08: Rule = {
  requirement: 'A08',
  kinds: SCREENS,
  needs: ['field', 'function-reached'],
  judge: (facts, context) =>
    judgeBeyondList(facts, context, {
      step: text('外卖下单', 'ordering delivery'),
      doubt: context.channel === 'delivery' ? null : text('不知道是不是外卖下单', 'whether this is ordering delivery is not known'),
      officer: text(
        '请核对外卖下单时不填上述各项能否提交，并问明用途；必要信息见餐饮外卖类。',
        'Check whether a delivery order goes through without these and ask what they are for; the necessary data are those of the food-delivery row.',
      ),
    }),
};
