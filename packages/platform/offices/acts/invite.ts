import { z } from 'zod';
import { defineCommand, found } from '../../command/index.ts';
import { OFFICER_ROLES } from '../../permission/index.ts';
import { inviteOfficer } from '../invitation.ts';
import { OfficeFault } from '../fault.ts';

export const roleList = z.array(z.enum(OFFICER_ROLES)).min(1).max(OFFICER_ROLES.length);
/** Letters, digits, dots and dashes: what can be typed on any keyboard and said over the phone. */
export const logInName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9.-]{2,39}$/);

/**
 * Puts an officer in and gives the token of the invitation, once. It is an answer to the administrator only and stands in no table;
 * a repeated request needs a new act.
 */
export const invite = defineCommand({
  name: 'officer.invite',
  permission: 'officer.keep',
  input: z.strictObject({
    logIn: logInName,
    name: z.string().trim().min(1).max(60),
    office: z.string().max(40),
    roles: roleList,
    clearance: z.int().min(0).max(3).default(1),
    licence: z
      .strictObject({ number: z.string().trim().min(4).max(40), from: z.iso.date(), until: z.iso.date() })
      .refine(({ from, until }) => from <= until)
      .nullable()
      .default(null),
    qualifications: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  }),
  guard: async ({ tx }, { logIn, office }) => {
    const { district } = found(await tx.selectFrom('app.office').select('district').where('id', '=', office).executeTakeFirst());
    if (await tx.selectFrom('app.officer').select('id').where('log_in', '=', logIn).executeTakeFirst())
      throw new OfficeFault('wrong-state');
    return district;
  },
  effect: async ({ tx, context }, input) => {
    const invited = await inviteOfficer(tx, context.actor, input);
    await tx
      .updateTable('app.officer')
      .set({
        qualifications: input.qualifications,
        ...(input.licence ? { licence: input.licence.number, licence_from: input.licence.from, licence_until: input.licence.until } : {}),
      })
      .where('id', '=', invited.id)
      .execute();
    return invited;
  },
  audit: ({ roles, office }, district, { id }) => ({
    kind: 'officer',
    subject: id,
    detail: { office, roles: roles.join(' ') },
    district,
  }),
});
