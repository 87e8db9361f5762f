import { type Context, connect, type Db, type Store, within } from '@liangjian/platform/store';
import { inbox } from '@liangjian/platform/triage';
import { sql } from 'kysely';

export interface ListRate {
  readonly underPolicies: number;
  readonly byHand: number;
  readonly tips: number;
}

/** Fills the table up to `tips`, spread over all offices and three years of deadlines. */
async function fill(owner: Db, context: Context, tips: number): Promise<void> {
  await within(owner, context, async (tx) => {
    await sql`
      insert into app.tip (id, number, kind, channel, district, office, due_on)
      select gen_random_uuid(), 'bench-' || n, 'report', 'portal', o.district, o.id, date '2026-01-01' + (n::bigint * 7919 % 1000)::integer
      from generate_series(1, ${tips}::integer) n
      join (select id, district, row_number() over (order by id) - 1 as place, count(*) over () as offices from app.office) o
        on o.place = n % o.offices`.execute(tx);
  });
  await sql`analyze app.tip`.execute(owner);
}

/**
 * The inbox of a clerk, fifty tips by deadline, often and several at a time: through the role of the console, whose policies decide what is
 * seen, and the same statement through a role that sees every row, where only the filter written into it decides.
 */
export async function listTips(store: Store, tips: number, clients: number, seconds: number): Promise<ListRate> {
  const owner = connect(store.addressOf('liangjian_migrate'), clients);
  const clerk: Context = { actor: 'bench-clerk', roles: ['clerk'], office: 'samr-huangpu', districts: ['310101'], clearance: 1 };
  await fill(owner, clerk, tips);
  const rate = async (db: Db): Promise<number> => {
    const end = performance.now() + seconds * 1000;
    let done = 0;
    const one = () =>
      within(db, clerk, async (tx) => {
        const rows = await inbox(tx, clerk, {});
        if (rows.length !== 50) throw new Error(`a list of ${rows.length}`);
      });
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (; performance.now() < end; done += 1) await one();
      }),
    );
    return done / seconds;
  };
  try {
    // Half before and half after, so that a machine that grows busy does not decide.
    const first = await rate(owner);
    const underPolicies = await rate(store.console);
    return { underPolicies, byHand: (first + (await rate(owner))) / 2, tips };
  } finally {
    await owner.destroy();
  }
}
