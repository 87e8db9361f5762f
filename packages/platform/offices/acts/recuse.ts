import { sql } from 'kysely';
import { z } from 'zod';
import { defineCommand, found } from '../../command/index.ts';
import { OfficeFault } from '../fault.ts';

/**
 * Declares one's own recusal, or decides that of another (APL art. 43): from then on the officer does not see the matter, and leaders see
 * that it happened. Only somebody who sees the matter can be recused from it, or recuse.
 */
export const recuse = defineCommand({
  name: 'officer.recuse',
  permission: 'recusal.declare',
  input: z.strictObject({
    officer: z.uuid(),
    subjectKind: z.enum(['tip', 'operator']),
    subject: z.uuid(),
    ground: z.string().trim().min(2).max(500),
  }),
  guard: async ({ tx, context }, { officer, subjectKind, subject }) => {
    const leads = context.roles.some((role) => ['unit-head', 'department-head', 'command'].includes(role));
    if (officer !== context.actor && !leads) throw new OfficeFault('not-found');
    const person = found(
      await tx
        .selectFrom('app.officer as o')
        .innerJoin('app.office as f', 'f.id', 'o.office')
        .select(['o.id', 'f.district'])
        .where('o.id', '=', officer)
        .executeTakeFirst(),
    );
    const table = subjectKind === 'tip' ? 'app.tip' : 'app.operator';
    found(await tx.selectFrom(table).select('id').where('id', '=', subject).executeTakeFirst());
    const known = await tx
      .selectFrom('app.recusal')
      .select('id')
      .where('officer', '=', officer)
      .where('subject', '=', subject)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (known) throw new OfficeFault('wrong-state');
    return person;
  },
  effect: async ({ tx, context }, { officer, subjectKind, subject, ground }) => {
    await tx
      .insertInto('app.recusal')
      .values({ officer, subject_kind: subjectKind, subject, ground, decided_by: context.actor, since: sql`now()` })
      .execute();
    return {};
  },
  audit: ({ officer, subjectKind, subject, ground }, { district }) => [
    { kind: 'officer', subject: officer, why: ground, detail: { from: subject }, district },
    { kind: subjectKind, subject, why: ground, detail: { officer }, district },
  ],
});
