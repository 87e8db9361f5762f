import type { TimestampResult } from '@liangjian/evidence';
import { sql } from 'kysely';
import { workerContext } from '../store/context.ts';
import type { Db } from '../store/connect.ts';
import { within } from '../store/within.ts';
import { readHeads } from './chain.ts';
import { digestOfRoot, rootOver } from './root.ts';

/** Asks an authority to stamp a SHA-256 digest: `(digest) => requestTimestamp(digest, url)` of the evidence package. */
export type Authority = (digest: Uint8Array) => Promise<TimestampResult>;

/** What a round did. */
export interface Stamped {
  readonly made: number;
  readonly stamped: number;
  /** Roots that still have no token: the gap is kept and shown, and the next round tries again. */
  readonly waiting: number;
}

interface Waiting {
  readonly id: number;
  readonly root: Buffer;
}

const AT_ONCE = 24;

/**
 * Puts one root over the ends of all chains, then asks for tokens of every root that has none. An authority that cannot be reached
 * leaves a gap with its reason; it never stops the platform. The question to the authority is asked outside any transaction.
 */
export async function stampRoot(db: Db, authority: Authority | undefined): Promise<Stamped> {
  await within(db, workerContext, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('liangjian.audit.root'))`.execute(tx as never);
    const heads = await readHeads(tx);
    const before = await tx.selectFrom('audit.root').select('root').orderBy('id', 'desc').limit(1).executeTakeFirst();
    await tx
      .insertInto('audit.root')
      .values({ heads: JSON.stringify(heads), previous: before?.root ?? null, root: rootOver(heads, before?.root ?? null) })
      .execute();
  });
  const waiting: Waiting[] = await within(db, workerContext, (tx) =>
    tx.selectFrom('audit.root').select(['id', 'root']).where('token', 'is', null).orderBy('id').limit(AT_ONCE).execute(),
  );
  let stamped = 0;
  for (const root of authority ? waiting : []) {
    const answer = await (authority as Authority)(digestOfRoot(root.root));
    await within(db, workerContext, (tx) => keep(tx, root.id, answer));
    if (!answer.ok) break;
    stamped += 1;
  }
  return { made: 1, stamped, waiting: waiting.length - stamped };
}

const keep = (tx: Parameters<Parameters<typeof within>[2]>[0], id: number, answer: TimestampResult) =>
  tx
    .updateTable('audit.root')
    .set(
      answer.ok
        ? { token: answer.tsr, authority: answer.url, stamped_at: sql`clock_timestamp()`, gap: null, attempts: sql`attempts + 1` }
        : { authority: answer.url, gap: `${answer.fault}: ${answer.detail}`.slice(0, 300), attempts: sql`attempts + 1` },
    )
    .where('id', '=', id)
    .where('token', 'is', null)
    .execute();
