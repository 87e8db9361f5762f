import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../store/connect.ts';

export const CHAINS = 16;
const START = Buffer.alloc(32);
/** A chain that lost everything is told by its first places. */
const MOST_FAULTS = 1_000;

/** A row of the trail as it stands; `at` as the text that was hashed. */
export interface StoredEntry {
  readonly chain: number;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly office: string | null;
  readonly district: string;
  readonly act: string;
  readonly kind: string;
  readonly subject: string;
  readonly why: string | null;
  readonly detail: string;
  readonly hash: Buffer;
}

/** End of a chain: how many entries it has and the hash of the last. */
export interface Head {
  readonly chain: number;
  readonly seq: number;
  readonly hash: string;
}

/** What the hash of an entry is taken of: `audit.content` of the database writes the same bytes (JSON array, `, ` between). */
export function contentOf(entry: StoredEntry): string {
  const { chain, seq, at, actor, office, district, act, kind, subject, why, detail } = entry;
  const texts = [String(chain), String(seq), at, actor, office, district, act, kind, subject, why, detail];
  return `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;
}

const linkOf = (previous: Uint8Array, entry: StoredEntry): Buffer =>
  createHash('sha256').update(previous).update(contentOf(entry), 'utf8').digest();

/** A row that is not what was written, a row that is gone, or one that nobody wrote. */
export interface ChainFault {
  readonly fault: 'changed' | 'removed' | 'inserted';
  readonly chain: number;
  readonly seq: number;
}

/** Follows one chain row by row with constant memory. Every row is compared with the hash that the row before it leads to. */
export function followChain(chain: number) {
  let link: Buffer = START;
  let last = 0;
  const faults: ChainFault[] = [];
  return {
    faults,
    add(entry: StoredEntry): void {
      const { seq, hash } = entry;
      if (seq <= last) {
        faults.push({ fault: 'inserted', chain, seq });
        return;
      }
      for (let gone = last + 1; gone < seq && faults.length < MOST_FAULTS; gone += 1) faults.push({ fault: 'removed', chain, seq: gone });
      // After a gap the row is still bound to the one that is gone: only the row after it can be checked again.
      if (seq === last + 1 && !linkOf(link, entry).equals(hash)) faults.push({ fault: 'changed', chain, seq });
      link = hash;
      last = seq;
    },
    /**
     * Compares with the end the database keeps, read before and after the rows: entries may have been written meanwhile.
     * @param owed places that a root has vouched for, when they lie behind that end.
     */
    end(before: Head | undefined, after: Head | undefined, owed = 0): void {
      const expected = Math.max(before?.seq ?? 0, owed);
      for (let gone = last + 1; gone <= expected && faults.length < MOST_FAULTS; gone += 1)
        faults.push({ fault: 'removed', chain, seq: gone });
      for (let seq = (after?.seq ?? 0) + 1; seq <= last && faults.length < MOST_FAULTS; seq += 1)
        faults.push({ fault: 'inserted', chain, seq });
      const kept = [before, after].find((head) => head?.seq === last);
      if (kept && kept.hash !== link.toString('hex') && faults.length === 0) faults.push({ fault: 'changed', chain, seq: last });
    },
  };
}

/** Rows of a chain after `from`, oldest first, at most `limit`. */
export async function readChain(tx: Tx, chain: number, from: number, limit: number): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select chain, seq, audit.instant(at) as at, actor, office, district, act, subject_kind as kind, subject, why, detail, hash
      from audit.entry where chain = ${chain} and seq > ${from} order by seq limit ${limit}`.execute(tx as never);
  return rows;
}

/** Ends of all chains as the database keeps them. */
export async function readHeads(tx: Tx): Promise<Head[]> {
  const { rows } = await sql<Head>`select chain, seq, encode(hash, 'hex') as hash from audit.head order by chain`.execute(tx as never);
  return rows;
}
