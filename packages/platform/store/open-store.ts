import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { installJobs } from '../jobs/install-jobs.ts';
import { type Address, connect, type Db } from './connect.ts';
import { StoreFault } from './fault.ts';
import { migrate } from './migrate.ts';
import { ensureDatabase, ensureRoles } from './server/roles.ts';
import { ADMIN, type DatabaseSecrets, databaseSecrets, type LoginRole } from './server/secrets.ts';
import { keepServer } from './server/keep.ts';
import type { Server } from './server/start.ts';

export interface StoreOptions {
  /** Folder of all data; the database lives in `<data>/database`. */
  readonly data: string;
  /** An administrator's connection to another server (`DATABASE_URL`); without it a server of our own is started. */
  readonly url?: string | undefined;
  /** Connections a role may hold. Default 10. */
  readonly connections?: number;
  /** Told when the server ended by itself; it is being started again then. */
  readonly onLost?: (detail: string) => void;
}

/** The database, one pool a role. */
export interface Store {
  readonly portal: Db;
  readonly console: Db;
  readonly worker: Db;
  readonly vault: Db;
  /** Where each role connects to: for pg-boss and for command-line tools. */
  readonly addressOf: (role: LoginRole) => Address;
  /** Names of migrations applied while opening. */
  readonly migrated: readonly string[];
  /** Closes the pools, then the server if it is ours. */
  stop(): Promise<void>;
}

export const DATABASE = 'liangjian';

/**
 * Opens the store: starts or reaches the server, makes roles, migrates, connects.
 * Throws `store-in-use`, `store-folder-unusable`, `store-unreachable`, `migration-changed`.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const folder = join(options.data, 'database');
  if (options.url) {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    return await openAt(addressOfUrl(options.url), databaseSecrets(join(folder, 'secrets.json')), options);
  }
  const keeper = await keepServer(folder, options.onLost);
  try {
    const { server } = keeper;
    await createDatabase(server, DATABASE);
    return await openAt(adminAddress(server, DATABASE), server.secrets, options, keeper.stop);
  } catch (error) {
    await keeper.stop();
    throw error;
  }
}

/** The administrator's way into a database of an embedded server. */
export const adminAddress = ({ host, port, secrets }: Pick<Server, 'host' | 'port' | 'secrets'>, database: string): Address => ({
  host,
  port,
  database,
  user: ADMIN,
  password: secrets[ADMIN],
});

/** Makes an empty database unless it is there. */
export async function createDatabase(server: Pick<Server, 'host' | 'port' | 'secrets'>, database: string): Promise<void> {
  await asClient(adminAddress(server, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  });
}

/** Roles and structure of one database; returns the migrations applied. */
export async function prepare(admin: Address, secrets: DatabaseSecrets): Promise<string[]> {
  await asClient(admin, async (client) => {
    await ensureRoles(client, secrets);
    await ensureDatabase(client);
  });
  const owner = addressFor(admin, secrets, 'liangjian_migrate');
  await installJobs(owner);
  return await asClient(owner, migrate);
}

async function openAt(admin: Address, secrets: DatabaseSecrets, options: StoreOptions, after?: () => Promise<void>): Promise<Store> {
  const migrated = await prepare(admin, secrets);
  return poolsAt(admin, secrets, migrated, options.connections, after);
}

/** Pools of the application roles over a prepared database. */
export function poolsAt(
  admin: Address,
  secrets: DatabaseSecrets,
  migrated: readonly string[],
  connections = 10,
  after: () => Promise<void> | undefined = () => undefined,
): Store {
  const addressOf = (role: LoginRole): Address => addressFor(admin, secrets, role);
  const pools = {
    portal: connect(addressOf('liangjian_portal'), connections),
    console: connect(addressOf('liangjian_console'), connections),
    worker: connect(addressOf('liangjian_worker'), connections),
    vault: connect(addressOf('liangjian_vault'), Math.min(connections, 4)),
  };
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await Promise.all(Object.values(pools).map((pool) => pool.destroy()));
    await after();
  };
  return {
    ...pools,
    addressOf,
    migrated,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

const addressFor = (admin: Address, secrets: DatabaseSecrets, role: LoginRole): Address => ({
  ...admin,
  user: role,
  password: secrets[role],
});

/** `postgres://user:password@host:5432/database?sslmode=verify-full`, or `?host=/run/postgresql` for a socket. */
function addressOfUrl(url: string): Address {
  const { host, port, database, user, password, ssl } = new pg.Client({ connectionString: url });
  if (!database || !user) throw new StoreFault('store-unreachable', 'DATABASE_URL names no user or database');
  return { host, port, database, user, password: password ?? '', ...(ssl ? { ssl: ssl as Address['ssl'] } : {}) };
}

async function asClient<T>(address: Address, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(address);
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StoreFault('store-unreachable', (error as Error).message);
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
