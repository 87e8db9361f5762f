import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Log-in roles of the database. The four application roles own nothing. */
export const LOGIN_ROLES = ['liangjian_migrate', 'liangjian_portal', 'liangjian_console', 'liangjian_worker', 'liangjian_vault'] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];

/** Name of the superuser of an embedded server. */
export const ADMIN = 'liangjian_admin';

/** Password of every log-in role, by name. */
export type DatabaseSecrets = Readonly<Record<LoginRole | typeof ADMIN, string>>;

/** Passwords of the roles, drawn once and kept in a file that only its owner may read. */
export function databaseSecrets(file: string): DatabaseSecrets {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<DatabaseSecrets>) : {};
  const names = [ADMIN, ...LOGIN_ROLES] as const;
  if (names.every((name) => known[name])) return known as DatabaseSecrets;
  const secrets = Object.fromEntries(names.map((name) => [name, known[name] ?? randomBytes(24).toString('base64url')]));
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets as DatabaseSecrets;
}
