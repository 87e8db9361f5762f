import { type PolicyElement, policyElements } from '@liangjian/law';
import type { ClauseVerdict, Fact, PolicyDocument } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';

/** Texts that may carry an element beside the policy itself. */
const SIBLINGS: readonly PolicyDocument[] = [
  'privacy-policy',
  'collection-list',
  'sharing-list',
  'sdk-list',
  'children-rule',
  'third-party-policy',
];

/** Best first: what one text says clearly is not undone by another that leaves it out. */
const ORDER: readonly ClauseVerdict[] = ['present', 'contradicts', 'by-link', 'unreadable', 'empty', 'absent'];

/** Clauses of the shop's rules on this element, over the policy and the lists that belong to it. */
const DENIES =
  /(没有|未|不|从未)(曾|会)?(接入|使用|嵌入|集成|引入)[^。；，]{0,10}(第三方|sdk)|(不|没有|未)(会)?向(任何)?(第三方|他人|其他(公司|机构))[^。；，]{0,10}(提供|共享|转让|披露|公开)/i;

/** The rules say that nobody else gets anything and no code of others is built in. */
export const deniesReceivers = (facts: FactView): boolean =>
  clausesOf(facts, 'recipients-list', 'sdk-list').some((clause) =>
    [clause.label, ...clause.evidence.flatMap(({ span }) => (span ? [span.quote] : []))].some((words) => DENIES.test(words)),
  );

export const clausesOf = (facts: FactView, ...elements: readonly string[]): readonly Fact<'policy-clause'>[] =>
  facts.of('policy-clause').filter(({ detail }) => elements.includes(detail.element) && SIBLINGS.includes(detail.document));

/**
 * What the shop's rules as a whole say about an element; null when no reading exists.
 * `contradicts` anywhere wins over `present`: an officer must look.
 */
export function elementVerdict(facts: FactView, ...elements: readonly string[]): ClauseVerdict | null {
  const verdicts = clausesOf(facts, ...elements).map((clause) => clause.detail.verdict);
  if (verdicts.includes('contradicts')) return 'contradicts';
  return ORDER.find((verdict) => verdicts.includes(verdict)) ?? null;
}

/** Read and not found, or only a heading or an empty promise. */
export const isMissing = (verdict: ClauseVerdict | null): boolean => verdict === 'absent' || verdict === 'empty';

export const isThere = (verdict: ClauseVerdict | null): boolean => verdict === 'present';

/** All words the rules name as recipients, code kits or partners. */
export function namedRecipients(facts: FactView): readonly string[] {
  return facts
    .of('policy-clause')
    .filter(
      ({ detail }) =>
        /recipients|sdk|share|entrusted/.test(`${detail.element} ${detail.topic}`) || /sharing-list|sdk-list/.test(detail.document),
    )
    .flatMap(({ detail }) => Object.values(detail.slots).flat())
    .filter((name) => name.length >= 2);
}

/** Elements every policy owes under G05, with their labels; the law package keeps the list. */
export const OWED_ELEMENTS: readonly PolicyElement[] = policyElements.filter(
  ({ requirement, when }) => requirement === 'G05' && when === 'always',
);
