import type { Fact } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';
import { gatesOf } from './gates.ts';
import { choicesOf, waysOut, worked } from './prompts.ts';

/** A button that would hand over PI in one press, in a dialog that went away, and stayed away, when it was refused: nobody has to press it. */
export function couldBeRefused(facts: FactView, field: Fact<'field'>): boolean {
  if (field.detail.control !== 'one-tap') return false;
  if (gatesOf(facts, 'login', 'phone', 'profile').some(({ detail }) => detail.refusable === 'no')) return false;
  return facts
    .of('prompt')
    .some(
      (prompt) =>
        prompt.detail.afterRefusal === 0 &&
        choicesOf(facts, prompt).some(({ label }) => label === field.label) &&
        waysOut(facts, prompt).some(worked),
    );
}
