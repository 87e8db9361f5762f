import type { Fact, PolicyDocument } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';

/** Links to a legal text, seen by the visitor. */
export function policyLinks(facts: FactView, document: PolicyDocument = 'privacy-policy'): readonly Fact<'policy-link'>[] {
  return facts.of('policy-link').filter((link) => link.detail.document === document);
}

/** Legal texts read that belong to this shop as far as known. */
export function ownTexts(facts: FactView, document: PolicyDocument = 'privacy-policy'): readonly Fact<'policy-text'>[] {
  return facts.of('policy-text').filter((policy) => policy.detail.document === document && policy.detail.foreign !== 'yes');
}

/** 「不同意，先逛逛」 declines the policy; where it was pressed, what came after shows how far it leads. */
const onlyDeclines = (facts: FactView, choice: Fact<'choice'>): boolean =>
  choice.detail.effect.tried &&
  facts
    .of('prompt')
    .some(({ id, detail }) => detail.role === 'consent' && (id === choice.detail.prompt || detail.choices.includes(choice.id)));

/** A way to use the service without giving in, offered on the page: a guest button or a guest path that was walked. */
export function guestPath(facts: FactView): readonly Fact[] {
  return [
    ...facts
      .of('control')
      .filter(({ detail }) => detail.role === 'guest-path' && detail.found === 'control' && detail.reached !== 'no')
      .filter(({ label }) => !facts.of('choice').some((choice) => choice.label === label && onlyDeclines(facts, choice))),
    ...facts
      .of('choice')
      .filter(
        (choice) =>
          choice.detail.role === 'guest' &&
          choice.detail.weight !== 'hidden' &&
          choice.detail.effect.proceeded !== 'no' &&
          !onlyDeclines(facts, choice),
      ),
  ];
}

/** Controls with this role offered to the consumer (not only described in a text). */
export function offered(facts: FactView, role: Fact<'control'>['detail']['role']): readonly Fact<'control'>[] {
  return facts.of('control').filter(({ detail }) => detail.role === role && detail.found === 'control' && detail.reached !== 'no');
}
