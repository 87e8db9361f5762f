import type { Rule } from './rule.ts';
import { judgeDemand } from './shared/demand.ts';
import { isScene } from './shared/necessary.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';

/** Checkout works without membership, phone number or face. */
export const h01: Rule = {
  requirement: 'H01',
  kinds: SCREENS,
  needs: ['gate', 'prompt', 'choice', 'field', 'control', 'function-reached'],
  judge: (facts, context) =>
    judgeDemand(facts, context, {
      needs: ['membership', 'phone', 'login', 'face'],
      categories: ['phone', 'biometric'],
      step: text('结账', 'checkout'),
      what: text('入会、手机号或刷脸', 'membership, a phone number or a face'),
      doubt:
        context.channel === 'online' && isScene(context, 'S7')
          ? text('网上购物配送需要联系电话', 'online shopping needs a number for delivery')
          : null,
      officer: text(
        '请以非会员身份在店内完成一次购物，记录结账时的每项要求，核对有无人工收银等其他方式。',
        'Complete one purchase in the shop as a non-member, record everything asked for at checkout, and see whether staff tills or other ways exist.',
      ),
    }),
};
