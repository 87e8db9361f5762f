import { createHash } from 'node:crypto';
import { requestTimestamp, startTestAuthority } from '@liangjian/evidence';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Context, portalContext } from '../store/context.ts';
import { openTestStore, type TestStore } from '../store/testing/open-test-store.ts';
import { within } from '../store/within.ts';
import { append } from './append.ts';
import { contentOf, readChain } from './chain.ts';
import { stampRoot } from './stamp-root.ts';
import { verifyAudit } from './verify-audit.ts';

const clerk: Context = { actor: 'officer-2', roles: ['clerk'], office: 'samr-huangpu', districts: ['310101'] };

describe('the audit trail', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store?.stop());
  beforeEach(async () => {
    await sql`truncate audit.entry, audit.root`.execute(store.owner);
    await sql`update audit.head set seq = 0, at = '-infinity', hash = decode(repeat('00', 32), 'hex')`.execute(store.owner);
    await within(store.console, clerk, (tx) =>
      append(
        tx,
        Array.from({ length: 60 }, (_, n) => ({
          act: 'tip.read',
          kind: 'tip' as const,
          subject: `tip-${n}`,
          why: n % 2 ? '核对“引号”\n与换行 \u0007 🙂' : null,
          detail: { n, open: true },
        })),
      ),
    );
  });

  /** A chain with several rows, and a row in its middle. */
  const place = async () => {
    const { rows } = await sql<{ chain: number; many: number }>`
      select chain, count(*)::int as many from audit.entry group by chain order by many desc limit 1`.execute(store.owner);
    const [found] = rows;
    return { chain: found?.chain ?? -1, last: found?.many ?? 0 };
  };

  test('an entry has who, what, about what, when by the database, and where', async () => {
    const { rows } = await sql`select actor, office, district, act, subject_kind, detail, at <= clock_timestamp() as past
      from audit.entry where subject = 'tip-7'`.execute(store.owner);
    expect(rows).toEqual([
      {
        actor: 'officer-2',
        office: 'samr-huangpu',
        district: '310101',
        act: 'tip.read',
        subject_kind: 'tip',
        detail: '{"n": 7, "open": true}',
        past: true,
      },
    ]);
    expect(await verifyAudit(store.worker)).toMatchObject({ ok: true, entries: 60, faults: [] });
  });

  test('database and verifier write the same bytes for every row', async () => {
    const { rows } = await sql<{ chain: number; seq: number; content: string }>`
      select chain, seq, audit.content(e) as content from audit.entry e order by 1, 2`.execute(store.owner);
    const ours = await within(store.worker, { actor: 'worker', roles: ['worker'] }, async (tx) => {
      const chains = Array.from({ length: 16 }, (_, chain) => readChain(tx, chain, 0, 100));
      return (await Promise.all(chains)).flat().map((entry) => contentOf(entry));
    });
    expect(ours).toEqual(rows.map(({ content }) => content));
  });

  test('an act that is undone leaves no entry', async () => {
    const work = within(store.console, clerk, async (tx) => {
      await append(tx, [{ act: 'tip.accept', kind: 'tip', subject: 'undone' }]);
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await verifyAudit(store.worker)).toMatchObject({ ok: true, entries: 60 });
  });

  test('nobody can write, change or remove an entry by themselves', async () => {
    const harm = [
      sql`insert into audit.entry select * from audit.entry`,
      sql`update audit.entry set why = null`,
      sql`delete from audit.entry`,
      sql`update audit.head set seq = 0`,
    ];
    for (const db of [store.portal, store.console, store.worker, store.vault])
      for (const act of harm) await expect(within(db, clerk, (tx) => act.execute(tx as never))).rejects.toThrow(/permission denied/);
    await expect(sql`select audit.append('[{"act":"x","kind":"tip","subject":"y"}]'::jsonb)`.execute(store.console)).rejects.toThrow(
      /no context/,
    );
  });

  test('a row changed by the owner of the database is named', async () => {
    const { chain } = await place();
    await sql`update audit.entry set subject = 'somebody-else' where chain = ${chain} and seq = 2`.execute(store.owner);
    expect((await verifyAudit(store.worker)).faults).toEqual([{ fault: 'changed', chain, seq: 2 }]);
  });

  test('a row removed by the owner is named, in the middle and at the end', async () => {
    const { chain, last } = await place();
    await sql`delete from audit.entry where chain = ${chain} and seq in (2, ${last})`.execute(store.owner);
    expect((await verifyAudit(store.worker)).faults).toEqual([
      { fault: 'removed', chain, seq: 2 },
      { fault: 'removed', chain, seq: last },
    ]);
  });

  test('a row added by the owner is named', async () => {
    const { chain, last } = await place();
    await sql`insert into audit.entry select chain, ${last + 1}, at, 'officer-9', office, district, act, subject_kind, subject, why, detail, hash
      from audit.entry where chain = ${chain} and seq = 1`.execute(store.owner);
    const { faults } = await verifyAudit(store.worker);
    expect(faults).toContainEqual({ fault: 'inserted', chain, seq: last + 1 });
  });

  test('rows rewritten with every hash after them contradict the root of their hour', async () => {
    const authority = await startTestAuthority();
    try {
      const ask = (digest: Uint8Array) => requestTimestamp(digest, authority.url, { trustAnchors: [authority.caPem] });
      expect(await stampRoot(store.worker, ask)).toEqual({ made: 1, stamped: 1, waiting: 0 });
      await within(store.console, clerk, (tx) => append(tx, [{ act: 'tip.read', kind: 'tip', subject: 'later' }]));
      expect(await stampRoot(store.worker, ask)).toEqual({ made: 1, stamped: 1, waiting: 0 });
      expect(await verifyAudit(store.worker, [authority.caPem])).toMatchObject({ ok: true, roots: 2, stamped: 2, gaps: [] });

      const { chain } = await place();
      await rewrite(chain);
      const { faults } = await verifyAudit(store.worker, [authority.caPem]);
      expect(faults).toEqual([expect.objectContaining({ fault: 'root-contradicted', chain, from: 1 })]);

      // Whoever rewrites the root as well loses its token.
      await sql`update audit.root set root = sha256(root)`.execute(store.owner);
      const forged = (await verifyAudit(store.worker, [authority.caPem])).faults.map(({ fault }) => fault);
      expect(forged).toContain('root-changed');
      expect(forged).toContain('token-invalid');
    } finally {
      await authority.close();
    }
  });

  test('an authority that cannot be reached leaves a gap that is shown, and is asked again', async () => {
    const unreachable = (digest: Uint8Array) => requestTimestamp(digest, 'http://127.0.0.1:1/');
    expect(await stampRoot(store.worker, unreachable)).toEqual({ made: 1, stamped: 0, waiting: 1 });
    const verdict = await verifyAudit(store.worker);
    expect(verdict).toMatchObject({ ok: true, roots: 1, stamped: 0, gaps: [{ why: expect.stringContaining('unreachable') }] });
    const authority = await startTestAuthority();
    try {
      const ask = (digest: Uint8Array) => requestTimestamp(digest, authority.url);
      expect(await stampRoot(store.worker, ask)).toEqual({ made: 1, stamped: 2, waiting: 0 });
      expect(await verifyAudit(store.worker)).toMatchObject({ ok: true, stamped: 2, gaps: [] });
    } finally {
      await authority.close();
    }
  });

  test('writers of many subjects at once neither wait in a circle nor break a chain', async () => {
    await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        within(store.portal, portalContext, (tx) =>
          append(
            tx,
            [n, n + 7, n + 3].map((k) => ({ act: 'tip.file', kind: 'tip' as const, subject: `tip-${k % 10}` })),
          ),
        ),
      ),
    );
    expect(await verifyAudit(store.worker)).toMatchObject({ ok: true, entries: 60 + 72, faults: [] });
  });

  /** What a database owner could do: change row 1 and compute every hash anew. */
  const rewrite = async (chain: number): Promise<void> => {
    await sql`update audit.entry set actor = 'officer-9' where chain = ${chain} and seq = 1`.execute(store.owner);
    const rows = await sql<{ seq: number; content: string }>`
      select seq, audit.content(e) as content from audit.entry e where chain = ${chain} order by seq`.execute(store.owner);
    let link = Buffer.alloc(32);
    for (const { seq, content } of rows.rows) {
      link = createHash('sha256').update(link).update(content).digest();
      await sql`update audit.entry set hash = ${link} where chain = ${chain} and seq = ${seq}`.execute(store.owner);
      await sql`update audit.head set hash = ${link} where chain = ${chain}`.execute(store.owner);
    }
  };
});
