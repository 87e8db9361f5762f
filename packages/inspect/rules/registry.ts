import { findScene, requirementsFor } from '@liangjian/law';
import { g01 } from './g01-policy-exists.ts';
import { g02 } from './g02-policy-shown-at-first-run.ts';
import { g03 } from './g03-policy-within-four-taps.ts';
import { g04 } from './g04-policy-legible.ts';
import { g05 } from './g05-policy-contents.ts';
import { g06 } from './g06-lists-of-collection.ts';
import { g08 } from './g08-purpose-told-when-asked.ts';
import { g10 } from './g10-nothing-before-consent.ts';
import { g11 } from './g11-after-refusal.ts';
import { g12 } from './g12-within-declared-scope.ts';
import { g13 } from './g13-no-pre-ticked-consent.ts';
import { g14 } from './g14-real-refusal.ts';
import { g16 } from './g16-non-personalised-option.ts';
import { g17 } from './g17-no-deceit.ts';
import { g18 } from './g18-withdrawal.ts';
import { g20 } from './g20-related-to-function.ts';
import { g21 } from './g21-refusal-does-not-block.ts';
import { g22 } from './g22-new-function-no-condition.ts';
import { g23 } from './g23-frequency.ts';
import { g24 } from './g24-no-vague-ground.ts';
import { g25 } from './g25-no-bundled-consent.ts';
import { g26 } from './g26-third-party-provision.ts';
import { g27 } from './g27-no-forced-follow.ts';
import { g28 } from './g28-service-code-apart.ts';
import { g29 } from './g29-optional-marked.ts';
import { g30 } from './g30-one-tap-refusable.ts';
import { g31 } from './g31-manual-location.ts';
import { g32 } from './g32-correction-deletion-closing.ts';
import { g33 } from './g33-no-unreasonable-conditions.ts';
import { g36 } from './g36-complaint-channel.ts';
import { g37 } from './g37-sensitive-separate-consent.ts';
import { g38 } from './g38-under-fourteen.ts';
import { g39 } from './g39-masked-display.ts';
import { g40 } from './g40-no-clear-text.ts';
import { g54 } from './g54-face-not-the-only-way.ts';
import { g56 } from './g56-ads-close-with-one-tap.ts';
import { a01 } from './a01-dine-in-nothing-personal.ts';
import { a02 } from './a02-no-phone-at-checkout.ts';
import { a03 } from './a03-no-location-condition.ts';
import { a04 } from './a04-no-repeated-pop-ups.ts';
import { a05 } from './a05-no-follow-before-menu.ts';
import { a06 } from './a06-no-silent-membership.ts';
import { a07 } from './a07-pick-up-code-only.ts';
import { a08 } from './a08-delivery-list.ts';
import { b01 } from './b01-code-opens-payment.ts';
import { b02 } from './b02-plate-and-pay.ts';
import { b03 } from './b03-discount-codes.ts';
import { b04 } from './b04-no-unrelated-policies.ts';
import { b05 } from './b05-policy-on-payment-page.ts';
import { c01 } from './c01-nothing-of-the-child-before-enrolment.ts';
import { c02 } from './c02-four-items-at-enrolment.ts';
import { c03 } from './c03-guardian-and-rules.ts';
import { d01 } from './d01-basic-set-for-loans.ts';
import { d02 } from './d02-no-contacts-for-a-loan.ts';
import { d03 } from './d03-credit-inquiry-apart.ts';
import { d04 } from './d04-named-lenders.ts';
import { d05 } from './d05-face-for-a-loan.ts';
import { d09 } from './d09-browse-without-login.ts';
import { e04 } from './e04-owner-phone-hidden.ts';
import { e09 } from './e09-basic-set-for-homes.ts';
import { f01 } from './f01-nothing-before-rental.ts';
import { f03 } from './f03-location-only-to-find.ts';
import { f04 } from './f04-close-the-account-oneself.ts';
import { f05 } from './f05-list-and-summary-shown.ts';
import { f07 } from './f07-ads-in-the-rental-flow.ts';
import { h01 } from './h01-checkout-for-everybody.ts';
import { h02 } from './h02-first-run-notice.ts';
import { h03 } from './h03-one-tap-refusable.ts';
import { i01 } from './i01-price-without-name.ts';
import { i04 } from './i04-sensitive-data-of-buyers.ts';
import type { JudgeContext, Rule } from './rule.ts';

/** Every rule, in row order: common rows, then scene rows. */
export const RULES: readonly Rule[] = [
  g01,
  g02,
  g03,
  g04,
  g05,
  g06,
  g08,
  g10,
  g11,
  g12,
  g13,
  g14,
  g16,
  g17,
  g18,
  g20,
  g21,
  g22,
  g23,
  g24,
  g25,
  g26,
  g27,
  g28,
  g29,
  g30,
  g31,
  g32,
  g33,
  g36,
  g37,
  g38,
  g39,
  g40,
  g54,
  g56,
  a01,
  a02,
  a03,
  a04,
  a05,
  a06,
  a07,
  a08,
  b01,
  b02,
  b03,
  b04,
  b05,
  c01,
  c02,
  c03,
  d01,
  d02,
  d03,
  d04,
  d05,
  d09,
  e04,
  e09,
  f01,
  f03,
  f04,
  f05,
  f07,
  h01,
  h02,
  h03,
  i01,
  i04,
];

/**
 * Rules that apply to what was inspected, in row order: common rows always, a scene row only for its scene and channel.
 * An unknown channel keeps the rows of every channel; such a rule must answer cannot-tell where the channel decides.
 */
export function rulesFor(context: JudgeContext): readonly Rule[] {
  const scene = context.scene !== null && findScene(context.scene) ? context.scene : null;
  const owed = new Set(requirementsFor(scene, context.channel).map((row) => row.id));
  return RULES.filter((rule) => owed.has(rule.requirement) && rule.kinds.includes(context.kind));
}
