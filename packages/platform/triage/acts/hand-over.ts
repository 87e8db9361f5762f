import { sql } from 'kysely';
import { z } from 'zod';
import { TriageFault } from '../../clocks/fault.ts';
import { happen } from '../../clocks/happen.ts';
import { type Act, defineCommand, found } from '../../command/index.ts';
import type { Tx } from '../../store/index.ts';
import { rewrapForOffice, type VaultAccess } from '../../vault/index.ts';
import { decideReturn, type OfficeNode } from '../jurisdiction.ts';
import { type TipRow, tipFor, today, undecided } from './tip-row.ts';

const input = { tip: z.uuid(), version: z.int().min(1), reason: z.string().trim().min(6).max(1000) };

/** Offices as jurisdiction sees them. */
async function officesOf(tx: Tx): Promise<readonly OfficeNode[]> {
  return await tx.selectFrom('app.office').select(['id', 'superior']).where('active', '=', true).execute();
}

/** The last hand-over of a tip; undefined while it never moved. */
async function lastTransfer(tx: Tx, tip: string) {
  return await tx.selectFrom('app.transfer').selectAll().where('tip', '=', tip).orderBy('ordinal', 'desc').limit(1).executeTakeFirst();
}

/**
 * Writes a hand-over: key first, then the transfer, the history and the clocks, and the tip last, because afterwards its sender may not see it.
 */
async function handOver(
  act: Act,
  vault: Pick<VaultAccess, 'keyring'>,
  tip: TipRow,
  way: {
    readonly kind: 'transfer' | 'return' | 'to-superior';
    readonly to: string;
    readonly ground: string;
    readonly state: 'transferred' | 'returned';
  },
): Promise<{ readonly to: string; readonly ordinal: number }> {
  const { tx } = act;
  const before = await lastTransfer(tx, tip.id);
  const ordinal = (before?.ordinal ?? 0) + 1;
  await rewrapForOffice(tx, vault, tip.id, way.to);
  if (before !== undefined && before.answer === null)
    await tx
      .updateTable('app.transfer')
      .set({ answer: way.kind === 'transfer' ? 'accepted' : 'returned', answered_by: act.context.actor, answered_at: sql`now()` })
      .where('id', '=', before.id)
      .execute();
  await tx
    .insertInto('app.transfer')
    .values({ tip: tip.id, ordinal, kind: way.kind, from_office: tip.office, to_office: way.to, ground: way.ground, sent_at: sql`now()` })
    .execute();
  await tx
    .insertInto('app.tip_event')
    .values({
      tip: tip.id,
      act: way.kind,
      from_state: tip.state,
      to_state: way.state,
      ground: way.ground,
      detail: JSON.stringify({ from: tip.office, to: way.to, ordinal }),
    })
    .execute();
  await sql`select app.hand_over(${tip.id}::uuid, ${ordinal}::smallint, ${way.state})`.execute(tx);
  return { to: way.to, ordinal };
}

