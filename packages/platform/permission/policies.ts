import { type Door, doorOf, type Reach, type Role, type Rule, type Verb } from './rule.ts';
import { rules } from './rules.data.ts';
import { type Scope, scopes } from './scopes.data.ts';

const COMMANDS: Readonly<Record<Verb, string>> = { r: 'select', c: 'insert', u: 'update', d: 'delete' };
const DOORS: readonly Door[] = ['portal', 'console', 'worker', 'vault'];

/** Roles that reach equally far with one verb on one table through one door. */
interface Opening {
  readonly reach: Reach;
  readonly roles: readonly Role[];
}

/** SQL that locks every table and opens it exactly as the rules say. Run again whenever the rules change. */
export function policySql(): string {
  return Object.entries(scopes)
    .map(([table, scope]) => [...lock(table), ...DOORS.flatMap((door) => open(table, scope, door))].join('\n'))
    .join('\n\n');
}

const lock = (table: string): string[] => [
  `alter table ${table} enable row level security;`,
  `alter table ${table} force row level security;`,
  `revoke all on ${table} from public, liangjian_portal, liangjian_console, liangjian_worker, liangjian_vault;`,
  // Who migrates must reach rows to carry them over; nothing that serves people runs under this role.
  `create policy migrate on ${table} to liangjian_migrate using (true) with check (true);`,
];

function open(table: string, scope: Scope, door: Door): string[] {
  return (Object.keys(COMMANDS) as Verb[]).flatMap((verb) => {
    const openings = openingsOf(table, door, verb);
    if (openings.length === 0) return [];
    const each = openings.map(({ reach, roles }) => conjunction(hasRole(roles), withinReach(reach, scope, table))).join('\n    or ');
    const seen = scope.kind === 'placed' ? cleared(each, openings, scope) : each;
    // A hand-over changes the office of a row: what may be touched is measured before the change, who may touch also after it.
    const clause =
      verb === 'c'
        ? `with check (${seen})`
        : verb === 'u'
          ? `using (${seen}) with check (${openings.map(({ roles }) => hasRole(roles)).join(' or ')})`
          : `using (${seen})`;
    return [
      `grant ${COMMANDS[verb]} on ${table} to liangjian_${door};`,
      `create policy ${door}_${COMMANDS[verb]} on ${table} for ${COMMANDS[verb]} to liangjian_${door}\n  ${clause};`,
    ];
  });
}

/** Which roles reach how far, widest rules joined: `{ office: [clerk, inspector], districts: [command] }`. */
export function openingsOf(table: string, door: Door, verb: Verb, from: readonly Rule[] = rules): Opening[] {
  const byReach = new Map<Reach, Set<Role>>();
  for (const rule of from) {
    if (!rule.on[table]?.includes(verb)) continue;
    for (const [role, reach] of Object.entries(rule.who) as [Role, Reach][]) {
      if (doorOf(rule, role) !== door) continue;
      const roles = byReach.get(reach) ?? new Set<Role>();
      byReach.set(reach, roles.add(role));
    }
  }
  return [...byReach].map(([reach, roles]) => ({ reach, roles: [...roles].toSorted() })).toSorted((a, b) => (a.reach < b.reach ? -1 : 1));
}

// What app.my_roles() and its sisters say, written out: a function would be read and planned anew in every statement. Each setting sits
// in a sub-select of its own, so that it is read once a statement and not once a row.
const setting = (name: string): string => `nullif(current_setting('app.${name}', true), '')`;
const MY_OFFICE = `(select ${setting('office')})`;
const MY_ACTOR = `(select ${setting('actor')})`;
const MY_CLEARANCE = `(select coalesce(${setting('clearance')}, '-1')::smallint)`;
const MY_RECUSED = `(select coalesce(${setting('recused')}, '{}')::uuid[])`;
const MY_RECEIPT = `(select decode(${setting('receipt')}, 'hex'))`;
const MY_DRAFT = `(select decode(${setting('draft')}, 'hex'))`;
const MY_DISTRICTS = `any((select coalesce(${setting('districts')}, '{}')::text[])::text[])`;
const MY_TIPS = 'any((select app.my_tips())::uuid[])';

const hasRole = (roles: readonly Role[]): string =>
  `(select coalesce(${setting('roles')}, '{}')::text[] && '{${roles.join(',')}}'::text[])`;

const conjunction = (...terms: readonly string[]): string => {
  const kept = terms.filter((term) => term !== 'true');
  return `(${kept.join(' and ') || 'true'})`;
};

/** Predicate of a row of `table` for a reach. */
function withinReach(reach: Reach, scope: Scope, table: string): string {
  switch (scope.kind) {
    case 'shared':
      return 'true';
    case 'receipt':
      return reach === 'receipt' ? `${scope.lookup} = ${MY_RECEIPT}` : 'true';
    case 'person':
      return reach === 'all' ? 'true' : `${scope.actor} = ${scope.officer ? '(select app.my_officer())' : MY_ACTOR}`;
    case 'draft':
      if (reach === 'all') return 'true';
      if (reach !== 'receipt') return seesParent(table, scope.parent, scope.key);
      return `(${scope.draft} = ${MY_DRAFT} or ${scope.key} = ${MY_TIPS})`;
    case 'office':
      if (reach === 'all') return 'true';
      return reach === 'office' ? `${scope.office} = ${MY_OFFICE}` : `app.district_of(${scope.office}) = ${MY_DISTRICTS}`;
    case 'of':
      if (reach === 'all') return 'true';
      if (reach === 'receipt') return `${scope.key} = ${MY_TIPS}`;
      return seesParent(table, scope.parent, scope.key);
    case 'between':
      if (reach === 'all') return 'true';
      return `(${MY_OFFICE} in (${scope.from}, ${scope.to}) or ${seesParent(table, scope.parent, scope.key)})`;
    case 'placed':
      return placed(reach, scope);
  }
}

const seesParent = (table: string, parent: string, key: string): string =>
  `exists (select from ${parent} parent where parent.id = ${table}.${key})`;

function placed(reach: Reach, scope: Scope & { readonly kind: 'placed' }): string {
  if (reach === 'all') return 'true';
  if (reach === 'receipt') return `id = ${MY_TIPS}`;
  return reach === 'office' ? `${scope.office} = ${MY_OFFICE}` : `${scope.district} = ${MY_DISTRICTS}`;
}

/**
 * Adds what holds for every officer: clearance, and no recusal. The planner guesses that almost no row passes such conditions and then
 * sorts a whole office for fifty rows; within coalesce it guesses half, walks the index in the order asked for and stops. A list
 * therefore names its office or district itself.
 */
function cleared(near: string, openings: readonly Opening[], { clearance, recusal }: Scope & { readonly kind: 'placed' }): string {
  if (openings.some(({ reach }) => reach === 'all' || reach === 'receipt')) return near;
  const conditions = [
    ...(clearance ? [`${clearance} <= ${MY_CLEARANCE}`] : []),
    ...(recusal ? [`(array[${recusal.join(', ')}] && ${MY_RECUSED}) is not true`] : []),
  ];
  return `coalesce(${conjunction(`(${near})`, ...conditions)}, false)`;
}
