import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connect, type Db } from '../connect.ts';
import { adminAddress, poolsAt, type Store } from '../open-store.ts';
import { type TestServer, testServer } from './test-server.ts';

/** A store of its own for one test file. */
export interface TestStore extends Store {
  /** Sees and changes everything, beside all policies: for looking at what a test did, and for doing harm. */
  readonly owner: Db;
  /** As the role that migrations run under. */
  readonly database: string;
}

/**
 * A migrated, empty database that nobody else uses. Call `stop` in `afterAll`. The server is shared by the whole run, does not
 * sync to disk and goes away with the test runner.
 */
export async function openTestStore(): Promise<TestStore> {
  const server = await testServer();
  const database = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${database} template ${server.template}`);
  // Rights on the database itself are not part of a template.
  await asAdmin(server, `revoke all on database ${database} from public`);
  await asAdmin(
    server,
    `grant connect on database ${database} to liangjian_migrate, liangjian_portal, liangjian_console, liangjian_worker, liangjian_vault`,
  );
  const admin = adminAddress(server, database);
  const owner = connect(admin, 2);
  const store = poolsAt(admin, server.secrets, [], 8, async () => {
    await owner.destroy();
    await asAdmin(server, `drop database ${database} with (force)`);
  });
  return { ...store, owner, database };
}

async function asAdmin(server: TestServer, sql: string): Promise<void> {
  const client = new pg.Client(adminAddress(server, 'postgres'));
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
