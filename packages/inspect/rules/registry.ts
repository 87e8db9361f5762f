import { g01 } from './g01-policy-exists.ts';
import { g03 } from './g03-policy-within-four-taps.ts';
import { g04 } from './g04-policy-legible.ts';
import { g05 } from './g05-policy-contents.ts';
import { g10 } from './g10-nothing-before-consent.ts';
import { g11 } from './g11-after-refusal.ts';
import { g13 } from './g13-no-pre-ticked-consent.ts';
import { g14 } from './g14-real-refusal.ts';
import { g16 } from './g16-non-personalised-option.ts';
import { g17 } from './g17-no-deceit.ts';
import { g18 } from './g18-withdrawal.ts';
import { g27 } from './g27-no-forced-follow.ts';
import { g28 } from './g28-service-code-apart.ts';
import type { JudgeContext, Rule } from './rule.ts';

/** Every rule, in row order. */
export const RULES: readonly Rule[] = [g01, g03, g04, g05, g10, g11, g13, g14, g16, g17, g18, g27, g28];

/** Rules that apply to what was inspected: common rows always, a scene row only for its scene and channel. */
export function rulesFor(context: JudgeContext): readonly Rule[] {
  return RULES.filter((rule) => rule.kinds.includes(context.kind));
}
