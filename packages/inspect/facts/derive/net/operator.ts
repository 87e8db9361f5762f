import type { Fact } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import { operatorFacts } from '../../../party/operator.ts';
import type { PartyHome } from '../../../party/party.ts';
import { siteOf } from '../../../party/site.ts';
import { evidenceAt, looksOf, type VisitInput } from '../visit/visit.ts';

/**
 * Who runs the touchpoint: filing, police record, licence, copyright and the policy's controller as read on the pages and in the legal
 * texts, each once, and at the least the host itself. A name on a page is what the page says of itself, not yet proof.
 */
export function deriveOperator(visit: VisitInput, url: string): Fact<'operator'>[] {
  const read = (['page', 'read'] as const).flatMap((stage) =>
    looksOf(visit, stage).flatMap((look) =>
      operatorFacts(look.reading.text, stage === 'read' ? 'policy' : 'page', (span) => [{ ...evidenceAt(look, 0), span }]),
    ),
  );
  const site = siteOf(url);
  const host = site
    ? [
        makeFact('operator', {
          phase: 'static',
          pi: [],
          party: null,
          label: site.id,
          detail: { basis: 'host', number: null },
          evidence: [],
          stable: ['host'],
        }),
      ]
    : [];
  const seen = new Set<string>();
  return [...read, ...host].filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** What the records say, in the form the party model takes. */
export function operatorHints(facts: readonly Fact<'operator'>[]): NonNullable<PartyHome['operatorHints']> {
  const named = facts.filter(
    ({ detail }) => detail.basis === 'copyright' || detail.basis === 'policy-controller' || detail.basis === 'payee',
  );
  return { companies: [...new Set(named.map(({ label }) => label))] };
}
