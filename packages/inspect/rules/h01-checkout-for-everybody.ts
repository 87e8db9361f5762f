import type { Rule } from './rule.ts';
import { type Demand, judgeDemand } from './shared/demand.ts';
import { isScene } from './shared/necessary.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';

const DEMAND: Demand = {
  needs: ['membership', 'phone', 'login', 'face'],
  categories: ['phone', 'biometric'],
  step: text('结账', 'checkout'),
  what: text('入会、手机号或刷脸', 'membership, a phone number or a face'),
  doubt: null,
  officer: text(
    '请以非会员身份在店内完成一次购物，记录结账时的每项要求，核对有无人工收银等其他方式。',
    'Complete one purchase in the shop as a non-member, record everything asked for at checkout, and see whether staff tills or other ways exist.',
  ),
};

/** Checkout works without membership, phone number or face. */
export const h01: Rule = {
  requirement: 'H01',
  kinds: SCREENS,
  needs: ['gate', 'prompt', 'choice', 'field', 'control', 'function-reached'],
  judge(facts, context) {
    const online = context.channel === 'online' && isScene(context, 'S7');
    // Delivery needs somebody to call; it needs no member and no face.
    const beyond = judgeDemand(facts, context, { ...DEMAND, needs: ['membership', 'face'], categories: ['biometric'], doubt: null });
    if (!online || beyond.outcome === 'fail') return online ? beyond : judgeDemand(facts, context, DEMAND);
    return judgeDemand(facts, context, {
      ...DEMAND,
      doubt: text('网上购物配送需要联系电话', 'online shopping needs a number for delivery'),
    });
  },
};
