import type { FactView, Rule } from './rule.ts';
import type { Fact } from '../facts/fact.ts';
import { type Demand, demanded, judgeDemand } from './shared/demand.ts';
import { isSideForm } from './shared/fields.ts';
import { isScene } from './shared/necessary.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';
import { pass } from './verdict.ts';

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

/** A number to call, in the form that also asks where to deliver. */
const isForDelivery = (facts: FactView, field: Fact<'field'>): boolean =>
  !field.pi.includes('biometric') &&
  !isSideForm(field) &&
  field.detail.control !== 'one-tap' &&
  facts
    .of('field')
    .some(({ pi, detail }) => pi.includes('address') && detail.form === field.detail.form && detail.step === field.detail.step);

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
    const { seen } = demanded(facts, DEMAND);
    if (seen.length > 0 && seen.every((fact) => fact.type === 'field' && isForDelivery(facts, fact))) {
      return pass(
        text(
          '网上下单只要求填写配送所需的联系电话，不以入会、登录或刷脸为条件。',
          'Ordering online asks for the phone number that delivery needs, and for no membership, log-in or face.',
        ),
        seen,
        DEMAND.officer,
      );
    }
    return judgeDemand(facts, context, {
      ...DEMAND,
      doubt: text('网上购物配送需要联系电话', 'online shopping needs a number for delivery'),
    });
  },
};
