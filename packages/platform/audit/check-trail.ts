import type { Db } from '../store/connect.ts';
import { workerContext } from '../store/context.ts';
import { within } from '../store/within.ts';
import { append } from './append.ts';
import { type AuditVerdict, verifyAudit } from './verify-audit.ts';

/** Verifies the trail and keeps that it was verified and with what outcome, in the trail itself. */
export async function checkTrail(db: Db, trustAnchors: readonly string[]): Promise<AuditVerdict> {
  const verdict = await verifyAudit(db, trustAnchors);
  const { ok, entries, roots, stamped, gaps, faults } = verdict;
  const detail = { ok, entries, roots, stamped, gaps: gaps.length, faults: faults.length };
  await within(db, workerContext, (tx) => append(tx, [{ act: 'audit.verify', kind: 'audit', subject: 'trail', detail }]));
  return verdict;
}
