import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../store/connect.ts';
import { scopes } from '../scopes.data.ts';

/** An office for which one row of every table is made. */
export interface SeedOffice {
  readonly id: string;
  readonly district: string;
  /** Officer to whom personal rows belong. */
  readonly officer: string;
}

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
  /** Expression of its default. */
  readonly given: string | null;
  readonly word: string | null;
  readonly parent: string | null;
}

/** A made row: its place in the table (`ctid` would move with an update, the primary key may be anything). */
export interface SeededRow {
  readonly table: string;
  readonly office: SeedOffice;
  readonly values: Readonly<Record<string, unknown>>;
}

const COLUMNS = sql<Column>`
select n.nspname || '.' || c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
       a.attnotnull and a.attidentity = '' and (not a.atthasdef or d.text like '%app.my_%') as needed, d.text as given,
       (select (regexp_match(pg_get_constraintdef(k.oid), '''([^'']+)''::text'))[1] from pg_constraint k
         where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1) as word,
       (select k.confrelid::regclass::text from pg_constraint k
         where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum] limit 1) as parent
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  left join lateral (select pg_get_expr(adbin, adrelid) as text from pg_attrdef where adrelid = c.oid and adnum = a.attnum) d on true
 where n.nspname in ('app', 'vault', 'audit') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
 order by 1, a.attnum`;

/** Columns that must be written although they need not be: what a row belongs to. */
const BELONGS = new Set(['office', 'district', 'officer', 'tip', 'from_office', 'to_office', 'asked_office', 'asked_by', 'draft']);

/** Makes one row of every table for each office, whatever columns a table has: a new table is covered without a word about it here. */
export async function seedRows(owner: Db, offices: readonly SeedOffice[]): Promise<SeededRow[]> {
  const columns = Map.groupBy((await COLUMNS.execute(owner)).rows, ({ table }) => table);
  const made: SeededRow[] = [];
  let count = 0;
  const rowOf = async (table: string, office: SeedOffice, twin = false): Promise<SeededRow> => {
    const known = made.find((row) => row.table === table && row.office === office);
    if (known && !twin) return known;
    count += 1;
    const values: Record<string, unknown> = {};
    for (const column of columns.get(table) ?? []) {
      if (!column.needed && !BELONGS.has(column.name) && !(column.name === 'id' && column.type === 'uuid')) continue;
      values[column.name] = await valueOf(table, column, office);
    }
    if (table === 'app.tip_link') {
      const pair = [values.one, (await rowOf('app.tip', office, true)).values.id].map(String).toSorted();
      [values.one, values.other] = pair;
    }
    const names = Object.keys(values);
    await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
      values (${sql.join(names.map((name) => values[name]))})`.execute(owner);
    const row = { table, office, values };
    made.push(row);
    return row;
  };
  const valueOf = async (table: string, { name, type, given, word, parent }: Column, office: SeedOffice): Promise<unknown> => {
    if (parent === 'app.office' || name === 'office' || given?.includes('my_office')) return office.id;
    if (parent === 'app.officer' || name === 'officer') return office.officer;
    if (name === 'actor' || given?.includes('my_actor')) return office.officer;
    if (name === 'tips') return [(await rowOf('app.tip', office)).values.id];
    if (parent && parent !== table) return (await rowOf(parent, office)).values.id;
    if (name === 'district') return office.district;
    if (word) return word;
    return plain(type, count);
  };
  for (const table of Object.keys(scopes))
    if (!['app.office', 'app.officer', 'audit.head'].includes(table)) for (const office of offices) await rowOf(table, office);
  return made;
}

function plain(type: string, count: number): unknown {
  if (type === 'uuid') return randomUUID();
  if (type === 'date') return '2026-11-24';
  if (type.startsWith('timestamp')) return new Date();
  if (type === 'jsonb') return '{}';
  if (type === 'bytea') return Buffer.from(`bytes-${count}`);
  if (type === 'boolean') return false;
  if (type.endsWith('[]')) return [];
  return /int/.test(type) ? (count % 15) + 1 : `seeded-row-${count}`;
}
