import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Store } from '@liangjian/platform/store';
import pg from 'pg';

const run = promisify(execFile);

export interface PlainRate {
  readonly perSecond: number;
  readonly by: string;
}

/** The floor: inserts of one row with as many bytes as a tip has, each a transaction of its own, nothing else. */
export async function plainInserts(store: Store, folder: string, bytes: number, clients: number, seconds: number): Promise<PlainRate> {
  const { host, port, user, password, database } = store.addressOf('liangjian_migrate');
  const statement = `insert into bench.plain (body) values (decode(repeat('a7', ${bytes}), 'hex'))`;
  const script = join(folder, 'plain.sql');
  writeFileSync(script, `${statement};\n`);
  const args = ['-n', '-c', clients, '-j', 2, '-T', seconds, '-f', script, '-h', host, '-p', port, '-U', user, database].map(String);
  try {
    const { stdout } = await run('pgbench', args, { env: { ...process.env, PGPASSWORD: password } });
    return { perSecond: Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]), by: 'pgbench' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { perSecond: await byNode(store, statement, clients, seconds), by: 'pg of Node, as there is no pgbench' };
  }
}

async function byNode(store: Store, statement: string, clients: number, seconds: number): Promise<number> {
  const pool = new pg.Pool({ ...store.addressOf('liangjian_migrate'), max: clients });
  const end = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (; performance.now() < end; done += 1) await pool.query(statement);
    }),
  );
  await pool.end();
  return done / seconds;
}
