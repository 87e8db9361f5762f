import type { Fact, Phase, Stage } from '../../fact.ts';
import { deriveControls } from './controls.ts';
import { deriveDisplays } from './displays.ts';
import { deriveFields } from './fields.ts';
import { deriveGates } from './gates.ts';
import { deriveLandings } from './landing.ts';
import { deriveNativePrompts } from './native-dialogs.ts';
import { derivePolicyLinks } from './policy-links.ts';
import { derivePrompts } from './prompts.ts';
import { deriveTicks } from './ticks.ts';
import { deriveFunctions, deriveWalkLimits } from './walk.ts';
import type { VisitInput } from './visit.ts';

/** Every fact that the looks at the page carry. Pure: same ledgers and surfaces, same facts in the same order. */
export function deriveVisitFacts(input: VisitInput): Fact[] {
  return [
    ...inOrder(deriveLandings(input)),
    ...inOrder([...derivePrompts(input), ...deriveNativePrompts(input)]),
    ...inOrder(deriveTicks(input)),
    ...inOrder(deriveFields(input)),
    ...inOrder(derivePolicyLinks(input)),
    ...inOrder(deriveGates(input)),
    ...deriveFunctions(input),
    ...inOrder(deriveControls(input)),
    ...inOrder(deriveDisplays(input)),
    ...deriveWalkLimits(input),
  ];
}

const PHASES: readonly Phase[] = ['before-choice', 'no-choice', 'after-refuse', 'after-accept', 'static'];
const STAGES: readonly Stage[] = ['arrive', 'choice', 'use', 'leave', 'read'];

/** Which of two things an arm meets first may be chance (a layer that comes by the clock); the order of facts must not be. */
function inOrder(facts: readonly Fact[]): Fact[] {
  const rank = (fact: Fact): number =>
    PHASES.indexOf(fact.phase) * STAGES.length + ('stage' in fact.detail ? STAGES.indexOf(fact.detail.stage) : 0);
  return facts.toSorted((a, b) => rank(a) - rank(b) || (a.label < b.label ? -1 : a.label > b.label ? 1 : a.id < b.id ? -1 : 1));
}
