import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connect, type Db } from '../connect.ts';
import { adminAddress, poolsAt, type Store } from '../open-store.ts';
import { ensureDatabase } from '../server/roles.ts';
import { type TestServer, testServer } from './test-server.ts';

/** A store of its own for one test file. */
export interface TestStore extends Store {
  /** Sees and changes everything, beside all policies: for looking at what a test did, and for doing harm. */
  readonly owner: Db;
  /** Its name. */
  readonly database: string;
}

/**
 * A migrated, empty database that nobody else uses. Call `stop` in `afterAll`. The server is shared by the whole run, does not
 * sync to disk and goes away with the test runner.
 */
export async function openTestStore(): Promise<TestStore> {
  const server = await testServer();
  const database = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, (client) => client.query(`create database ${database} template ${server.template}`));
  // Rights on the database itself are not part of a template.
  await asAdmin(server, ensureDatabase, database);
  const admin = adminAddress(server, database);
  const owner = connect(admin, 2);
  const store = poolsAt(admin, server.secrets, [], 8, async () => {
    await owner.destroy();
    await asAdmin(server, (client) => client.query(`drop database ${database} with (force)`));
  });
  return { ...store, owner, database };
}

async function asAdmin(server: TestServer, work: (client: pg.Client) => Promise<unknown>, database = 'postgres'): Promise<void> {
  const client = new pg.Client(adminAddress(server, database));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
