import type { Calendar } from '@liangjian/law';
import { append } from '../../audit/append.ts';
import { type ClockStory, explainClock, factsOf, reckon } from '../../clocks/index.ts';
import { found } from '../../command/index.ts';
import type { Tx } from '../../store/index.ts';

/** The clocks of a tip, each told in words from its stored facts. Throws `not-found`. */
export async function clockStories(
  tx: Tx,
  tip: string,
  calendar: Calendar,
): Promise<{ readonly clocks: readonly (ClockStory & { readonly id: string; readonly version: number; readonly state: string })[] }> {
  found(await tx.selectFrom('app.tip').select('id').where('id', '=', tip).executeTakeFirst());
  const rows = await tx.selectFrom('app.clock').selectAll().where('tip', '=', tip).orderBy('working').orderBy('id').execute();
  const { at } = await tx.selectNoFrom((eb) => eb.fn<string>('app.today').as('at')).executeTakeFirstOrThrow();
  const clocks = rows.flatMap((row) => {
    const facts = factsOf(row);
    const reckoned = reckon(facts, calendar);
    if (reckoned === null) return [];
    const story = explainClock({ facts, reckoned, startedBy: row.started_by, metOn: row.met_on, at, calendar });
    return [{ id: row.id, version: row.version, state: row.state, ...story }];
  });
  await append(tx, [{ act: 'clock.list', kind: 'tip', subject: tip, detail: { shown: clocks.length } }]);
  return { clocks };
}
