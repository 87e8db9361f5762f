import type { Fact, FactType } from '../facts/fact.ts';
import type { FactView } from './rule.ts';

/** Read access to a list of facts; the lists by type are made once and kept. */
export function viewOf(facts: readonly Fact[]): FactView {
  const byType = new Map<FactType, Fact[]>();
  const byId = new Map<string, Fact>();
  for (const fact of facts) {
    byId.set(fact.id, fact);
    const list = byType.get(fact.type);
    if (list) list.push(fact);
    else byType.set(fact.type, [fact]);
  }
  return {
    all: facts,
    of: <T extends FactType>(type: T) => (byType.get(type) ?? []) as unknown as readonly Fact<T>[],
    byId: (id) => byId.get(id),
  };
}
