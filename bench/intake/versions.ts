import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { promisify } from 'node:util';
import type { Store } from '@liangjian/platform/store';
import { sql } from 'kysely';

const run = promisify(execFile);

/** What the figures were made with. */
export async function versionsOf({ console: db }: Store): Promise<string> {
  const { rows } = await sql<{ server: string; commit: string; fsync: string }>`
    select current_setting('server_version') as server, current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync`.execute(
    db,
  );
  const [row] = rows;
  const pgbench = await run('pgbench', ['--version']).then(
    ({ stdout }) => stdout.trim(),
    () => 'no pgbench',
  );
  const [cpu] = cpus();
  return `PostgreSQL ${row?.server} (fsync ${row?.fsync}, synchronous_commit ${row?.commit}), ${pgbench}, Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'CPU'}`;
}
