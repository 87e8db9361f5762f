import { sql } from 'kysely';
import type { Tx } from '../store/connect.ts';

/** Codes, ids, counts and days: never what a person wrote, never who they are. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

/** One act or one reading, as it will be kept. Who and when come from the context and the clock of the database. */
export interface AuditEntry {
  /** `tip.accept`, `tip.read`, … the name of the command or of what was read. */
  readonly act: string;
  readonly kind:
    | 'tip'
    | 'case'
    | 'identity'
    | 'operator'
    | 'office'
    | 'officer'
    | 'session'
    | 'campaign'
    | 'calendar'
    | 'import'
    | 'list'
    | 'audit'
    | 'system';
  /** Id of what it is about; for a list the name of the list. */
  readonly subject: string;
  /** The reason that was given, where one is asked for. */
  readonly why?: string | null;
  readonly detail?: AuditDetail;
  /** District of the subject; that of the actor when left out. Decides which auditors see it. */
  readonly district?: string;
}

const MAX_TEXT = 2_000;

/** Keeps entries in the transaction of `tx`: act and entry exist together or not at all. Throws a RangeError for what is too long. */
export async function append(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  for (const { subject, why, detail } of entries)
    if ([subject, why ?? '', ...Object.values(detail ?? {})].some((value) => typeof value === 'string' && value.length > MAX_TEXT))
      throw new RangeError('an audit entry holds ids and codes, no texts');
  await sql`select audit.append(${JSON.stringify(entries)}::jsonb)`.execute(tx as never);
}
