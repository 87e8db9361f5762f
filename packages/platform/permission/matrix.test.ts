import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../store/context.ts';
import { openTestStore, type TestStore } from '../store/testing/open-test-store.ts';
import { within } from '../store/within.ts';
import { OFFICER_ROLES, type OfficerRole } from './rule.ts';
import { scopes } from './scopes.data.ts';
import { expected } from './testing/expected.ts';
import { type SeededRow, type SeedOffice, seedRows } from './testing/seed-rows.ts';

const office = (id: string, district: string): SeedOffice => ({ id, district, officer: randomUUID() });
const huangpu = office('samr-huangpu', '310101');
const sameDistrict = office('cac-huangpu', '310101');
const xuhui = office('samr-xuhui', '310104');
const offices = [huangpu, sameDistrict, xuhui];

describe('who may do what, tried out on every table', () => {
  let store: TestStore;
  let rows: SeededRow[] = [];
  const rowsOf = (table: string) => rows.filter((row) => row.table === table);
  const tables = Object.keys(scopes).filter((table) => !['app.office', 'audit.head'].includes(table));

  beforeAll(async () => {
    store = await openTestStore();
    for (const { id, district, officer } of offices) {
      await sql`insert into app.office values (${id}, ${id.split('-')[0]}, 'district', ${district}, ${id}, ${id})`.execute(store.owner);
      await sql`insert into app.officer (id, office, log_in, name) values (${officer}, ${id}, ${id}, ${id})`.execute(store.owner);
    }
    rows = await seedRows(store.owner, offices);
    rows.push(...offices.map((one) => ({ table: 'app.officer', office: one, values: { id: one.officer, office: one.id } })));
  });
  afterAll(() => store?.stop());

  const contextOf = (role: OfficerRole, { id, district, officer }: SeedOffice): Context => ({
    actor: officer,
    roles: [role],
    office: id,
    districts: [district],
    clearance: 3,
  });
  /** The rows this context sees; none where the table is closed to the console. */
  const seen = (context: Context, table: string): Promise<string[]> =>
    within(store.console, context, async (tx) => {
      const { rows: found } = await sql<{ row: unknown }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(tx as never);
      return found.map(({ row }) => JSON.stringify(row));
    }).catch((error: Error) => {
      if (/permission denied/.test(error.message)) return [];
      throw error;
    });

  test('every table has a row of each office', () => {
    for (const table of tables) expect(rowsOf(table).length, table).toBeGreaterThanOrEqual(offices.length);
  });

  test.each(OFFICER_ROLES)('%s reads exactly the rows the rules open', async (role) => {
    for (const own of [huangpu, xuhui]) {
      const asking = { role, actor: own.officer, office: own.id, districts: [own.district] };
      for (const table of tables) {
        const want = rowsOf(table).filter((row) => expected(asking, row, 'r', rowsOf)).length;
        expect((await seen(contextOf(role, own), table)).length, `${role} of ${own.id} on ${table}`).toBe(want);
      }
    }
  });

  test('nothing of a tip, its people or its vault is read across districts by anybody', async () => {
    const far = tables.filter((table) => {
      const scope = scopes[table];
      return (
        scope?.kind === 'placed' ||
        scope?.kind === 'draft' ||
        scope?.kind === 'between' ||
        (scope?.kind === 'of' && scope.parent !== 'app.officer')
      );
    });
    expect(far.length).toBeGreaterThan(12);
    const foreign = [...rowsOf('app.tip'), ...rowsOf('audit.entry')]
      .filter((row) => row.office === xuhui)
      .map((row) => String(row.values.id ?? row.office.id));
    for (const role of OFFICER_ROLES)
      for (const table of far)
        for (const text of await seen(contextOf(role, huangpu), table))
          for (const id of foreign) expect(text, `${role} ${table}`).not.toContain(id);
  });

  test('what belongs to others answers as what does not exist', async () => {
    const [theirs] = rowsOf('app.tip').filter((row) => row.office === xuhui);
    const context = contextOf('clerk', huangpu);
    const answersFor = (id: string) =>
      within(store.console, context, async (tx) => [
        await tx.selectFrom('app.tip').selectAll().where('id', '=', id).execute(),
        (await tx.updateTable('app.tip').set({ state: 'x' }).where('id', '=', id).executeTakeFirst()).numUpdatedRows,
        await tx.selectFrom('app.message').selectAll().where('tip', '=', id).execute(),
        await tx.selectFrom('vault.tip_body').selectAll().where('tip', '=', id).execute(),
      ]);
    expect(await answersFor(String(theirs?.values.id))).toEqual(await answersFor(randomUUID()));
    const adding = (tip: string) =>
      within(store.console, context, (tx) => tx.insertInto('app.tip_event').values({ tip, act: 'x' }).execute()).catch(
        (error: Error) => error.message,
      );
    expect(await adding(String(theirs?.values.id))).toBe(await adding(randomUUID()));
  });

  test('a recused officer no longer sees the tip, nor what belongs to it', async () => {
    const [own] = rowsOf('app.tip').filter((row) => row.office === huangpu);
    const id = String(own?.values.id);
    const count = (recused: string[]) =>
      within(store.console, { ...contextOf('inspector', huangpu), recused }, async (tx) => [
        (await tx.selectFrom('app.tip').select('id').where('id', '=', id).execute()).length,
        (await tx.selectFrom('vault.tip_body').select('tip').where('tip', '=', id).execute()).length,
        (await tx.selectFrom('app.clock').select('id').where('tip', '=', id).execute()).length,
      ]);
    expect(await count([])).toEqual([1, 1, 1]);
    expect(await count([id])).toEqual([0, 0, 0]);
  });

  test('clearance below that of a tip hides it', async () => {
    await sql`update app.tip set clearance = 2 where office = ${sameDistrict.id}`.execute(store.owner);
    const count = (clearance: number) =>
      within(store.console, { ...contextOf('inspector', sameDistrict), clearance }, (tx) =>
        tx.selectFrom('app.tip').select('id').execute(),
      );
    expect(await count(1)).toEqual([]);
    expect((await count(2)).length).toBeGreaterThan(0);
    await sql`update app.tip set clearance = 0`.execute(store.owner);
  });

  test('the portal sees nothing without a receipt, and with one only what belongs to it', async () => {
    const portal: Context = { actor: 'portal', roles: ['portal'] };
    const count = (context: Context, table: string) =>
      within(store.portal, context, async (tx) => (await sql`select 1 from ${sql.table(table)}`.execute(tx as never)).rows.length);
    const lookup = rowsOf('vault.receipt')[0]?.values.lookup as Buffer;
    for (const table of [
      'app.tip',
      'app.tip_event',
      'app.message',
      'vault.receipt',
      'vault.tip_key',
      'vault.tip_body',
      'vault.attachment',
    ]) {
      expect(await count(portal, table), table).toBe(0);
      expect(await count({ ...portal, receipt: lookup }, table), table).toBe(1);
    }
    await expect(count({ ...portal, receipt: lookup }, 'vault.identity')).rejects.toThrow(/permission denied/);
  });

  test('identities are behind a door of their own', async () => {
    const custodian = contextOf('custodian', huangpu);
    await expect(within(store.console, custodian, (tx) => tx.selectFrom('vault.identity').selectAll().execute())).rejects.toThrow(
      /permission denied/,
    );
    const tips = await within(store.vault, custodian, (tx) => tx.selectFrom('vault.identity').select('tip').execute());
    expect(tips).toHaveLength(2);
    for (const role of OFFICER_ROLES.filter((one) => one !== 'custodian'))
      expect(await within(store.vault, contextOf(role, huangpu), (tx) => tx.selectFrom('vault.identity').select('tip').execute())).toEqual(
        [],
      );
  });
});
