import { sql, type Selectable } from 'kysely';
import { changed, found } from '../../command/index.ts';
import { TriageFault } from '../../clocks/fault.ts';
import type { Schema, Tx } from '../../store/index.ts';

export type TipRow = Selectable<Schema['app.tip']>;

/** Where a tip stands while it is triaged. `verification` and `mediation` go on in the inspection and the case. */
export type TipState =
  | 'received'
  | 'triage'
  | 'returned'
  | 'transferred'
  | 'accepted'
  | 'refused'
  | 'verification'
  | 'mediation'
  | 'closed'
  | 'import-undone';

/** States in which nothing was decided yet. */
export const undecided: readonly TipState[] = ['received', 'triage', 'returned', 'transferred'];

/**
 * Reads a tip for an act and locks it. Throws `not-found` for what the context does not see, `version-conflict` when somebody was faster,
 * `wrong-state` when the act does not fit.
 */
export async function tipFor(tx: Tx, id: string, version: number, states: readonly TipState[]): Promise<TipRow> {
  const tip = found(await tx.selectFrom('app.tip').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
  if (tip.version !== version) throw new TriageFault('version-conflict');
  if (!states.includes(tip.state as TipState)) throw new TriageFault('wrong-state');
  return tip;
}

/** Changes a tip that `tipFor` has read, and tells its history. */
export async function moveTip(
  tx: Tx,
  tip: TipRow,
  act: string,
  change: {
    readonly state?: TipState;
    readonly set?: Partial<Pick<TipRow, 'scene' | 'violation_kinds' | 'handler' | 'operator' | 'shop' | 'touchpoint'>>;
    readonly ground?: string;
    readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  },
): Promise<{ readonly version: number; readonly state: string }> {
  const state = change.state ?? (tip.state as TipState);
  const version = tip.version + 1;
  changed(
    await tx
      .updateTable('app.tip')
      .set({ ...change.set, version, ...(state === tip.state ? {} : { state, state_since: sql`now()` }) })
      .where('id', '=', tip.id)
      .where('version', '=', tip.version)
      .executeTakeFirst(),
  );
  await tx
    .insertInto('app.tip_event')
    .values({
      tip: tip.id,
      act,
      from_state: tip.state,
      to_state: state,
      ground: change.ground ?? null,
      detail: JSON.stringify(change.detail ?? {}),
    })
    .execute();
  return { version, state };
}

/** Today in Shanghai, by the clock of the database. */
export async function today(tx: Tx): Promise<string> {
  return (await tx.selectNoFrom((eb) => eb.fn<string>('app.today').as('day')).executeTakeFirstOrThrow()).day;
}
