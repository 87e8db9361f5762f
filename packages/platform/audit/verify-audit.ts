import { workerContext } from '../store/context.ts';
import type { Db, Tx } from '../store/connect.ts';
import { within } from '../store/within.ts';
import { type ChainFault, CHAINS, followChain, type Head, readChain, readHeads } from './chain.ts';
import { checkRoots, type RootFault, type RootGap, type StoredRoot } from './check-roots.ts';

export interface AuditVerdict {
  readonly ok: boolean;
  readonly entries: number;
  readonly roots: number;
  readonly stamped: number;
  /** Roots without a token: no fault, but hours for which nobody outside vouches. */
  readonly gaps: readonly RootGap[];
  readonly faults: readonly (ChainFault | RootFault)[];
}

const PAGE = 2_000;

/**
 * Reads the whole trail and recomputes it outside the database: a row changed, removed or inserted is named, also when the owner of the
 * database did it. Rows rewritten together with every hash after them contradict the root of their hour, and its token is not ours to make.
 * What was cut off after the newest root, end of chain included, shows only in a copy of that root kept elsewhere.
 * @param trustAnchors certificates (PEM) of the authority; without them a token proves a time, not who gave it.
 */
export async function verifyAudit(db: Db, trustAnchors: readonly string[] = []): Promise<AuditVerdict> {
  return await within(db, workerContext, async (tx) => {
    const before = await readHeads(tx);
    const roots = (await tx.selectFrom('audit.root').selectAll().orderBy('id').execute()) as StoredRoot[];
    const faults: (ChainFault | RootFault)[] = [];
    let entries = 0;
    for (let chain = 0; chain < CHAINS; chain += 1) {
      const read = await checkChain(tx, chain, before, marksOf(roots, chain));
      entries += read.entries;
      faults.push(...read.faults);
    }
    const checked = checkRoots(roots, trustAnchors);
    faults.push(...checked.faults);
    return { ok: faults.length === 0, entries, roots: roots.length, stamped: checked.stamped, gaps: checked.gaps, faults };
  });
}

/** A place in a chain and the hash a root vouched for. */
interface Mark {
  readonly root: number;
  readonly seq: number;
  readonly hash: string;
}

const marksOf = (roots: readonly StoredRoot[], chain: number): Mark[] =>
  roots.flatMap(({ id, heads }) =>
    heads.filter((head) => head.chain === chain && head.seq > 0).map(({ seq, hash }) => ({ root: id, seq, hash })),
  );

async function checkChain(tx: Tx, chain: number, before: readonly Head[], marks: readonly Mark[]) {
  const follower = followChain(chain);
  const bySeq = Map.groupBy(marks, ({ seq }) => seq);
  const contradicted: RootFault[] = [];
  let entries = 0;
  let sure = 0;
  for (let from = 0; ; ) {
    const rows = await readChain(tx, chain, from, PAGE);
    for (const row of rows) {
      follower.add(row);
      for (const { root, seq, hash } of bySeq.get(row.seq) ?? []) {
        if (hash === row.hash.toString('hex')) sure = seq;
        else if (contradicted.length === 0) contradicted.push({ fault: 'root-contradicted', root, chain, from: sure + 1, seq });
      }
    }
    entries += rows.length;
    from = rows.at(-1)?.seq ?? from;
    if (rows.length < PAGE) break;
  }
  const at = (heads: readonly Head[]): Head | undefined => heads.find((head) => head.chain === chain);
  follower.end(at(before), at(await readHeads(tx)), Math.max(0, ...marks.map(({ seq }) => seq)));
  return { entries, faults: [...follower.faults, ...contradicted] };
}
