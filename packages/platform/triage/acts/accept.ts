import { z } from 'zod';
import { TriageFault } from '../../clocks/fault.ts';
import { happen } from '../../clocks/happen.ts';
import { defineCommand } from '../../command/index.ts';
import { decideAcceptance } from '../acceptance.ts';
import { moveTip, tipFor, today, undecided } from './tip-row.ts';

const tip = { tip: z.uuid(), version: z.int().min(1) };

/** Takes a complaint on: the clock of acceptance is fulfilled, that of mediation starts. */
export const acceptComplaint = defineCommand({
  name: 'tip.accept',
  permission: 'tip.decide',
  input: z.strictObject(tip),
  guard: async ({ tx }, { tip: id, version }) => {
    const row = await tipFor(tx, id, version, undecided);
    // A report is verified, not accepted: nobody may refuse to look at it.
    if (row.kind !== 'complaint') throw new TriageFault('wrong-state');
    return row;
  },
  effect: async (act, { tip: id }, row) => {
    const clocks = await happen(act, { tip: id, event: 'complaint-accepted', on: await today(act.tx) });
    return { ...(await moveTip(act.tx, row, 'accepted', { state: 'accepted' })), clocks };
  },
  audit: ({ tip: id }, row) => ({ kind: 'tip', subject: id, district: row.district }),
});

/**
 * Refuses a complaint on one of the seven grounds (CMP art. 16), with a reason and the other ways that are open. The notice itself is
 * sealed for the complainant by `noticeResult`; here only the ground and that a reason was given are kept.
 */
export const refuseComplaint = defineCommand({
  name: 'tip.refuse',
  permission: 'tip.decide',
  input: z.strictObject({
    ...tip,
    ground: z.string().max(40),
    reason: z.string().max(2000),
    otherRoutes: z.string().max(1000).default(''),
  }),
  guard: async ({ tx }, { tip: id, version, ground, reason, otherRoutes }) => {
    const row = await tipFor(tx, id, version, undecided);
    if (row.kind !== 'complaint') throw new TriageFault('wrong-state');
    const decision = decideAcceptance({ accept: false, ground, reason, otherRoutes, receivedOn: row.received_on });
    if (!decision.ok)
      throw new TriageFault('ground-needed', {
        zh: decision.why.map(({ zh }) => zh).join(''),
        en: decision.why.map(({ en }) => en).join(' '),
      });
    return row;
  },
  effect: async (act, { tip: id, ground }, row) => {
    const clocks = await happen(act, { tip: id, event: 'complaint-refused', on: await today(act.tx) });
    return { ...(await moveTip(act.tx, row, 'refused', { state: 'refused', ground })), clocks };
  },
  audit: ({ tip: id, ground }, row) => ({ kind: 'tip', subject: id, why: ground, district: row.district }),
});

/** Takes up a report: its facts are being verified. The clock of verification runs on. */
export const verifyReport = defineCommand({
  name: 'tip.verify',
  permission: 'tip.triage',
  input: z.strictObject({ ...tip, handler: z.uuid() }),
  guard: async ({ tx }, { tip: id, version }) => {
    const row = await tipFor(tx, id, version, undecided);
    if (row.kind !== 'report') throw new TriageFault('wrong-state');
    return row;
  },
  effect: async ({ tx }, { handler }, row) =>
    await moveTip(tx, row, 'verification', { state: 'verification', set: { handler }, detail: { handler } }),
  audit: ({ tip: id, handler }, row) => ({ kind: 'tip', subject: id, detail: { handler }, district: row.district }),
});
