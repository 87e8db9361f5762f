import type { Client } from 'pg';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly given: boolean;
  readonly always: boolean;
  readonly words: string | null;
}

const COLUMNS = `
select n.nspname || '.' || c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as required,
       (a.atthasdef or a.attidentity <> '') as given, (a.attidentity = 'a' or a.attgenerated <> '') as always,
       (select pg_get_constraintdef(k.oid) from pg_constraint k
         where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1) as words
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
 where n.nspname in ('app', 'vault', 'audit') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
 order by 1, a.attnum`;

const TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  'timestamp with time zone': 'Instant',
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  bytea: 'Buffer',
  jsonb: 'Json',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
  'integer[]': 'number[]',
  'smallint[]': 'number[]',
  'bytea[]': 'Buffer[]',
};

const HEAD = `// Written by store/write-schema.ts from the migrated database; a test holds it against the migrations.
import type { ColumnType, GeneratedAlways } from 'kysely';

/** Read as a Date, written as a Date or an ISO text. */
type Instant = ColumnType<Date, Date | string, Date | string>;
/** Read as a value, written as its JSON text. */
// biome-ignore lint/suspicious/noExplicitAny: what is inside belongs to whoever owns the column
type Json = ColumnType<any, string, string>;
type Nullable<T> = [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S | null, I | null | undefined, U | null> : T | null;
/** Has a value of the database's own when none is written. */
type Given<T> = [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
`;

/** The TypeScript of the tables as they are: one interface a table, then `Schema`. */
export async function schemaText(client: Client): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  const tables = [...byTable].map(([table, columns]) => `interface ${nameOf(table)} {\n${columns.map(line).join('\n')}\n}`);
  const list = [...byTable.keys()].map((table) => `  '${table}': ${nameOf(table)};`);
  return `${HEAD}\n${tables.join('\n\n')}\n\n/** Every table of the platform. */\nexport interface Schema {\n${list.join('\n')}\n}\n`;
}

const nameOf = (table: string): string =>
  table
    .split(/[._]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function line({ name, type, required, given, always, words }: Column): string {
  const plain = wordsOf(words) ?? TYPES[type];
  if (!plain) throw new Error(`no TypeScript for ${type} of ${name}`);
  const nullable = required ? plain : plain === 'Instant' || plain === 'Json' ? `Nullable<${plain}>` : `${plain} | null`;
  const full = always ? `GeneratedAlways<${nullable}>` : given ? `Given<${nullable}>` : nullable;
  return `  ${name}: ${full};`;
}

/** `CHECK ((kind = ANY (ARRAY['a'::text, 'b'::text])))` → `'a' | 'b'`. */
function wordsOf(constraint: string | null): string | undefined {
  const found = [...(constraint ?? '').matchAll(/'([^']+)'::text/g)].map(([, word]) => `'${word}'`);
  return found.length > 0 ? found.join(' | ') : undefined;
}
