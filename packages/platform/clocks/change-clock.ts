import { type Approver, type Limit, type PauseGround, shanghaiDay } from '@liangjian/law';
import { append, type AuditDetail } from '../audit/index.ts';
import type { Tx } from '../store/index.ts';
import { calendarOf } from './calendar-store.ts';
import type { ClockFacts } from './clock-facts.ts';
import { type ClockRow, columnsOf, factsOf, openClock, reckonAnew, refreshDue } from './clock-row.ts';
import { TriageFault } from './fault.ts';

/** The clock as the officer saw it, who acts, and why. */
interface Change {
  readonly clock: string;
  readonly version: number;
  readonly by: string;
  readonly why: string;
}

/** Stops counting from `from` on. The grounds are those of the rule; a day before the start of the clock changes nothing and is refused. */
export async function pauseClock(tx: Tx, change: Change & { readonly from: string; readonly ground: PauseGround }): Promise<ClockRow> {
  return await write(tx, change, 'clock.pause', { from: change.from, ground: change.ground }, (facts, row) => {
    if (row.state === 'paused') throw new TriageFault('clock-not-running');
    if (change.from < shanghaiDay(facts.startOn)) throw forbids('暂停不能早于起算日。', 'A pause cannot begin before the clock.');
    const pause = { from: change.from, to: null, ground: change.ground, by: change.by, why: change.why, endedBy: null };
    return { ...facts, pauses: [...facts.pauses, pause] };
  });
}

/** Counts again: `to` is the last day that is not counted. */
export async function resumeClock(tx: Tx, change: Change & { readonly to: string }): Promise<ClockRow> {
  return await write(tx, change, 'clock.resume', { to: change.to }, (facts, row) => {
    if (row.state !== 'paused') throw new TriageFault('clock-not-running');
    return { ...facts, pauses: facts.pauses.map((pause) => (pause.to === null ? { ...pause, to: change.to, endedBy: change.by } : pause)) };
  });
}

/** Enters an extension that was approved. Who may approve, how much and how often stands in the rule. */
export async function extendClock(
  tx: Tx,
  change: Change & { readonly approver: Approver; readonly grantedOn: string; readonly limit?: Limit },
): Promise<ClockRow> {
  const { approver, grantedOn, limit, by, why } = change;
  return await write(
    tx,
    change,
    'clock.extend',
    { approver, grantedOn, limit: limit === undefined ? null : `${limit.value} ${limit.unit}` },
    (facts) => ({
      ...facts,
      extensions: [...facts.extensions, { approver, grantedOn, by, why, ...(limit === undefined ? {} : { limit }) }],
    }),
  );
}

async function write(
  tx: Tx,
  change: Change,
  act: string,
  detail: AuditDetail,
  next: (facts: ClockFacts, row: ClockRow) => ClockFacts,
): Promise<ClockRow> {
  if (change.why.trim() === '') throw new TriageFault('ground-needed');
  const row = await openClock(tx, change.clock, change.version);
  const facts = next(factsOf(row), row);
  const reckoned = reckonAnew(facts, await calendarOf(tx));
  // An extension that came too late lengthens nothing: the rule says so, and an officer must hear it at once.
  const late = reckoned.due.steps.find(({ kind, text }) => kind === 'extension' && text.en.includes('does not count'));
  if (late !== undefined && act === 'clock.extend') throw new TriageFault('clock-rule-forbids', late.text);
  const state =
    reckoned.columns.pausedFrom === null && facts.pauses.every(({ to }) => to !== null) ? ('running' as const) : ('paused' as const);
  const written = await tx
    .updateTable('app.clock')
    .set({
      ...columnsOf(reckoned),
      pauses: JSON.stringify(facts.pauses),
      extensions: JSON.stringify(facts.extensions),
      state,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (row.tip !== null) await refreshDue(tx, row.tip);
  await append(tx, [
    {
      act,
      kind: row.tip === null ? 'case' : 'tip',
      subject: row.tip ?? row.matter ?? row.id,
      why: change.why,
      detail: { clock: row.id, rule: row.rule, ...detail, before: row.rolled, after: written.rolled },
      district: row.district,
    },
  ]);
  return written;
}

const forbids = (zh: string, en: string): TriageFault => new TriageFault('clock-rule-forbids', { zh, en });
