import type { Reach, Role, Rule } from './rule.ts';
import { rules } from './rules.data.ts';

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of a permission. Throws a RangeError for a name that is not in the table, so that a typing error never permits. */
export function ruleOf(permission: string): Rule {
  const rule = byId.get(permission);
  if (!rule) throw new RangeError(`no permission ${permission}`);
  return rule;
}

/** Who asks: as much of a context as a check needs. */
export interface Asker {
  readonly actor: string;
  readonly roles: readonly string[];
  readonly office?: string;
  readonly districts?: readonly string[];
  readonly clearance?: number;
  readonly recused?: readonly string[];
}

/** What is asked about; leave out what does not apply. */
export interface Subject {
  readonly office?: string;
  readonly district?: string;
  readonly owner?: string;
  readonly clearance?: number;
  /** Ids a recusal may name: the tip, its operator. */
  readonly ids?: readonly string[];
}

/**
 * Whether this person may, and about this subject: the same answer the database gives by its policies.
 * Without a subject: whether there is anything at all they could use the permission on.
 */
export function may(asker: Asker, permission: string, subject?: Subject): boolean {
  const { who } = ruleOf(permission);
  const reaches = asker.roles.flatMap((role) => who[role as Role] ?? []);
  if (!subject) return reaches.length > 0;
  if ((subject.clearance ?? 0) > (asker.clearance ?? 0) && subject.clearance !== undefined) return false;
  if (subject.ids?.some((id) => asker.recused?.includes(id))) return false;
  return reaches.some((reach) => reachesTo(reach, asker, subject));
}

function reachesTo(reach: Reach, asker: Asker, subject: Subject): boolean {
  if (reach === 'all') return true;
  if (reach === 'office') return asker.office !== undefined && subject.office === asker.office;
  if (reach === 'districts') return subject.district !== undefined && (asker.districts ?? []).includes(subject.district);
  return reach === 'own' && subject.owner === asker.actor;
}
