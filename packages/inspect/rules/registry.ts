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
