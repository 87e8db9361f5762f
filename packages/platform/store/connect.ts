import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

/** A pool under one role. Sees no row by itself: use `within`. */
export type Db = Kysely<Schema>;
/** The queries of one transaction. A transaction inside a transaction would lose the context, so that it cannot be asked for. */
export type Tx = Omit<Kysely<Schema>, 'transaction' | 'startTransaction' | 'connection' | 'destroy'>;

/** Where a server is, and as whom. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly ssl?: pg.ConnectionConfig['ssl'];
}

const INT8 = 20;
const DATE = 1082;

/** Days stay `YYYY-MM-DD`, whatever the time zone of this process; counts are numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as typeof pg.types.getTypeParser,
};

/** A pool of at most `max` connections. Sessions that lose their server are dropped; the next one is opened anew. */
export function connect(address: Address, max = 10): Db {
  const pool = new pg.Pool({
    ...address,
    max,
    types,
    application_name: 'liangjian',
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  // A session that breaks, idle or at work, would else end the process; its query fails and tells whoever asked.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