/** The acts that move a tip between offices. They need the keyring, because the key of the tip moves with it. */
export function handOverActs(vault: Pick<VaultAccess, 'keyring'>) {
  /** Sends a tip to the office that is responsible. */
  const transferTip = defineCommand({
    name: 'tip.transfer',
    permission: 'tip.transfer',
    input: z.strictObject({ ...input, to: z.string().max(40) }),
    guard: async ({ tx }, { tip, version, to }) => {
      const row = await tipFor(tx, tip, version, undecided);
      const office = found(await tx.selectFrom('app.office').select(['id', 'active']).where('id', '=', to).executeTakeFirst());
      if (!office.active || to === row.office)
        throw new TriageFault('invalid-input', { zh: '不能转给这个单位。', en: 'It cannot go to this office.' });
      // What came back once may not be pushed away again under another name: that is a return, and the superior decides.
      const before = await lastTransfer(tx, tip);
      if (before !== undefined && before.to_office === row.office && before.from_office === to && before.kind !== 'to-superior')
        throw new TriageFault('wrong-state', {
          zh: '该件刚由这个单位转来，请用“退回”。',
          en: 'It has just come from that office: use “return”.',
        });
      return row;
    },
    effect: async (act, { to }, row) =>
      await handOver(act, vault, row, { kind: 'transfer', to, ground: 'responsible', state: 'transferred' }),
    audit: ({ tip, to, reason }, row) => ({
      kind: 'tip',
      subject: tip,
      why: reason,
      detail: { from: row.office, to },
      district: row.district,
    }),
  });

  /** Refuses a tip that was transferred: back to the sender the first time, to the common superior the second (T09, T10). */
  const returnTip = defineCommand({
    name: 'tip.return',
    permission: 'tip.transfer',
    input: z.strictObject({ ...input, ground: z.string().max(40) }),
    guard: async ({ tx }, { tip, version, ground, reason }) => {
      const row = await tipFor(tx, tip, version, undecided);
      const before = await lastTransfer(tx, tip);
      if (before === undefined || before.to_office !== row.office)
        throw new TriageFault('wrong-state', { zh: '只有转来的件才能退回。', en: 'Only what was transferred can be returned.' });
      // An office that a superior has fixed cannot return: the decision binds it.
      if (before.ground === 'fixed')
        throw new TriageFault('wrong-state', { zh: '上级已指定管辖，不能再退回。', en: 'The superior has fixed the office.' });
      const decision = decideReturn(
        { returns: row.returns, at: row.office, cameFrom: before.from_office, ground, reason },
        await officesOf(tx),
      );
      if (!decision.ok) throw new TriageFault('ground-needed', decision.why);
      return { row, decision };
    },
    effect: async (act, { ground }, { row, decision }) => {
      const day = await today(act.tx);
      await happen(act, { tip: row.id, event: decision.clock === 'T09' ? 'dispute-arose' : 'superior-asked', on: day });
      return {
        ...(await handOver(act, vault, row, { kind: decision.kind, to: decision.to, ground, state: 'returned' })),
        text: decision.text,
      };
    },
    audit: ({ tip, ground, reason }, { row, decision }) => ({
      kind: 'tip',
      subject: tip,
      why: reason,
      detail: { ground, from: row.office, to: decision.to, returns: row.returns + 1 },
      district: row.district,
    }),
  });

  /** The superior fixes the office; the dispute is over. The office that is named keeps the tip. */
  const fixOffice = defineCommand({
    name: 'tip.fix-office',
    permission: 'tip.transfer',
    input: z.strictObject({ ...input, to: z.string().max(40) }),
    guard: async ({ tx }, { tip, version, to }) => {
      const row = await tipFor(tx, tip, version, ['returned']);
      const before = await lastTransfer(tx, tip);
      if (before?.kind !== 'to-superior' || before.to_office !== row.office) throw new TriageFault('wrong-state');
      const offices = await officesOf(tx);
      const under = offices.some(({ id, superior }) => id === to && (superior === row.office || id === row.office));
      if (!under)
        throw new TriageFault('invalid-input', {
          zh: '只能指定本机关或者下级机关。',
          en: 'Only the own or a subordinate office can be fixed.',
        });
      return row;
    },
    effect: async (act, { tip, to }, row) => {
      await happen(act, { tip, event: 'office-fixed', on: await today(act.tx) });
      if (to === row.office) {
        await act.tx
          .updateTable('app.tip')
          .set({ state: 'triage', version: row.version + 1 })
          .where('id', '=', tip)
          .execute();
        return { to, ordinal: null };
      }
      return await handOver(act, vault, row, { kind: 'transfer', to, ground: 'fixed', state: 'transferred' });
    },
    audit: ({ tip, to, reason }, row) => ({ kind: 'tip', subject: tip, why: reason, detail: { to }, district: row.district }),
  });

  return { transferTip, returnTip, fixOffice };
}
