export { type Asker, may, ruleOf, type Subject } from './may.ts';
export { OFFICER_ROLES, type OfficerRole, type Reach, type Role, type Rule, SYSTEM_ROLES, type SystemRole } from './rule.ts';
export { rules } from './rules.data.ts';
export { type PermissionLine, reachTexts, roleTexts, whoMayDoWhat } from './who-may.ts';
