import { doorOf, type Role, type Verb } from '../rule.ts';
import { rules } from '../rules.data.ts';
import { type Scope, scopes } from '../scopes.data.ts';
import type { SeededRow } from './seed-rows.ts';

/** Who asks in the matrix. */
export interface Asking {
  readonly role: Role;
  readonly actor: string;
  readonly office: string;
  readonly districts: readonly string[];
}

/**
 * What the rules say of one row, reckoned without SQL: the other half of the matrix.
 */
export function expected(asking: Asking, row: SeededRow, verb: Verb, rowsOf: (table: string) => readonly SeededRow[]): boolean {
  const open = rules.filter(
    (rule) => rule.on[row.table]?.includes(verb) && asking.role in rule.who && doorOf(rule, asking.role) === 'console',
  );
  const scope = scopes[row.table] as Scope;
  return open.some((rule) => {
    const reach = rule.who[asking.role];
    if (reach === 'all' || scope.kind === 'shared') return true;
    const sees = (parent: string, key: string): boolean => {
      const [found] = rowsOf(parent).filter((one) => one.values.id === row.values[key]);
      return found !== undefined && expected(asking, found, 'r', rowsOf);
    };
    if (scope.kind === 'of' || scope.kind === 'draft') return sees(scope.parent, scope.key);
    if (scope.kind === 'between')
      return [row.values[scope.from], row.values[scope.to]].includes(asking.office) || sees(scope.parent, scope.key);
    if (scope.kind === 'person') return row.values[scope.actor] === asking.actor;
    return reach === 'office' ? row.office.id === asking.office : reach === 'districts' && asking.districts.includes(row.office.district);
  });
}
