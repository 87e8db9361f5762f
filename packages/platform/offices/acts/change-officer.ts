import { sql } from 'kysely';
import { z } from 'zod';
import { type Act, changed, defineCommand, found } from '../../command/index.ts';
import type { Tx } from '../../store/index.ts';
import { OfficeFault } from '../fault.ts';
import { roleList } from './invite.ts';

const which = { officer: z.uuid(), version: z.int().min(1) };
const why = z.string().trim().min(2).max(500);

/** The officer at the version that was seen. Nobody changes what they themselves may do. */
async function officerFor({ tx, context }: Act, { officer, version }: { readonly officer: string; readonly version: number }) {
  const row = found(
    await tx
      .selectFrom('app.officer as o')
      .innerJoin('app.office as f', 'f.id', 'o.office')
      .select(['o.id', 'o.office', 'o.state', 'o.version', 'f.district'])
      .where('o.id', '=', officer)
      .executeTakeFirst(),
  );
  if (row.version !== version) throw new OfficeFault('version-conflict');
  if (officer === context.actor) throw new OfficeFault('same-person');
  return row;
}

/** Ends every session that began before now: what an officer may do is what it is after the change. */
const touch = async (
  tx: Tx,
  officer: string,
  version: number,
  set: { readonly office?: string; readonly state?: 'active' | 'suspended' | 'left' },
) =>
  changed(
    await tx
      .updateTable('app.officer')
      .set({ ...set, changed_at: sql`now()`, version: version + 1 })
      .where('id', '=', officer)
      .where('version', '=', version)
      .executeTakeFirst(),
  );

/** Gives an officer other roles from today on; those that end are kept as history. */
export const setRoles = defineCommand({
  name: 'officer.set-roles',
  permission: 'officer.keep',
  input: z.strictObject({ ...which, roles: roleList, why }),
  guard: officerFor,
  effect: async ({ tx, context }, { officer, version, roles }) => {
    await tx
      .updateTable('app.officer_role')
      .set({ valid_until: sql`app.today() - 1` })
      .where('officer', '=', officer)
      .where('role', 'not in', roles)
      .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', sql<string>`app.today()`)]))
      .execute();
    await tx
      .insertInto('app.officer_role')
      .values(roles.map((role) => ({ officer, role, granted_by: context.actor })))
      .onConflict((conflict) => conflict.columns(['officer', 'role', 'valid_from']).doUpdateSet({ valid_until: null }))
      .execute();
    await touch(tx, officer, version, {});
    return { version: version + 1 };
  },
  audit: ({ officer, roles, why: reason }, { district }) => ({
    kind: 'officer',
    subject: officer,
    why: reason,
    detail: { roles: roles.join(' ') },
    district,
  }),
});

/** Moves an officer to another office: from then on only its tips are seen. */
export const moveOfficer = defineCommand({
  name: 'officer.move',
  permission: 'officer.keep',
  input: z.strictObject({ ...which, office: z.string().max(40), why }),
  guard: async (act, input) => {
    found(await act.tx.selectFrom('app.office').select('id').where('id', '=', input.office).where('active', '=', true).executeTakeFirst());
    return officerFor(act, input);
  },
  effect: async ({ tx }, { officer, version, office }) => {
    await touch(tx, officer, version, { office });
    return { version: version + 1 };
  },
  audit: ({ officer, office, why: reason }, before) => ({
    kind: 'officer',
    subject: officer,
    why: reason,
    detail: { from: before.office, to: office },
    district: before.district,
  }),
});

/** Suspends an officer, lets one in again, or notes that one has left. Sessions end at once. */
export const setState = defineCommand({
  name: 'officer.set-state',
  permission: 'officer.keep',
  input: z.strictObject({ ...which, state: z.enum(['active', 'suspended', 'left']), why }),
  guard: async (act, input) => {
    const row = await officerFor(act, input);
    // Who never took up the invitation has nothing to log in with, and who has left comes back by a new one.
    if (row.state === 'invited' || row.state === 'left' || row.state === input.state) throw new OfficeFault('wrong-state');
    return row;
  },
  effect: async ({ tx }, { officer, version, state }) => {
    await touch(tx, officer, version, { state });
    return { version: version + 1 };
  },
  audit: ({ officer, state, why: reason }, { district, state: before }) => ({
    kind: 'officer',
    subject: officer,
    why: reason,
    detail: { from: before, to: state },
    district,
  }),
});
