import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { policySql } from '../permission/policies.ts';
import { scopes } from '../permission/scopes.data.ts';
import { StoreFault } from './fault.ts';

/** One step of the structure: a file once applied is never changed. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const FOLDER = join(import.meta.dirname, 'migrations');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The numbered files, in their order. Throws when a name has no number or two files share one. */
export function migrations(folder: string = FOLDER): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  const numbers = names.map((name) => /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
  names.forEach((name, index) => {
    if (!numbers[index] || numbers.indexOf(numbers[index]) !== index) throw new Error(`migration ${name} needs a number of its own`);
  });
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, checksum: sha256(sql) };
  });
}

/**
 * Applies what is missing, then writes the policies anew when the rules or the structure changed. All in one transaction and one
 * at a time. A file with a lower number than one already applied is applied too: areas number their files by themselves.
 * Throws `migration-changed` when an applied file is no longer what it was. Returns the names applied now.
 * @param client connected as `liangjian_migrate`.
 */
export async function migrate(client: Client, steps: readonly Migration[] = migrations()): Promise<string[]> {
  await client.query('begin');
  try {
    await client.query("select pg_advisory_xact_lock(hashtext('liangjian.migrate'))");
    await client.query('create schema if not exists structure');
    await client.query(
      'create table if not exists structure.step (name text primary key, checksum text not null, at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from structure.step');
    const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
    const changed = steps.filter(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
    if (changed.length > 0) throw new StoreFault('migration-changed', changed.map(({ name }) => name).join(', '));
    const missing = steps.filter(({ name }) => !applied.has(name));
    for (const step of missing) await apply(client, step);
    const policies = policySql();
    const rights = sha256(policies);
    if (missing.length > 0 || applied.get('policies') !== rights) await writePolicies(client, policies, rights);
    await client.query('commit');
    return missing.map(({ name }) => name);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function apply(client: Client, step: Migration): Promise<void> {
  try {
    await client.query(step.sql);
  } catch (error) {
    throw new Error(`${step.name}: ${(error as Error).message}`, { cause: error });
  }
  await client.query('insert into structure.step (name, checksum) values ($1, $2)', [step.name, step.checksum]);
}

async function writePolicies(client: Client, sql: string, checksum: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select schemaname || '.' || tablename as name from pg_tables where schemaname in ('app', 'vault', 'audit')",
  );
  const open = rows.filter(({ name }) => !(name in scopes)).map(({ name }) => name);
  if (open.length > 0) throw new Error(`no scope in permission/scopes.data.ts: ${open.join(', ')}`);
  await client.query(`do $$ declare p record; begin
    for p in select schemaname, tablename, policyname from pg_policies where schemaname in ('app', 'vault', 'audit') loop
      execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
    end loop; end $$`);
  await client.query(sql);
  await client.query(AROUND_POLICIES);
  await client.query(
    'insert into structure.step (name, checksum) values ($1, $2) on conflict (name) do update set checksum = $2, at = now()',
    ['policies', checksum],
  );
}

/** Rights that are not about rows. */
const AROUND_POLICIES = `
grant usage on schema app, vault, audit to liangjian_portal, liangjian_console, liangjian_worker, liangjian_vault, liangjian_definer;
grant usage on all sequences in schema app, vault to liangjian_portal, liangjian_console, liangjian_worker, liangjian_vault;
revoke all on all functions in schema app, vault, audit from public;
grant execute on all functions in schema app, vault, audit to liangjian_portal, liangjian_console, liangjian_worker, liangjian_vault, liangjian_definer;
grant usage on schema pgboss to liangjian_worker, liangjian_definer;
grant select, insert, update, delete on all tables in schema pgboss to liangjian_worker;
grant execute on all functions in schema pgboss to liangjian_worker, liangjian_definer;
grant select on pgboss.queue to liangjian_definer;
grant select, insert on pgboss.job to liangjian_definer;
grant select, insert on audit.entry to liangjian_definer;
grant select, update on audit.head to liangjian_definer;
create policy definer on audit.entry to liangjian_definer using (true) with check (true);
create policy definer on audit.head to liangjian_definer using (true) with check (true);
grant select, update on app.tip, app.clock to liangjian_definer;
grant select on app.transfer, app.office to liangjian_definer;
create policy definer on app.tip to liangjian_definer using (true) with check (true);
create policy definer on app.clock to liangjian_definer using (true) with check (true);
create policy definer on app.transfer for select to liangjian_definer using (true);
create policy definer on app.office for select to liangjian_definer using (true);
`;
