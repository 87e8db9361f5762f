import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Log-in roles of the database. The four application roles own nothing. */
export const LOGIN_ROLES = ['liangjian_migrate', 'liangjian_portal', 'liangjian_console', 'liangjian_worker', 'liangjian_vault'] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];

/** Name of the superuser of an embedded server. */
export const ADMIN = 'liangjian_admin';

/** Password of every log-in role, by name. */
export type DatabaseSecrets = Readonly<Record<LoginRole | typeof ADMIN, string>>;

const NAMES = [ADMIN, ...LOGIN_ROLES] as const;

/** Passwords of the roles, drawn once and kept in a file that only its owner may read. Several machines on one database share the file. */
export function databaseSecrets(file: string): DatabaseSecrets {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<DatabaseSecrets>) : undefined;
  if (known && NAMES.every((name) => known[name])) return known as DatabaseSecrets;
  const drawn = Object.fromEntries(NAMES.map((name) => [name, known?.[name] ?? randomBytes(24).toString('base64url')]));
  const draft = `${file}.new-${process.pid}`;
  writeFileSync(draft, JSON.stringify(drawn), { mode: 0o600 });
  // Of two that start for the first time at once, one makes the file; both go on with what is in it.
  if (known) renameSync(draft, file);
  else linkUnlessThere(draft, file);
  return JSON.parse(readFileSync(file, 'utf8')) as DatabaseSecrets;
}

function linkUnlessThere(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
