import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { judgeBeyondList } from './shared/beyond-list.ts';
import { piFields } from './shared/fields.ts';
import { SCREENS } from './shared/kinds.ts';
import { necessity } from './shared/necessary.ts';
import { text } from './shared/text.ts';

const OFFICER = text(
  '请拍摄优惠码、会员码的说明文字，扫码后列出所收集的字段，核对有无标明用途。',
  'Photograph the captions of discount and member codes, scan them, list the fields collected, and see whether the purpose is named.',
);
const DISCOUNT = /优惠|积分|抵扣|减免|停车券|discount|points|voucher/i;

/** Codes for discounts and points say what they are for and take only what that needs. */
export const b03: Rule = {
  requirement: 'B03',
  kinds: SCREENS,
  needs: ['field', 'function-reached'],
  judge(facts, context) {
    if (!piFields(facts).some(({ detail }) => DISCOUNT.test(detail.form))) {
      // The entry inspected is no such code; others on site are told to the officer.
      const verdict = notMet(facts, context, text('停车优惠或积分的表单', 'form for parking discounts or points'));
      return { ...verdict, officer: OFFICER };
    }
    return judgeBeyondList(facts, context, {
      step: text('停车优惠、积分', 'parking discounts and points'),
      fields: ({ detail }) => DISCOUNT.test(detail.form),
      need: (_, category) => necessity(category, context, 'discount'),
      officer: OFFICER,
    });
  },
};
