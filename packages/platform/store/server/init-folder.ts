import { spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreFault } from '../fault.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { ADMIN } from './secrets.ts';

/**
 * Settings that differ from PostgreSQL's own. A statement that failed may carry what an informant wrote, and so may its error
 * (`invalid input syntax: "…"`): neither enters the server's log; whoever asked is told, and writes down the code. No network port: the socket's folder belongs to the server's account.
 */
const CONFIGURATION = `
listen_addresses = ''
unix_socket_permissions = 0700
password_encryption = 'scram-sha-256'
max_connections = 100
shared_buffers = '128MB'
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_statement = 'none'
log_min_messages = 'log'
log_min_error_statement = 'panic'
log_error_verbosity = 'terse'
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
logging_collector = on
log_directory = 'log'
log_filename = 'postgres-%u.log'
log_rotation_age = '1d'
log_truncate_on_rotation = on
`;

/**
 * Makes an empty cluster in `folder`: UTF-8, order by bytes (so that data files do not depend on one machine's C library;
 * Chinese order is asked for where people read a list), checksums on, log-in by password only.
 * Throws `store-folder-unusable` when the programs cannot run or the folder cannot be written.
 */
export function initFolder(folder: string, { initdb }: Binaries, account: Account, password: string, durable: boolean): void {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  // Made beside its place and moved there whole: neither a crash nor a second start ever leaves half a cluster.
  const draft = `${folder}.new-${process.pid}`;
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
    const options = ['-D', draft, '-U', ADMIN, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C', '-k'];
    const made = spawnSync(initdb, durable ? options : [...options, '--no-sync'], {
      encoding: 'utf8',
      cwd: draft,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      ...account,
    });
    if (made.status !== 0)
      throw new StoreFault('store-folder-unusable', made.error?.message ?? (made.stderr || `initdb ended with ${made.status}`).trim());
    appendFileSync(join(draft, 'postgresql.conf'), CONFIGURATION);
    renameSync(draft, folder);
  } catch (error) {
    // Somebody else was faster: theirs is as good.
    if (existsSync(join(folder, 'PG_VERSION'))) return;
    throw error instanceof StoreFault ? error : new StoreFault('store-folder-unusable', (error as Error).message);
  } finally {
    for (const path of [passwordFile, draft]) rmSync(path, { recursive: true, force: true });
  }
}
