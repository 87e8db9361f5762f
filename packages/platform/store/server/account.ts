import { existsSync, readFileSync, statSync } from 'node:fs';

/** Whom the database server runs as; null: as ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | null;

const CANDIDATES = ['liangjian', 'postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root, so that root lends it an account that exists anyway; no user is created.
 * A folder that has an owner already keeps it, else its files could no longer be read.
 */
export function serverAccount(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  const rows = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const name of CANDIDATES) {
    const row = rows.find((line) => line.startsWith(`${name}:`))?.split(':');
    const [uid, gid] = [Number(row?.[2]), Number(row?.[3])];
    if (row && uid > 0 && gid > 0) return { uid, gid };
  }
  return { uid: 65_534, gid: 65_534 };
}
