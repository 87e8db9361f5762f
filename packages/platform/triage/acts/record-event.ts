import type { ClockEvent } from '@liangjian/law';
import { z } from 'zod';
import { TriageFault } from '../../clocks/fault.ts';
import { happen } from '../../clocks/happen.ts';
import { defineCommand } from '../../command/index.ts';
import { moveTip, tipFor, type TipState, today } from './tip-row.ts';

interface Step {
  readonly kinds: readonly ('complaint' | 'report')[];
  readonly from: readonly TipState[];
  /** Where the tip stands afterwards; it stays where it is when left out. */
  readonly to?: TipState;
}

const open: readonly TipState[] = ['received', 'triage', 'transferred', 'returned', 'verification'];
const mediated: readonly TipState[] = ['accepted', 'mediation'];
const both = ['complaint', 'report'] as const;

/** What may be recorded of a tip, when, and where it leads. Which clocks an event touches stands in law (`clockEvents`). */
const steps = {
  'new-facts': { kinds: ['report'], from: open },
  'clue-in-mediation': { kinds: ['complaint'], from: mediated },
  'clue-verified': { kinds: ['complaint'], from: [...mediated, 'closed'] },
  'mediation-agreed': { kinds: ['complaint'], from: mediated, to: 'closed' },
  'mediation-ended': { kinds: ['complaint'], from: mediated, to: 'closed' },
  'ending-told': { kinds: ['complaint'], from: ['closed'] },
  'filing-decided': { kinds: ['report'], from: ['verification'] },
  'filing-told': { kinds: ['report'], from: ['verification', 'closed'] },
  'report-handled': { kinds: both, from: [...mediated, 'verification', 'closed'], to: 'closed' },
  'result-told': { kinds: both, from: ['closed', 'refused'] },
} as const satisfies Partial<Record<ClockEvent, Step>>;

type RecordedEvent = keyof typeof steps;

/** Records what happened to a tip on a day, so that its clocks are fulfilled, started or restarted. The day may lie back, never ahead. */
export const recordEvent = defineCommand({
  name: 'tip.record',
  permission: 'tip.triage',
  input: z.strictObject({
    tip: z.uuid(),
    version: z.int().min(1),
    event: z.enum(Object.keys(steps) as [RecordedEvent, ...RecordedEvent[]]),
    on: z.iso.date(),
    why: z.string().trim().max(500).default(''),
  }),
  guard: async ({ tx }, { tip, version, event, on }) => {
    const step: Step = steps[event];
    const row = await tipFor(tx, tip, version, step.from);
    if (!step.kinds.includes(row.kind)) throw new TriageFault('wrong-state');
    if (on > (await today(tx)) || on < row.received_on)
      throw new TriageFault('invalid-input', { zh: '日期应在收到之日与今天之间。', en: 'The day must lie between the receipt and today.' });
    return { row, step };
  },
  effect: async (act, { tip, event, on }, { row, step }) => {
    const clocks = await happen(act, { tip, event, on });
    const moved = await moveTip(act.tx, row, event, { ...(step.to === undefined ? {} : { state: step.to }), detail: { on } });
    return { ...moved, clocks };
  },
  audit: ({ tip, event, on, why }, { row }) => ({
    kind: 'tip',
    subject: tip,
    why: why === '' ? null : why,
    detail: { event, on },
    district: row.district,
  }),
});
