import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { append } from '../audit/append.ts';
import { portalContext } from '../store/context.ts';
import { within } from '../store/within.ts';
import { requireReceipt } from '../vault/receipt.ts';
import { receiptKey, receiptLookups } from '../vault/receipt-key.ts';
import { tipKeyOfReceipt } from '../vault/seal-tip.ts';
import type { SlowCost, SuiteId } from '../vault/suite.ts';
import { suites } from '../vault/suites.ts';
import { IntakeFault } from './fault.ts';
import type { Intake } from './intake.ts';
import { sealTicket } from './ticket.ts';

interface FoundReceipt {
  readonly lookup: Buffer;
  readonly suite: SuiteId;
  readonly salt: Buffer;
  readonly cost: SlowCost;
  readonly usedAt: Date | null;
  readonly tip: string;
  readonly wrapped: Buffer;
}

/**
 * Opens a follow-up. A receipt that exists and one that does not cost the same: both are looked up under every suite, both pay the slow
 * derivation, both leave an audit entry. Throws `receipt-mistyped` or `receipt-unknown`.
 */
export const openFollowUp = async (intake: Intake, typed: string): Promise<{ readonly ticket: string }> => {
  const receipt = requireReceipt(typed);
  const { suite, secrets } = intake;
  const lookups = receiptLookups(secrets, receipt);
  const found = (await Promise.all(lookups.map((lookup) => findReceipt(intake, lookup)))).find((row) => row !== undefined);
  const salt = found?.salt ?? randomBytes(16);
  const key = await receiptKey(found ? suites[found.suite] : suite, receipt, salt, found?.cost ?? suite.receiptCost);
  const lookup = found?.lookup ?? lookups[0] ?? Buffer.alloc(32);
  const opened = await use(intake, lookup, found, key);
  if (!opened) throw new IntakeFault('receipt-unknown');
  return { ticket: sealTicket(suite, secrets.ticket, { lookup, key, lastUsed: found?.usedAt?.getTime() ?? 0 }) };
};

const findReceipt = (intake: Intake, lookup: Buffer): Promise<FoundReceipt | undefined> =>
  within(intake.db, { ...portalContext, receipt: lookup }, async (tx) => {
    const { rows } = await sql<FoundReceipt>`
      select r.lookup, r.suite, r.salt, r.cost, r.used_at as "usedAt", k.tip, k.wrapped
      from vault.receipt r join vault.tip_key k on k.tip = r.tips[1] and k.holder_kind = 'receipt'
      where r.lookup = ${lookup}`.execute(tx);
    return rows[0];
  });

/** Notes the use; true when the key really opens what was found. */
const use = async (intake: Intake, lookup: Buffer, found: FoundReceipt | undefined, key: Buffer): Promise<boolean> =>
  within(intake.db, { ...portalContext, receipt: lookup }, async (tx) => {
    if (found) tipKeyOfReceipt(found.tip, found.wrapped, key).fill(0);
    await sql`update vault.receipt set used_at = now() where lookup = ${lookup}`.execute(tx);
    await append(tx, [{ act: found ? 'receipt.open' : 'receipt.unknown', kind: 'tip', subject: found?.tip ?? 'none' }]);
    return found !== undefined;
  });
