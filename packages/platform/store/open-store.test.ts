import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portalContext } from './context.ts';
import { type Migration, migrate, migrations } from './migrate.ts';
import { adminAddress, openStore } from './open-store.ts';
import { schemaText } from './schema-text.ts';
import { startServer } from './server/start.ts';
import { openTestStore, type TestStore } from './testing/open-test-store.ts';
import { within } from './within.ts';

describe('opening the store', () => {
  let data = '';
  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), 'liangjian-open-'));
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  test('starts, migrates, keeps what was written, and reaches the same rows on a server of somebody else', async () => {
    const first = await openStore({ data });
    expect(first.migrated).toEqual(migrations().map(({ name }) => name));
    await within(first.console, { actor: 'a', roles: ['administrator'] }, (tx) =>
      tx.insertInto('app.campaign').values({ id: 'kept', name_zh: '甲', name_en: 'A', year_from: 2026, year_to: 2026 }).execute(),
    );
    await expect(openStore({ data })).rejects.toMatchObject({ code: 'store-in-use' });

    // Statements that fail carry words of people; the server's log must not.
    const canary = 'canary-张三-19999999999';
    for (const harm of [
      sql`select ${canary}::integer`,
      sql.raw(`select '${canary}'::uuid`),
      sql`insert into app.act_once (actor, key, command, input_hash) values ('portal', ${canary}, 'x', '\\x00'), ('portal', ${canary}, 'x', '\\x00')`,
      sql.raw(`do $$ begin raise exception 'kept short' using detail = '${canary}'; end $$`),
    ])
      await expect(within(first.portal, portalContext, (tx) => harm.execute(tx as never))).rejects.toThrow();
    const log = join(data, 'database', 'data', 'log');
    const written = readdirSync(log).map((name) => readFileSync(join(log, name), 'utf8'));
    expect(written.join('')).toContain('ready to accept connections');
    for (const words of [canary, 'kept short', 'insert into']) expect(written.join('')).not.toContain(words);
    await first.stop();
    await first.stop();

    const server = await startServer(join(data, 'database'));
    const { user, password, host } = adminAddress(server, 'liangjian');
    const second = await openStore({
      data,
      url: `postgres://${user}:${encodeURIComponent(password)}@/liangjian?host=${encodeURIComponent(host)}`,
    });
    expect(second.migrated).toEqual([]);
    const rows = await within(second.console, { actor: 'a', roles: ['command'] }, (tx) =>
      tx.selectFrom('app.campaign').select('id').execute(),
    );
    expect(rows).toEqual([{ id: 'kept' }]);
    await second.stop();
    await server.stop();
  });

  test('a server that is not there is told as such', async () => {
    await expect(openStore({ data, url: 'postgres://a:b@127.0.0.1:1/x' })).rejects.toMatchObject({ code: 'store-unreachable' });
  });
});

describe('migrations', () => {
  let store: TestStore;
  let client: pg.Client;
  beforeAll(async () => {
    store = await openTestStore();
    client = new pg.Client(store.addressOf('liangjian_migrate'));
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    await store?.stop();
  });

  test('run once, in one transaction, whatever their number', async () => {
    const known = migrations();
    expect(await migrate(client, known)).toEqual([]);
    const late: Migration = {
      name: '0100_late.sql',
      sql: 'create function app.late() returns int language sql as $$ select 1 $$',
      checksum: 'x',
    };
    const broken: Migration = { name: '0999_broken.sql', sql: 'create table app.half (id int); select nonsense', checksum: 'y' };
    await expect(migrate(client, [late, ...known, broken])).rejects.toThrow(/0999_broken.sql: .*nonsense/);
    expect(await migrate(client, [late, ...known])).toEqual(['0100_late.sql']);
  });

  test('an applied one that was changed stops everything', async () => {
    const [first, ...others] = migrations() as [Migration, ...Migration[]];
    await expect(migrate(client, [{ ...first, checksum: 'other' }, ...others])).rejects.toMatchObject({
      code: 'migration-changed',
      detail: first.name,
    });
  });

  test('a table nobody gave a scope is refused', async () => {
    const open: Migration = { name: '0998_open.sql', sql: 'create table app.open_to_all (id int)', checksum: 'z' };
    await expect(migrate(client, [...migrations(), open])).rejects.toThrow(/no scope .*app.open_to_all/);
  });

  test('every table forces its policies, and no application role owns or bypasses anything', async () => {
    const { rows } = await client.query(`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('app', 'vault', 'audit') and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
      union all
      select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname ~ '^liangjian_(portal|console|worker|vault)$'
      union all
      select rolname from pg_roles where rolname like 'liangjian\\_%' and rolname <> 'liangjian_admin' and (rolsuper or rolbypassrls or rolcreaterole)`);
    expect(rows).toEqual([]);
  });

  test('functions with other rights than their caller are a short list', async () => {
    const { rows } = await client.query<{ name: string }>(`
      select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('app', 'vault', 'audit') and p.prosecdef order by 1`);
    expect(rows.map(({ name }) => name)).toEqual(['app.hand_over', 'app.send_job', 'audit.append']);
  });

  test('what TypeScript knows of the tables is what the migrations make of them', async () => {
    await client.query('drop function if exists app.late()');
    const bare = (text: string): string => text.replaceAll(/\s+|[;,]/g, '');
    expect(bare(readFileSync(join(import.meta.dirname, 'schema.ts'), 'utf8'))).toBe(bare(await schemaText(client)));
  });
});
