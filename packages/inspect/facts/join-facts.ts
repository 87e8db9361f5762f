import type { Fact } from './fact.ts';

const PURPOSE = /(用于|以便|为了|便于|方便|推荐附近|查找附近|获取附近|展示附近|so that|in order to)[^。，,;；]{2,40}/;

/**
 * What only several facts together can say: whether a purpose stood beside a device permission, and whether refusing the location
 * left a list to choose from by hand. Duplicates by id are merged, first one kept.
 */
export function joinFacts(facts: readonly Fact[]): Fact[] {
  const manual = facts.some((fact) => fact.type === 'control' && fact.detail.role === 'manual-location');
  const prompts = facts.filter((fact): fact is Fact<'prompt'> => fact.type === 'prompt');
  const seen = new Set<string>();
  return facts.flatMap((fact): Fact[] => {
    if (seen.has(fact.id)) return [];
    seen.add(fact.id);
    if (fact.type !== 'permission') return [fact];
    // A layer that comes up later cannot have told the purpose of what was asked at arrival.
    const explained = prompts.find(
      ({ detail }) =>
        (detail.role === 'location' || detail.role === 'permission') &&
        PURPOSE.test(detail.text) &&
        (detail.stage === 'arrive' || fact.detail.stage !== 'arrive'),
    );
    const purposeText = fact.detail.purposeText ?? (explained ? (PURPOSE.exec(explained.detail.text)?.[0] ?? null) : null);
    const manualAlternative = fact.detail.permission === 'geolocation' && manual ? ('yes' as const) : fact.detail.manualAlternative;
    return [{ ...fact, detail: { ...fact.detail, purposeText, manualAlternative } }];
  });
}
