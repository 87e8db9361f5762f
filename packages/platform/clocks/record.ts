import { sql } from 'kysely';
import type { Tx } from '../store/index.ts';

/** One act for the audit trail; the database adds who and when. */
export interface Recorded {
  readonly act: string;
  readonly kind: string;
  readonly subject: string;
  readonly why?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly district?: string;
}

/** Writes acts into the audit trail, in the transaction of the act itself. */
export async function record(tx: Tx, entries: readonly Recorded[]): Promise<void> {
  if (entries.length > 0) await sql`select audit.append(${JSON.stringify(entries)}::jsonb)`.execute(tx);
}
