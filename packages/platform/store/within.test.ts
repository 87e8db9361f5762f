import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Context, portalContext } from './context.ts';
import { openTestStore, type TestStore } from './testing/open-test-store.ts';
import { within } from './within.ts';

const administrator: Context = { actor: 'officer-1', roles: ['administrator'] };
const clerk: Context = { actor: 'officer-2', roles: ['clerk'], office: 'samr-huangpu', districts: ['310101'] };

describe('the way to the rows', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore();
    await within(store.console, administrator, (tx) =>
      tx
        .insertInto('app.office')
        .values({ id: 'samr-huangpu', line: 'samr', level: 'district', district: '310101', name_zh: '黄浦', name_en: 'Huangpu' })
        .execute(),
    );
  });
  afterAll(() => store?.stop());

  test('without a context there are no rows, and nothing can be written', async () => {
    expect(await store.console.selectFrom('app.office').selectAll().execute()).toEqual([]);
    await expect(
      store.console
        .insertInto('app.office')
        .values({ id: 'x-y', line: 'samr', level: 'district', district: '310101', name_zh: '', name_en: '' })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  });

  test('the context ends with its transaction, also when the work throws', async () => {
    const seen = await within(store.console, clerk, (tx) => tx.selectFrom('app.office').select('id').execute());
    expect(seen).toEqual([{ id: 'samr-huangpu' }]);
    await expect(within(store.console, clerk, () => Promise.reject(new Error('stop')))).rejects.toThrow('stop');
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const left = await sql<{ roles: string[] }>`select app.my_roles() as roles`.execute(store.console);
        expect(left.rows).toEqual([{ roles: [] }]);
      }),
    );
    expect(await store.console.selectFrom('app.office').select('id').execute()).toEqual([]);
  });

  test('what was written is undone when the work throws', async () => {
    const work = within(store.console, administrator, async (tx) => {
      await tx.updateTable('app.office').set({ name_en: 'Gone' }).where('id', '=', 'samr-huangpu').execute();
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    const rows = await store.owner.selectFrom('app.office').select('name_en').execute();
    expect(rows).toEqual([{ name_en: 'Huangpu' }]);
  });

  test('a role of one part cannot borrow the context of another', async () => {
    const rows = within(store.portal, administrator, (tx) => tx.selectFrom('app.officer').selectAll().execute());
    await expect(rows).rejects.toThrow(/permission denied/);
    expect(await within(store.portal, portalContext, (tx) => tx.selectFrom('app.office').select('id').execute())).toHaveLength(1);
    expect(
      await within(store.portal, { actor: 'portal', roles: ['clerk'] }, (tx) => tx.selectFrom('app.office').select('id').execute()),
    ).toEqual([]);
  });

  test('words of a context are never SQL', async () => {
    for (const roles of [["x'); drop table app.office; --"], ['a,b'], ['{'], ['']])
      await expect(within(store.console, { actor: 'a', roles }, () => Promise.resolve(1))).rejects.toThrow(RangeError);
  });

  test('days stay days, counts are numbers, instants are instants', async () => {
    const { rows } = await sql<{ day: string; many: number; at: Date }>`
      select date '2026-02-28' as day, 7::bigint as many, timestamptz '2026-02-28 16:30:00Z' as at`.execute(store.console);
    expect(rows[0]).toEqual({ day: '2026-02-28', many: 7, at: new Date('2026-02-28T16:30:00Z') });
  });
});
