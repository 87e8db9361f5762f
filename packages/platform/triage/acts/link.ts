import { sql } from 'kysely';
import { z } from 'zod';
import { TriageFault } from '../../clocks/fault.ts';
import { defineCommand, found } from '../../command/index.ts';

const reasons = z
  .array(z.enum(['operator', 'uscc', 'name', 'touchpoint', 'place', 'text', 'time', 'officer']))
  .min(1)
  .max(8);

/** Says that two tips are about one matter. Nothing is merged: each keeps its clocks, its office and its notices, and the link can be undone. */
export const linkTips = defineCommand({
  name: 'tip.link',
  permission: 'tip.triage',
  input: z.strictObject({ tip: z.uuid(), other: z.uuid(), kind: z.enum(['duplicate', 'same-matter']), restsOn: reasons }),
  guard: async ({ tx }, { tip, other }) => {
    if (tip === other) throw new TriageFault('invalid-input');
    // Both ends must be visible: a link to what one may not see would tell that it is there.
    const rows = await tx.selectFrom('app.tip').select(['id', 'district']).where('id', 'in', [tip, other]).execute();
    if (rows.length !== 2) throw new TriageFault('not-found');
    return rows;
  },
  effect: async ({ tx }, { tip, other, kind, restsOn }) => {
    const [one, two] = [tip, other].sort() as [string, string];
    const link = await tx
      .insertInto('app.tip_link')
      .values({ one, other: two, kind, rests_on: JSON.stringify(restsOn) })
      .onConflict((conflict) => conflict.columns(['one', 'other']).where('undone_at', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (link === undefined) throw new TriageFault('wrong-state', { zh: '这两件已经关联。', en: 'The two are linked already.' });
    for (const [mine, theirs] of [
      [tip, other],
      [other, tip],
    ] as const)
      await tx
        .insertInto('app.tip_event')
        .values({ tip: mine, act: 'linked', detail: JSON.stringify({ other: theirs, kind }) })
        .execute();
    return { link: link.id };
  },
  audit: ({ tip, other, kind, restsOn }, rows) =>
    rows.map(({ id, district }) => ({
      kind: 'tip' as const,
      subject: id,
      detail: { other: id === tip ? other : tip, link: kind, restsOn: restsOn.join(' ') },
      district,
    })),
});

/** Takes a link back; what it was stays readable. */
export const unlinkTips = defineCommand({
  name: 'tip.unlink',
  permission: 'tip.triage',
  input: z.strictObject({ link: z.uuid(), why: z.string().trim().min(2).max(500) }),
  guard: async ({ tx }, { link }) => {
    const row = found(await tx.selectFrom('app.tip_link').selectAll().where('id', '=', link).forUpdate().executeTakeFirst());
    if (row.undone_at !== null) throw new TriageFault('wrong-state');
    return row;
  },
  effect: async ({ tx, context }, { link }, row) => {
    await tx.updateTable('app.tip_link').set({ undone_by: context.actor, undone_at: sql`now()` }).where('id', '=', link).execute();
    for (const tip of [row.one, row.other])
      await tx
        .insertInto('app.tip_event')
        .values({ tip, act: 'unlinked', detail: JSON.stringify({ link }) })
        .execute();
    return { one: row.one, other: row.other };
  },
  audit: ({ link, why }, row) => [row.one, row.other].map((subject) => ({ kind: 'tip' as const, subject, why, detail: { link } })),
});
