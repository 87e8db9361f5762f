export { append, type AuditDetail, type AuditEntry } from './append.ts';
export type { ChainFault } from './chain.ts';
export type { RootFault, RootGap } from './check-roots.ts';
export { checkTrail } from './check-trail.ts';
export { type NamedRow, nameRows } from './name-rows.ts';
export { type Authority, type Stamped, stampRoot } from './stamp-root.ts';
export { type AuditVerdict, verifyAudit } from './verify-audit.ts';
