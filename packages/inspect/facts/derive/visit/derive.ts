import type { Fact } from '../../fact.ts';
import { deriveControls } from './controls.ts';
import { deriveDisplays } from './displays.ts';
import { deriveFields } from './fields.ts';
import { deriveGates } from './gates.ts';
import { deriveLandings } from './landing.ts';
import { derivePolicyLinks } from './policy-links.ts';
import { derivePrompts } from './prompts.ts';
import { deriveTicks } from './ticks.ts';
import { deriveFunctions, deriveWalkLimits } from './walk.ts';
import type { VisitInput } from './visit.ts';

/** Every fact that the looks at the page carry. Pure: same ledgers and surfaces, same facts in the same order. */
export function deriveVisitFacts(input: VisitInput): Fact[] {
  return [
    ...deriveLandings(input),
    ...derivePrompts(input),
    ...deriveTicks(input),
    ...deriveFields(input),
    ...derivePolicyLinks(input),
    ...deriveGates(input),
    ...deriveFunctions(input),
    ...deriveControls(input),
    ...deriveDisplays(input),
    ...deriveWalkLimits(input),
  ];
}
