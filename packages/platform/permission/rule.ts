import type { Text } from '@liangjian/law';

/** Functions an officer may hold, and the parts of the system that act by themselves. */
export const OFFICER_ROLES = [
  'clerk',
  'inspector',
  'reviewer',
  'unit-head',
  'department-head',
  'command',
  'custodian',
  'auditor',
  'administrator',
] as const;
export const SYSTEM_ROLES = ['portal', 'worker', 'log-in'] as const;
export type OfficerRole = (typeof OFFICER_ROLES)[number];
export type SystemRole = (typeof SYSTEM_ROLES)[number];
export type Role = OfficerRole | SystemRole;

/** Role of the database under which a rule is used. */
export type Door = 'portal' | 'console' | 'worker' | 'vault';

/**
 * How far a permission reaches: the own office; every office of the officer's districts; all of the city; what is one's own;
 * what belongs to the receipt that was shown.
 */
export type Reach = 'office' | 'districts' | 'all' | 'own' | 'receipt';

/** What may be done with a row: read, create, update, delete. */
export type Verb = 'r' | 'c' | 'u' | 'd';

/** One line of "who may do what". */
export interface Rule {
  readonly id: string;
  readonly title: Text;
  /** Who has it, and how far it reaches for each. */
  readonly who: Readonly<Partial<Record<Role, Reach>>>;
  /** Rows it opens: table → verbs, for example `{ 'app.tip': 'ru' }`. Empty when it opens no rows of its own. */
  readonly on: Readonly<Record<string, string>>;
  /** Default: the door of the role (officers: console). */
  readonly door?: Door;
  /** The officer must have confirmed who they are within the last minutes. */
  readonly stepUp?: boolean;
}

/** The door a role comes through when the rule does not name one. */
export const doorOf = (rule: Rule, role: Role): Door =>
  rule.door ?? (role === 'portal' ? 'portal' : role === 'worker' ? 'worker' : 'console');
