import { sql } from 'kysely';
import type { Db } from '../store/connect.ts';
import { workerContext } from '../store/context.ts';
import { within } from '../store/within.ts';
import type { AuditVerdict } from './verify-audit.ts';

/** What stands now at a place of the trail; of a row that is gone nothing does. */
export interface NamedRow {
  readonly chain: number;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly kind: string;
  readonly subject: string;
}

/** Rows at the places of the faults, as they stand now, at most `limit`: so that a person knows what to ask about. */
export async function nameRows(db: Db, { faults }: AuditVerdict, limit = 100): Promise<readonly NamedRow[]> {
  const places = faults.flatMap((fault) => ('seq' in fault && 'chain' in fault ? [{ chain: fault.chain, seq: fault.seq }] : []));
  if (places.length === 0) return [];
  return within(db, workerContext, async (tx) => {
    const { rows } = await sql<NamedRow>`
      select e.chain, e.seq, audit.instant(e.at) as at, e.actor, e.act, e.subject_kind as kind, e.subject
      from jsonb_to_recordset(${JSON.stringify(places.slice(0, limit))}::jsonb) as p(chain integer, seq bigint)
      join audit.entry e on e.chain = p.chain and e.seq = p.seq order by e.chain, e.seq`.execute(tx as never);
    return rows;
  });
}
