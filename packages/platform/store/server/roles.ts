import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { type DatabaseSecrets, LOGIN_ROLES } from './secrets.ts';

/** Role that owns the few functions running with other rights than their caller's. Nobody can log in as it. */
const DEFINER = 'liangjian_definer';

/**
 * Roles that the migrations count on, and the right to make schemas in this database. Runs as an administrator of the server;
 * passwords are set anew each time, so that the file of secrets is the only place that knows them.
 */
export async function ensureRoles(admin: Client, secrets: DatabaseSecrets): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>('select rolname from pg_roles');
  const known = new Set(rows.map(({ rolname }) => rolname));
  if (!known.has(DEFINER)) await admin.query(`create role ${DEFINER} nologin`);
  for (const role of LOGIN_ROLES) {
    // SCRAM is reckoned in the server; a statement that fails is not logged with its text.
    const verb = known.has(role) ? 'alter' : 'create';
    await admin.query(
      `${verb} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${escapeLiteral(secrets[role])}`,
    );
  }
  await admin.query(`grant ${DEFINER} to liangjian_migrate`);
  await keepOutOfLog(admin);
}

/**
 * Errors of the application roles may repeat what a person wrote: they are told to whoever asked, not to the server's log. On a server
 * of somebody else only a superuser may say so; without one it is up to the settings there (see the README).
 */
async function keepOutOfLog(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ mighty: boolean }>('select rolsuper as mighty from pg_roles where rolname = current_user');
  if (!rows[0]?.mighty) return;
  for (const role of LOGIN_ROLES.filter((name) => name !== 'liangjian_migrate'))
    for (const [name, value] of Object.entries(QUIET)) await admin.query(`alter role ${role} set ${name} = ${escapeLiteral(value)}`);
}

const QUIET = { log_min_messages: 'log', log_min_error_statement: 'panic', log_statement: 'none', log_parameter_max_length_on_error: '0' };

/** Lets the migrations work in the database the administrator is connected to, and nobody else make anything there. */
export async function ensureDatabase(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('select current_database() as name');
  const database = escapeIdentifier(rows[0]?.name ?? '');
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query(`grant connect, create, temporary on database ${database} to liangjian_migrate`);
  await admin.query(`grant connect on database ${database} to ${LOGIN_ROLES.join(', ')}`);
}
