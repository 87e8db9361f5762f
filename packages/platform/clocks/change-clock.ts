import { approvers, type Approver, type Limit, type PauseGround, pauseGrounds, shanghaiDay } from '@liangjian/law';
import { z } from 'zod';
import { type Act, defineCommand } from '../command/index.ts';
import { calendarOf } from './calendar-store.ts';
import type { ClockFacts } from './clock-facts.ts';
import { type ClockRow, columnsOf, factsOf, openClock, reckonAnew, refreshDue } from './clock-row.ts';
import { TriageFault } from './fault.ts';

const day = z.iso.date();
/** The clock as the officer saw it, and why it is changed. */
const change = { clock: z.uuid(), version: z.int().min(1), why: z.string().trim().min(2).max(500) };

const auditOf = (
  input: { readonly clock: string; readonly why: string },
  before: ClockRow,
  after: ClockRow,
  detail: Readonly<Record<string, string | null>>,
) => ({
  kind: before.tip === null ? ('case' as const) : ('tip' as const),
  subject: before.tip ?? before.matter ?? before.id,
  why: input.why,
  detail: { clock: input.clock, rule: before.rule, ...detail, before: before.rolled, after: after.rolled },
  district: before.district,
});

/** Stops counting from `from` on. The grounds are those of the rule; a pause before the start of the clock is refused. */
export const pauseClock = defineCommand({
  name: 'clock.pause',
  permission: 'tip.triage',
  input: z.strictObject({ ...change, from: day, ground: z.enum(Object.keys(pauseGrounds) as [PauseGround, ...PauseGround[]]) }),
  guard: async ({ tx }, { clock, version, from }) => {
    const row = await openClock(tx, clock, version);
    if (row.state === 'paused') throw new TriageFault('clock-not-running');
    if (from < shanghaiDay(row.start_on))
      throw new TriageFault('clock-rule-forbids', { zh: '暂停不能早于起算日。', en: 'A pause cannot begin before the clock.' });
    return row;
  },
  effect: async (act, { from, ground, why }, row) => {
    const facts = factsOf(row);
    return await write(act, row, {
      ...facts,
      pauses: [...facts.pauses, { from, to: null, ground, by: act.context.actor, why, endedBy: null }],
    });
  },
  audit: (input, before, after) => auditOf(input, before, after, { from: input.from, ground: input.ground }),
});

/** Counts again: `to` is the last day that is not counted. */
export const resumeClock = defineCommand({
  name: 'clock.resume',
  permission: 'tip.triage',
  input: z.strictObject({ ...change, to: day }),
  guard: async ({ tx }, { clock, version }) => {
    const row = await openClock(tx, clock, version);
    if (row.state !== 'paused') throw new TriageFault('clock-not-running');
    return row;
  },
  effect: async (act, { to }, row) => {
    const facts = factsOf(row);
    const pauses = facts.pauses.map((pause) => (pause.to === null ? { ...pause, to, endedBy: act.context.actor } : pause));
    return await write(act, row, { ...facts, pauses });
  },
  audit: (input, before, after) => auditOf(input, before, after, { to: input.to }),
});

/** Enters an extension that was approved. Who may approve, how much and how often stands in the rule; one that came too late is refused. */
export const extendClock = defineCommand({
  name: 'clock.extend',
  permission: 'tip.decide',
  input: z.strictObject({
    ...change,
    approver: z.enum(Object.keys(approvers) as [Approver, ...Approver[]]),
    grantedOn: day,
    limit: z.strictObject({ value: z.int().min(1).max(365), unit: z.enum(['working-day', 'calendar-day', 'month', 'year']) }).optional(),
  }),
  guard: async ({ tx }, { clock, version }) => await openClock(tx, clock, version),
  effect: async (act, { approver, grantedOn, limit, why }, row) => {
    const facts = factsOf(row);
    const extension = { approver, grantedOn, by: act.context.actor, why, ...(limit === undefined ? {} : { limit: limit satisfies Limit }) };
    const calendar = await calendarOf(act.tx);
    const next = { ...facts, extensions: [...facts.extensions, extension] };
    const late = reckonAnew(next, calendar).due.steps.find(({ kind, text }) => kind === 'extension' && text.en.includes('does not count'));
    if (late !== undefined) throw new TriageFault('clock-rule-forbids', late.text);
    return await write(act, row, next);
  },
  audit: (input, before, after) => auditOf(input, before, after, { approver: input.approver, grantedOn: input.grantedOn }),
});

async function write({ tx }: Act, row: ClockRow, facts: ClockFacts): Promise<ClockRow> {
  const reckoned = reckonAnew(facts, await calendarOf(tx));
  const written = await tx
    .updateTable('app.clock')
    .set({
      ...columnsOf(reckoned),
      pauses: JSON.stringify(facts.pauses),
      extensions: JSON.stringify(facts.extensions),
      state: facts.pauses.some(({ to }) => to === null) ? 'paused' : 'running',
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (row.tip !== null) await refreshDue(tx, row.tip);
  return written;
}
